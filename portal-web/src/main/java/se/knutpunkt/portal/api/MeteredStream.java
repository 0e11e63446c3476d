package se.knutpunkt.portal.api;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Counts what is read and ends it where it is more than is allowed: as a whole, and since the last event began, so that a
 * parser cannot be made to hold more than one event of the largest size.
 */
final class MeteredStream extends FilterInputStream {

    /** What parsers and decoders read ahead of the event they are at. */
    private static final long AHEAD = 64 * 1024;

    private static final byte[] WASTE = new byte[8192];

    private final long most;
    private long count;
    private boolean exceeded;
    private boolean ended;
    private @Nullable IOException broken;
    private long allowed = ApiLimits.EVENT_BYTES + AHEAD;

    /**
     * @param most largest size of the whole in bytes
     */
    MeteredStream(InputStream in, long most) {
        super(in);
        this.most = most;
    }

    /** Something is larger than it may be. Parsers wrap this in exceptions of theirs: ask {@link #isExceeded}. */
    static final class TooLong extends IOException {
        private static final long serialVersionUID = 1L;

        TooLong() {
            super("more than is allowed");
        }
    }

    /** An event begins or ends: another one of the largest size may follow. */
    void nextEvent() {
        allowed = count + ApiLimits.EVENT_BYTES + AHEAD;
    }

    long count() {
        return count;
    }

    /** Whether reading ended because of a limit. */
    boolean isExceeded() {
        return exceeded;
    }

    /** What to tell when it did. */
    ProblemException tooLarge(int event) {
        return new ProblemException(
                ProblemType.TOO_LARGE,
                count > most
                        ? "The body has at most " + most + " bytes."
                        : "Event " + event + " is larger than " + ApiLimits.EVENT_BYTES + " bytes.");
    }

    /** Passes on what broke the stream itself, such as a sender that went away; parsers may tell it as a fault of form. */
    void throwIfBroken() throws IOException {
        if (broken != null) {
            throw broken;
        }
    }

    /** Reads on to the end, or to the limit, so that a sender that is still sending gets to hear its answer. */
    void drain() throws IOException {
        while (!ended && count <= most) {
            int read = in.read(WASTE);
            ended = read < 0;
            count += Math.max(read, 0);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int read;
        try {
            read = in.read(into, offset, length);
        } catch (IOException gone) {
            broken = gone;
            throw gone;
        }
        ended = read < 0;
        if (read > 0) {
            count += read;
            if (count > most || count > allowed) {
                exceeded = true;
                throw new TooLong();
            }
        }
        return read;
    }

    /** Leaves the stream open: parsers close what they could not read, and the rest is to be drained. */
    @Override
    public void close() {
        // whoever opened it closes it
    }

    @Override
    public boolean markSupported() {
        return false;
    }
}
