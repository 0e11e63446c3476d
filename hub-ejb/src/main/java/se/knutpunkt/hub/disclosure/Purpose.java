package se.knutpunkt.hub.disclosure;

/** What a look is for. */
public enum Purpose {
    /** A person reads what concerns them or someone they may act for. */
    MY_PAGES,
    /** A system asks. */
    ASK,
    /** A system is told of what it subscribes to. */
    TELL
}
