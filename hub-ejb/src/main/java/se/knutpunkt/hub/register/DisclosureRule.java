package se.knutpunkt.hub.register;

/** What a case type shows to whom. A case type without any rule shows nothing. */
public enum DisclosureRule {
    /** The person it is about sees it in full (OSL 12:1, 10:3). */
    SELF_FULL,
    /** A guardian sees it in full until the child turns 18. */
    GUARDIAN_FULL,
    /** A guardian sees it in full until the child turns 15, and nothing after that (SoL 3:4). */
    GUARDIAN_UNTIL_15,
    /** A guardian sees it in full until the child turns 16, and nothing after that (skollagen 29:12). */
    GUARDIAN_UNTIL_16,
    /** A guardian sees the neutral summary only. */
    GUARDIAN_SUMMARY,
    /** A proxy sees it in full, where the power of attorney covers the case type. */
    PROXY_FULL,
    /** A proxy sees the neutral summary only. */
    PROXY_SUMMARY
}
