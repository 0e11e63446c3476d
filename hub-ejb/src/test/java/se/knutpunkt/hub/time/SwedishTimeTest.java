package se.knutpunkt.hub.time;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class SwedishTimeTest {

    @Test
    void turnsTheDayAtSwedishMidnight() {
        assertThat(todayAt("2026-12-31T22:59:59Z")).isEqualTo(LocalDate.of(2026, 12, 31));
        assertThat(todayAt("2026-12-31T23:00:00Z")).isEqualTo(LocalDate.of(2027, 1, 1));
        assertThat(todayAt("2026-06-30T22:00:00Z")).isEqualTo(LocalDate.of(2026, 7, 1));
    }

    @Test
    void keepsWholeMicrosecondsInColumns() {
        Instant instant = Instant.parse("2026-11-22T12:00:00.123456789Z");
        assertThat(DatabaseTime.instant(DatabaseTime.column(instant)))
                .isEqualTo(Instant.parse("2026-11-22T12:00:00.123456Z"));
    }

    private static LocalDate todayAt(String instant) {
        return SwedishTime.today(Clock.fixed(Instant.parse(instant), ZoneOffset.UTC));
    }
}
