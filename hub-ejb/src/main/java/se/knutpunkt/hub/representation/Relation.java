package se.knutpunkt.hub.representation;

/** On what ground someone acts for another. */
public enum Relation {
    /** Custodian of a minor, by the population register (FB 6:2). */
    GUARDIAN,
    /** Holder of a power of attorney. */
    PROXY,
    /** Trustee or administrator appointed by a court (god man, förvaltare; FB 11:4, 11:7). */
    TRUSTEE
}
