package se.knutpunkt.hub.representation;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;

/** How old the data of the population register are, for operators. */
@Stateless
public class RegisterAge {

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** When the register was last heard: the age of the newest information taken from it. Empty when there is none. */
    public Optional<Instant> heard() {
        return database.first(
                        "SELECT GREATEST((SELECT COALESCE(MAX(as_of), '1970-01-01') FROM import_mark"
                                + " WHERE kind = 'GUARDIANS'), COALESCE(MAX(confirmed_at), '1970-01-01')) AS heard"
                                + " FROM guardianship",
                        row -> row.instant("heard"))
                .filter(heard -> heard.isAfter(Instant.EPOCH));
    }

    /** Guardianships that are closed because nobody has confirmed them for 24 hours. */
    public long stale() {
        return database.first(
                        "SELECT COUNT(*) AS n FROM guardianship WHERE confirmed_at < ?",
                        row -> row.number("n"),
                        clock.instant().minus(Custody.FRESH))
                .orElse(0L);
    }
}
