package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;

/**
 * Whom an event concerns, seen from the reader.
 *
 * @param name null for the reader, and when it is not known
 * @param label relation as registered, for instance "din far"; null when there is none
 */
public record Whom(
        PartyId party,
        Capacity capacity,
        @Nullable String name,
        @Nullable String label) {

    /** Whether it concerns the reader. */
    public boolean self() {
        return capacity == Capacity.SELF;
    }
}
