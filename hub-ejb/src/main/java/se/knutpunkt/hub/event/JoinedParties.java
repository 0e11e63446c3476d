package se.knutpunkt.hub.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.PartiesJoined;

/** Keeps beside whom an event concerns who its party is, when two rows of a person become one. */
@ApplicationScoped
class JoinedParties {

    @Inject
    Database database;

    /** Within the transaction of the join, when the events have their new party: found by that, since no key holds the other. */
    void follow(@Observes PartiesJoined joined) {
        database.update(
                "UPDATE case_event_subject s JOIN case_event e ON e.id = s.event_id SET s.other_id = e.party_id"
                        + " WHERE e.party_id = ? AND s.other_id = ?",
                joined.party(),
                joined.former());
    }
}
