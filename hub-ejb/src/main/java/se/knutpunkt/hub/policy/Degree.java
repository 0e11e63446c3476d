package se.knutpunkt.hub.policy;

/** How much of an event is shown, the most first. */
public enum Degree {
    /** All of it. */
    FULL,
    /** That something happened, in neutral words; no text, link or attachment. */
    SUMMARY,
    /** That there is something, and when; not what, nor whose case it is. */
    EXISTS,
    /** Nothing, not even that it exists. */
    HIDDEN;

    /** The one that shows less. */
    public Degree stricter(Degree other) {
        return compareTo(other) >= 0 ? this : other;
    }

    /** Whether it shows more than another. */
    public boolean showsMoreThan(Degree other) {
        return compareTo(other) < 0;
    }
}
