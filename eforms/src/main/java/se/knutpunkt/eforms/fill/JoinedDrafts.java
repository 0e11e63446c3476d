package se.knutpunkt.eforms.fill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.PartiesJoined;

/** Drafts follow a person whose two parties are joined. */
@ApplicationScoped
class JoinedDrafts {
    @Inject
    Database database;

    void move(@Observes PartiesJoined joined) {
        database.update(
                "UPDATE draft SET represented_party = ? WHERE represented_party = ?", joined.party(), joined.former());
        database.update("UPDATE draft SET owner_party = ? WHERE owner_party = ?", joined.party(), joined.former());
    }
}
