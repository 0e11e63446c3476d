package se.knutpunkt.server;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;

/** Breaks what is whole, a little: the same random numbers break it in the same way. */
record Mutator(Random random) {
    private static final String ODD_IN_BODIES = "<>/&;\"'{}[]:,= \\0a9-\n\t";
    private static final String ODD_IN_HEADERS = "%\"\\ ~%4%zzå%C3%A5%00%ff;,=";

    /** The end cut off, a piece cut out, doubled or moved, or a few bytes changed. */
    byte[] body(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            return Arrays.copyOf(body, random.nextInt(body.length));
        }
        return random.nextInt(3) == 0 ? withPieceMoved(body) : withBytesChanged(body);
    }

    private byte[] withPieceMoved(byte[] body) {
        int from = random.nextInt(body.length);
        int length = random.nextInt(Math.min(200, body.length - from));
        String all = new String(body, StandardCharsets.ISO_8859_1);
        String piece = all.substring(from, from + length);
        StringBuilder changed = new StringBuilder(all);
        if (random.nextBoolean()) {
            changed.delete(from, from + length);
        }
        if (random.nextBoolean()) {
            changed.insert(random.nextInt(changed.length() + 1), piece);
        }
        return changed.toString().getBytes(StandardCharsets.ISO_8859_1);
    }

    private byte[] withBytesChanged(byte[] body) {
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            body[random.nextInt(body.length)] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) ODD_IN_BODIES.charAt(random.nextInt(ODD_IN_BODIES.length()));
        }
        return body;
    }

    /** Changed within what a client lets into a header. */
    String header(String value) {
        StringBuilder changed = new StringBuilder(value);
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(ODD_IN_HEADERS.length() - 3);
            changed.insert(random.nextInt(changed.length() + 1), ODD_IN_HEADERS, at, at + 1 + random.nextInt(3));
        }
        return changed.toString().replace('å', 'a').strip();
    }
}
