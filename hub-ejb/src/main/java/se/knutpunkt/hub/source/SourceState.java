package se.knutpunkt.hub.source;

/** How a source stands. */
public enum SourceState {
    /** Silent longer than its rhythm, or never heard in that time. */
    SILENT,
    /** Heard within its rhythm. */
    HEARD,
    /** Never heard, and not yet late. */
    NEVER_HEARD,
    /** Out of use: its keys are refused and it is not expected to be heard. */
    CLOSED
}
