package se.knutpunkt.hub.representation;

/** On what ground someone acts for another. */
public enum Relation {
    /** Custodian of a minor, by the population register (FB 6:2). */
    GUARDIAN,
    /** Holder of a power of attorney. */
    PROXY
}
