package se.knutpunkt.portal.api;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.MalformedInputException;
import java.nio.charset.StandardCharsets;

/** Lets UTF-8 through as it is, and ends anything else; for parsers that guess, or let broken characters pass. */
final class Utf8Stream extends InputStream {

    private static final int LONGEST_CHARACTER = 4;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
    private final CharBuffer waste = CharBuffer.allocate(1024);
    /** The bytes of a character that began in the last read and did not end in it. */
    private final byte[] begun = new byte[LONGEST_CHARACTER];

    private int begunLength;

    Utf8Stream(InputStream in) {
        this.in = in;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    /**
     * @throws CharacterCodingException when the bytes are not UTF-8, or hold U+0000, as UTF-16 does
     */
    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read = in.read(into, offset, length);
        if (read < 0) {
            check(new byte[0], 0, 0, true);
        } else {
            check(into, offset, read, false);
        }
        return read;
    }

    private void check(byte[] bytes, int offset, int length, boolean last) throws CharacterCodingException {
        ByteBuffer all = ByteBuffer.allocate(begunLength + length);
        all.put(begun, 0, begunLength).put(bytes, offset, length).flip();
        for (int i = all.position(); i < all.limit(); i++) {
            if (all.get(i) == 0) {
                throw new MalformedInputException(1);
            }
        }
        CoderResult result;
        do {
            waste.clear();
            result = decoder.decode(all, waste, last);
        } while (result.isOverflow());
        if (result.isError()) {
            result.throwException();
        }
        begunLength = all.remaining();
        all.get(begun, 0, begunLength);
    }
}
