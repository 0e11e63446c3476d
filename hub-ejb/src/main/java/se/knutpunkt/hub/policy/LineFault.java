package se.knutpunkt.hub.policy;

/** What is wrong with a line. */
public record LineFault(String key, Kind kind) {

    /** Kinds of faults, each of one field. */
    public enum Kind {
        /** Not 2 to 40 letters, digits and hyphens. */
        KEY,
        /** Another line has the key. */
        KEY_TWICE,
        /** No such sector, authority, branch or case type is registered. */
        PLACE,
        /** No rule can be made for it. */
        CAPACITY,
        /** Ages are of no meaning for whom the line is for. */
        AGES,
        /** No kind of event: capital letters, digits and underscores. */
        EVENT_KIND,
        /** No provision of secrecy that a marking may name. */
        MARKING,
        /** The last day comes before the first. */
        DAYS,
        /** Law and section are missing or too long. */
        GROUND,
        /** The reading is too long. */
        WORDS,
        /** As narrow as another line for the same: which of them holds could not be told from reading them. */
        SAME_AS_OTHER
    }
}
