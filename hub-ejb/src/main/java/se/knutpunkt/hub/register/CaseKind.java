package se.knutpunkt.hub.register;

/** What a case of a type comes to. */
public enum CaseKind {
    /** A service is rendered; nothing is decided. */
    SERVICE,
    /** An authority decides, as a rule by delegation. */
    AUTHORITY_DECISION,
    /** A committee or the council decides at a meeting. */
    COMMITTEE
}
