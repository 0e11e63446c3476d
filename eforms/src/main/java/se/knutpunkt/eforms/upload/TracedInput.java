package se.knutpunkt.eforms.upload;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Lets the traces see all that somebody else reads, and counts it. */
final class TracedInput extends FilterInputStream {

    private final Traces traces;

    TracedInput(InputStream in, Traces traces) {
        super(in);
        this.traces = traces;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int read = super.read(target, offset, length);
        if (read > 0) {
            traces.at(target, offset, read);
        }
        return read;
    }

    @Override
    public long skip(long wanted) throws IOException {
        return Math.max(0, read(new byte[(int) Math.min(wanted, 8192)]));
    }

    /** Nothing: whoever asks a stream behind a push-back is told of the pushed back bytes alone. */
    @Override
    public int available() {
        return 0;
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
