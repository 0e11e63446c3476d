package se.knutpunkt.hub.disclosure;

import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;

/**
 * A place in the statement: just after the row of this time and event.
 *
 * @param eventId internal; rows of the same microsecond are in its order
 */
record Cursor(Instant occurredAt, long eventId) {

    /** Before everything: after any event that can be. */
    static final Cursor START = new Cursor(Instant.parse("9999-12-31T23:59:59.999999Z"), Long.MAX_VALUE);

    private static final int LENGTH = 20;

    String text() {
        byte[] bytes = ByteBuffer.allocate(LENGTH)
                .putLong(occurredAt.getEpochSecond())
                .putInt(occurredAt.getNano())
                .putLong(eventId)
                .array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /**
     * Reads a cursor that came back.
     *
     * @throws InvalidCursor when it is none
     */
    static Cursor of(String text) {
        try {
            byte[] bytes = Base64.getUrlDecoder().decode(text);
            if (bytes.length != LENGTH) {
                throw new InvalidCursor();
            }
            ByteBuffer buffer = ByteBuffer.wrap(bytes);
            Instant at = Instant.ofEpochSecond(buffer.getLong(), buffer.getInt());
            // what no row can hold must not reach the database
            if (at.isBefore(Instant.EPOCH.minusSeconds(1L << 40)) || at.isAfter(START.occurredAt())) {
                throw new InvalidCursor();
            }
            return new Cursor(at, buffer.getLong());
        } catch (IllegalArgumentException | DateTimeException | ArithmeticException notACursor) {
            throw new InvalidCursor();
        }
    }
}
