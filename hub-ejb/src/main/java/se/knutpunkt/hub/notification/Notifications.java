package se.knutpunkt.hub.notification;

import jakarta.ejb.Local;
import java.util.Set;
import se.knutpunkt.hub.party.PartyId;

/** Notices that say "log in" and nothing else: no case data, no case type, no number. */
@Local
public interface Notifications {

    /**
     * Tells the party, in the way its contact settings ask for, that there is something new. Written in
     * the caller's transaction and sent after commit; several calls within a minute become one notice.
     */
    void newEvent(PartyId party);

    /** As {@link #newEvent} for each; only those who want notices cost more than one look. */
    void newEvents(Set<PartyId> parties);
}
