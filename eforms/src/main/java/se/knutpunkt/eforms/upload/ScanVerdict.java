package se.knutpunkt.eforms.upload;

/** What a search for viruses came to. */
public enum ScanVerdict {
    /** Searched, and nothing found. */
    CLEAN,
    /** Something was found. */
    FOUND,
    /** Larger than the scanner takes: it will never be searched. */
    TOO_LARGE,
    /** The scanner could not be reached, or did not do its work. */
    AWAY
}
