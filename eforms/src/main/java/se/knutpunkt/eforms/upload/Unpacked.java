package se.knutpunkt.eforms.upload;

import java.util.function.LongSupplier;

/** The account of what a file has unpacked to so far. */
final class Unpacked {

    /** Beyond any document: some seconds of work, and no memory. */
    static final long MOST = 300_000_000;

    /** Text of office documents packs to a twentieth or a fiftieth, deflate's end is a thousandth. */
    private static final long MOST_TIMES = 200;

    private static final long HARMLESS = 10_000_000;

    private final LongSupplier read;
    private long total;

    /** @param read bytes of the file read so far */
    Unpacked(LongSupplier read) {
        this.read = read;
    }

    void add(int bytes) {
        total += bytes;
        if (total > MOST || (total > HARMLESS && total / MOST_TIMES > read.getAsLong())) {
            throw new HazardFound(Hazard.BOMB);
        }
    }
}
