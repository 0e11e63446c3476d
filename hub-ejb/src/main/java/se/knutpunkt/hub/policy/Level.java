package se.knutpunkt.hub.policy;

/** What a line holds for, the widest first: a narrower one goes before a wider. */
public enum Level {
    /** All that the municipality does. */
    MUNICIPALITY,
    /** A field with secrecy rules of its own, such as the social services. */
    SECTOR,
    /** An authority. */
    AUTHORITY,
    /** An independent branch (OSL 8:2). */
    BRANCH,
    /** A case type. */
    CASE_TYPE
}
