package se.knutpunkt.hub.representation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.party.PartyId;

/** Who may act for whom, now. Asked anew at each look: mandates and guardianships end. */
@Local
public interface Representations {

    /**
     * Those whom a person may act for at this moment. A child is among them until 00:00, Swedish time, on its
     * eighteenth birthday, and while the population register has confirmed it within 24 hours; nobody with protected
     * identity is.
     */
    List<Represented> of(PartyId reader);

    /** One of {@link #of}, the first ground where there are several; empty for everybody else. */
    Optional<Represented> find(PartyId reader, PartyId whom);

    /** A child's guardians as they stand now, by the same limits of age and time; none of someone who is of age. */
    List<PartyId> guardiansOf(PartyId child);

    /** All of it at once, by one look. */
    Standing standing(PartyId reader);

    /**
     * How somebody stands to others.
     *
     * @param all those of {@link #of}
     * @param stale whether somebody is left out of them only because the population register has not been heard for 24
     *     hours. False when all of those have protected identity: nothing tells that they exist
     */
    record Standing(List<Represented> all, boolean stale) {
        /** Copies the list, so that it can't change. */
        public Standing {
            all = List.copyOf(all);
        }
    }
}
