package se.knutpunkt.hub.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/** An instant as a {@code DATETIME(6)} column holds it: UTC, whole microseconds. */
public final class DatabaseTime {

    private DatabaseTime() {}

    /** The column value of an instant; parts under a microsecond are dropped. */
    public static LocalDateTime column(Instant instant) {
        return LocalDateTime.ofInstant(instant.truncatedTo(ChronoUnit.MICROS), ZoneOffset.UTC);
    }

    /** The instant of a column value. */
    public static Instant instant(LocalDateTime column) {
        return column.toInstant(ZoneOffset.UTC);
    }
}
