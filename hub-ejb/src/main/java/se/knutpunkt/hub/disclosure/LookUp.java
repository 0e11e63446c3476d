package se.knutpunkt.hub.disclosure;

import se.knutpunkt.hub.party.IdentityNumber;

/**
 * Whom a staff member wants to look up, and why.
 *
 * @param note a case number or some words, at most {@value #LONGEST_NOTE} characters; may be empty
 */
public record LookUp(IdentityNumber number, LookReason reason, String note) {
    /** Longest note, in characters. */
    public static final int LONGEST_NOTE = 200;

    /** @throws IllegalArgumentException when the note is too long, or missing where the reason needs one */
    public LookUp {
        note = note.strip();
        if (note.length() > LONGEST_NOTE || (note.isEmpty() && reason.needsNote())) {
            throw new IllegalArgumentException("A reason has a note of at most " + LONGEST_NOTE + " characters");
        }
    }
}
