package se.knutpunkt.hub.disclosure;

/** How much of an event is shown. */
public enum Degree {
    /** All of it. */
    FULL,
    /** That something happened, in neutral words; no text, link or attachment. */
    SUMMARY,
    /** Nothing, not even that it exists. */
    HIDDEN
}
