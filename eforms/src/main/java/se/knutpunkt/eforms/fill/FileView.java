package se.knutpunkt.eforms.fill;

/**
 * A file on a draft or in a submission.
 *
 * @param id its id in {@code hub.file}, to remove it or open it
 * @param name its name as it was uploaded, made safe
 * @param size its size in words, for instance {@code 1,2 MB}
 * @param scan how far the search for viruses has come
 */
public record FileView(String id, String name, String size, ScanState scan) {

    /** A file of which nothing is said about viruses. */
    public FileView(String id, String name, String size) {
        this(id, name, size, ScanState.NONE);
    }

    /** True while it waits to be searched. */
    public boolean waiting() {
        return scan == ScanState.WAITING;
    }

    /** True when it was searched and nothing was found. */
    public boolean clean() {
        return scan == ScanState.CLEAN;
    }

    FileView withScan(ScanState state) {
        return new FileView(id, name, size, state);
    }
}
