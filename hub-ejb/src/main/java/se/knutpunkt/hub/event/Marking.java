package se.knutpunkt.hub.event;

import java.time.LocalDate;

/**
 * A secrecy marking (OSL 5:5): it warns that secrecy can be assumed, and decides nothing.
 *
 * @param provision the provision it rests on, as {@link se.knutpunkt.hub.secrecy.Provisions} writes it
 * @param date when it was made, Swedish date
 * @param authority code of the authority that made it
 */
public record Marking(String provision, LocalDate date, String authority) {

    /** A marking always names all three. */
    public Marking {
        if (provision.isBlank() || authority.isBlank()) {
            throw new IllegalArgumentException("A marking names its provision and its authority");
        }
    }
}
