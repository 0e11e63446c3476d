package se.knutpunkt.hub.file;

import java.io.InputStream;
import java.util.Objects;

/** Reads the chunks of a file in order, one in memory at a time. */
final class ChunkInput extends InputStream {

    private final ChunkStore chunks;
    private final long file;
    private long left;
    private int sequence;
    private byte[] chunk = {};
    private int place;

    ChunkInput(ChunkStore chunks, long file, long size) {
        this.chunks = chunks;
        this.file = file;
        this.left = size;
    }

    @Override
    public int read() {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) {
        Objects.checkFromIndexSize(offset, length, target.length);
        if (length == 0) {
            return 0;
        }
        if (place == chunk.length) {
            if (left <= 0) {
                return -1;
            }
            chunk = chunks.chunk(file, sequence++);
            place = 0;
            left -= chunk.length;
        }
        int read = Math.min(length, chunk.length - place);
        System.arraycopy(chunk, place, target, offset, read);
        place += read;
        return read;
    }
}
