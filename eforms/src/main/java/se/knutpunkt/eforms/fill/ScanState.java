package se.knutpunkt.eforms.fill;

import se.knutpunkt.eforms.upload.ScanVerdict;

/** How far the search for viruses in a file has come. */
public enum ScanState {
    /** Nobody searches here. */
    NONE,
    /** Not searched yet. The form can be filled in, but not sent. */
    WAITING,
    /** Searched, and nothing found. */
    CLEAN,
    /** Something was found; the file leaves the draft when it is opened the next time. */
    FOUND,
    /** Too large to be searched; leaves the draft as well. */
    TOO_LARGE;

    static ScanState of(ScanVerdict verdict) {
        return switch (verdict) {
            case AWAY -> WAITING;
            case CLEAN -> CLEAN;
            case FOUND -> FOUND;
            case TOO_LARGE -> TOO_LARGE;
        };
    }

    /** Whether such a file is not taken. */
    boolean isRefused() {
        return this == FOUND || this == TOO_LARGE;
    }

    /** The key of why, in the bundle of the field types. */
    String key() {
        return this == FOUND ? "file.virus" : "file.scan-large";
    }
}
