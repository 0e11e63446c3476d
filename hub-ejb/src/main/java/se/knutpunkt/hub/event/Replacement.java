package se.knutpunkt.hub.event;

import java.time.Instant;

/**
 * Says that an event stands in the place of an earlier one, of the same source and case. Of several that name the same
 * event the one decided last counts, whichever came first; at the same time the one whose id sorts last.
 *
 * @param externalId the sender's id of the event that no longer holds; it may come later
 * @param decidedAt when the correction or withdrawal was made
 */
public record Replacement(String externalId, Kind kind, Instant decidedAt) {

    /** What becomes of the earlier event. */
    public enum Kind {
        /** The new event tells the same thing rightly. */
        CORRECTION,
        /** It should not have been sent; the new event says so. */
        WITHDRAWAL
    }
}
