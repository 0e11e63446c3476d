package se.knutpunkt.hub.disclosure;

import jakarta.ejb.Local;

/**
 * Staff make and end reservations (OSL 10:4) on events that they see whole by a ground with the right to decide in the case;
 * which there are, {@link StaffEvent} tells. All answer false when the look-up is over, or the ground does not let the reader.
 */
@Local
public interface StaffReservations {

    /**
     * Makes a reservation, which holds within its days. The party of a number that nobody has yet is made.
     *
     * @return whether it was made
     * @throws IllegalArgumentException for one that cannot be, such as on a file that the party does not have
     */
    boolean make(StaffReader reader, String token, String ground, String eventId, NewReservation wanted);

    /**
     * Ends a reservation that is on the event, at once.
     *
     * @param reference the decision to
     * @return whether it held, or was to
     * @throws IllegalArgumentException without a reference, or with too long a one
     */
    boolean end(StaffReader reader, String token, String ground, String eventId, long id, String reference);
}
