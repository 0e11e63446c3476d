package se.knutpunkt.hub.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.DatabaseTime;

/** The current row of a query, read by column name. Methods without "OrNull" are for columns that are never null. */
public final class Row {

    private final ResultSet rows;

    Row(ResultSet rows) {
        this.rows = rows;
    }

    /** A text. */
    public String text(String column) {
        return present(textOrNull(column), column);
    }

    /** A text, or null. */
    public @Nullable String textOrNull(String column) {
        return get(ResultSet::getString, column);
    }

    /** Bytes. */
    public byte[] bytes(String column) {
        return present(bytesOrNull(column), column);
    }

    /** Bytes, or null. */
    public byte @Nullable [] bytesOrNull(String column) {
        return get(ResultSet::getBytes, column);
    }

    /** A whole number. */
    public long number(String column) {
        return present(numberOrNull(column), column);
    }

    /** A whole number, or null. */
    public @Nullable Long numberOrNull(String column) {
        // not getObject with a class, which the container's wrapper looks up by reflection at each call
        return get(
                (from, name) -> {
                    long number = from.getLong(name);
                    return from.wasNull() ? null : number;
                },
                column);
    }

    /** A yes or no; a missing value is no. */
    public boolean flag(String column) {
        return Boolean.TRUE.equals(get(ResultSet::getBoolean, column));
    }

    /** An instant. */
    public Instant instant(String column) {
        return present(instantOrNull(column), column);
    }

    /** An instant, or null. */
    public @Nullable Instant instantOrNull(String column) {
        LocalDateTime time = get((from, name) -> from.getObject(name, LocalDateTime.class), column);
        return time == null ? null : DatabaseTime.instant(time);
    }

    /** A date, or null. */
    public @Nullable LocalDate dateOrNull(String column) {
        return get((from, name) -> from.getObject(name, LocalDate.class), column);
    }

    /** A party. */
    public PartyId party(String column) {
        return new PartyId(number(column));
    }

    /** A party, or null. */
    public @Nullable PartyId partyOrNull(String column) {
        Long id = numberOrNull(column);
        return id == null ? null : new PartyId(id);
    }

    private interface Getter<T> {
        @Nullable
        T get(ResultSet rows, String column) throws SQLException;
    }

    private <T> @Nullable T get(Getter<T> getter, String column) {
        try {
            return getter.get(rows, column);
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static <T> T present(@Nullable T value, String column) {
        if (value == null) {
            throw new IllegalStateException("The column " + column + " holds nothing");
        }
        return value;
    }
}
