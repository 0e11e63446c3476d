package se.knutpunkt.hub.access;

import jakarta.ejb.Local;
import java.util.List;
import se.knutpunkt.hub.party.PartyId;

/** Who looked at what. Written in the caller's transaction: what could not be logged is not shown. */
@Local
public interface AccessLog {

    /** Notes a look; the time is now. */
    void note(Look look);

    /** Notes looks that were had at once, in one statement. */
    void noteAll(List<Look> looks);

    /** The latest looks at what concerns a party, newest first, for the party itself to read. */
    List<NotedLook> latestAbout(PartyId party, int limit);
}
