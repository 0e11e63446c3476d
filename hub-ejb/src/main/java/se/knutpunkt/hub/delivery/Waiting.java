package se.knutpunkt.hub.delivery;

import java.time.Instant;
import se.knutpunkt.hub.database.Row;

/**
 * A delivery that is to be tried.
 *
 * @param made since when it is tried
 * @param tries number of this try
 */
record Waiting(long id, long endpoint, String kind, String item, Instant made, int tries) {
    static Waiting of(Row row) {
        return new Waiting(
                row.number("id"),
                row.number("endpoint_id"),
                row.text("kind"),
                row.text("item"),
                row.instant("made_at"),
                (int) row.number("tries"));
    }
}
