package se.knutpunkt.hub.reservation;

import org.jspecify.annotations.Nullable;

/**
 * What a reservation is of.
 *
 * @param authority code of the authority that gives the information
 * @param branch code of its branch; null for none
 * @param caseId row id of the case
 * @param eventId row id of the event that told of the information
 * @param reach how much of it
 * @param document the file's position in the event, from 1; null unless it is of a document
 */
public record Matter(
        String authority,
        @Nullable String branch,
        long caseId,
        long eventId,
        Reach reach,
        @Nullable Integer document) {

    /**
     * @throws IllegalArgumentException for a document that is not named, or one named by what is of more
     */
    public Matter {
        if ((reach == Reach.DOCUMENT) != (document != null)) {
            throw new IllegalArgumentException("A reservation on a document names it, and no other does");
        }
    }
}
