package se.knutpunkt.eforms.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.PartiesJoined;

/** Receipts follow a person whose two parties are joined. */
@ApplicationScoped
class JoinedSubmissions {
    @Inject
    Database database;

    void move(@Observes PartiesJoined joined) {
        database.update(
                "UPDATE submission SET represented_party = ? WHERE represented_party = ?",
                joined.party(),
                joined.former());
        database.update("UPDATE submission SET owner_party = ? WHERE owner_party = ?", joined.party(), joined.former());
    }
}
