package se.knutpunkt.hub.notification;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import se.knutpunkt.hub.party.ContactSettings;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;

/** Reads how a party wants to be reached, in a short transaction that is over before any mail is sent. */
@Stateless
public class ContactLookup {

    @Inject
    Parties parties;

    /** The contact settings of the party's person; the party may have been joined into another since it was noted. */
    public ContactSettings of(PartyId party) {
        return parties.contact(parties.present(party));
    }
}
