package se.knutpunkt.hub.disclosure;

/** Why a staff member looks somebody up. */
public enum LookReason {
    /** The person, or whoever acts for the person, has asked something. */
    ASKED,
    /** Work with a case. */
    CASE,
    /** Somebody has asked for documents to be given out. */
    DOCUMENTS,
    /** An examination of how the rules are followed. */
    EXAMINATION,
    /** Something else, which the note tells. */
    OTHER;

    /** Whether the note must tell more. */
    public boolean needsNote() {
        return this != ASKED;
    }
}
