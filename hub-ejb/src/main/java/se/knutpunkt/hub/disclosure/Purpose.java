package se.knutpunkt.hub.disclosure;

/** What a look is for. */
public enum Purpose {
    /** A person reads what concerns them or someone they may act for. */
    MY_PAGES,
    /** Staff help or handle, with a person's events before them (Dina sidor). */
    YOUR_PAGES,
    /** A system asks. */
    ASK,
    /** A system is told of what it subscribes to. */
    TELL,
    /** Anyone reads what is public. */
    OPEN
}
