package se.knutpunkt.hub.reservation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Set;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.party.PartyId;

/**
 * The reservations as they are kept: made and ended, never changed and never removed. Who may see or make one is decided by
 * {@code hub.disclosure}, which alone calls this.
 */
@Local
public interface Reservations {

    /** Those that bind a person today, by the Swedish date, the oldest first. */
    List<KeptReservation> binding(PartyId person);

    /**
     * Those on any of some events or cases, whomever they bind and however they stand, the newest first; at most 100.
     *
     * @param events row ids; at least one
     * @param cases row ids; at least one
     */
    List<KeptReservation> on(Set<Long> events, Set<Long> cases);

    /**
     * Makes one, which holds within its days.
     *
     * @return its id
     */
    long make(Reservation reservation, StaffId by);

    /**
     * Ends one at once.
     *
     * @param reference the decision to, of at most {@link Reservation#LONGEST_REFERENCE} characters
     * @return whether it was there to end
     * @throws IllegalArgumentException without a reference, or with too long a one
     */
    boolean end(long id, String reference, StaffId by);
}
