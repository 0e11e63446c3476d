package se.knutpunkt.hub.representation;

import jakarta.ejb.Local;
import java.util.List;
import se.knutpunkt.hub.party.PartyId;

/** Who may act for whom, now. Asked anew at each look: mandates and guardianships end. */
@Local
public interface Representations {

    /**
     * Those whom a person may act for at this moment. A child is among them until 00:00, Swedish time, on its
     * eighteenth birthday; nobody with protected identity is.
     */
    List<Represented> of(PartyId reader);
}
