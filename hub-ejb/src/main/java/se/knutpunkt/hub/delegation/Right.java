package se.knutpunkt.hub.delegation;

/** What a ground lets somebody do with a case; each holds those before it. */
public enum Right {
    /** Read it. */
    SEE,
    /** Work with it. */
    HANDLE,
    /** Decide it. */
    DECIDE;

    /** Whether this one lets somebody do the other too. */
    public boolean holds(Right other) {
        return compareTo(other) >= 0;
    }
}
