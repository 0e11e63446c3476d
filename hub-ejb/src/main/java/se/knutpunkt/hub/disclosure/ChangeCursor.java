package se.knutpunkt.hub.disclosure;

import java.nio.ByteBuffer;
import java.util.Base64;

/** A place in the order of changes, as other systems keep it. */
final class ChangeCursor {
    private static final byte KIND = 'c';

    private ChangeCursor() {}

    static String text(long number) {
        byte[] bytes =
                ByteBuffer.allocate(1 + Long.BYTES).put(KIND).putLong(number).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** @throws InvalidCursor when it is none */
    static long of(String text) {
        try {
            ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
            if (bytes.remaining() != 1 + Long.BYTES || bytes.get() != KIND) {
                throw new InvalidCursor();
            }
            long number = bytes.getLong();
            if (number < 0) {
                throw new InvalidCursor();
            }
            return number;
        } catch (IllegalArgumentException notACursor) {
            throw new InvalidCursor();
        }
    }
}
