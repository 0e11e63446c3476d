package se.knutpunkt.hub.consent;

import jakarta.ejb.Local;
import java.util.List;
import se.knutpunkt.hub.party.PartyId;

/** Consents: given by the person alone, taken back at any time, never removed. */
@Local
public interface Consents {
    /** Nobody gives a consent for longer: what is forgotten must end by itself. */
    int MOST_DAYS = 366;

    /** The consents of a person that hold now. */
    List<Consent> of(PartyId person);

    /** All that a person ever gave, those not taken back first and the latest before; at most 200. */
    List<KeptConsent> all(PartyId person);

    /**
     * Gives one, from now on. It takes the place of one to the same about the same, which is taken back.
     *
     * @return its id
     * @throws IllegalArgumentException when it ends before today or after {@link #MOST_DAYS} days
     */
    long give(PartyId person, Consent consent);

    /**
     * Takes one back, from now on.
     *
     * @return whether it was the person's, and held
     */
    boolean takeBack(PartyId person, long id);
}
