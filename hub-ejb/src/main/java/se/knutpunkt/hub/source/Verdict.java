package se.knutpunkt.hub.source;

/** What became of an event, or of a request whose events could not be counted: it is counted by this. */
public enum Verdict {
    /** Kept, or known from before. */
    TAKEN,
    /** No document that can be read, of another kind, or too large. */
    UNREADABLE,
    /** Does not follow the contract. */
    INVALID,
    /** Its case type is not registered, or closed. */
    UNKNOWN_CASE_TYPE,
    /** Its case type is not one of the source's. */
    NOT_AUTHORISED,
    /** Its id came before with other content. */
    CONFLICT,
    /** Its case number is that of another case. */
    CASE_CONFLICT,
    /** The key came from a network that it does not count from. */
    NETWORK,
    /** The source sent more than its limit. */
    LIMIT,
    /** Something went wrong with us. */
    FAULT
}
