package se.knutpunkt.hub.event;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Values;

/** Gives committed events their place in the order of changes; see {@code docs/decisions/0019}. */
@Stateless
public class ChangeWriter {
    /** So many are numbered in a transaction. */
    static final int MOST = 500;

    private record Unnumbered(long id, Instant taken) {}

    @Inject
    Database database;

    /** Whether any committed event has no number; one look at the beginning of a key. */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean anyUnnumbered() {
        return database.first(
                        "SELECT id FROM case_event FORCE INDEX (case_event_change) WHERE change_number IS NULL LIMIT 1",
                        row -> row.number("id"))
                .isPresent();
    }

    /**
     * How many committed events have no number.
     *
     * @param most no more are counted: the first start after an update may leave millions
     */
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public long countUnnumbered(int most) {
        return database.first(
                        "SELECT COUNT(*) AS events FROM (SELECT id FROM case_event FORCE INDEX (case_event_change)"
                                + " WHERE change_number IS NULL LIMIT ?) waiting",
                        row -> row.number("events"),
                        most)
                .orElse(0L);
    }

    /**
     * Numbers events that are committed and have no number. The counter's row is locked first and read anew, so that
     * numbers become visible in their order: whoever sees one sees all that are lower.
     *
     * @return how many
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int numberSome() {
        long last = database.first(
                        "SELECT last_number FROM change_counter WHERE id = 1 FOR UPDATE",
                        row -> row.number("last_number"))
                .orElseThrow();
        List<Unnumbered> events = database
                .query(
                        // the key holds those without a number by their ids; asked for an order, MariaDB would sort all
                        "SELECT id, taken_at FROM case_event FORCE INDEX (case_event_change)"
                                + " WHERE change_number IS NULL LIMIT ?",
                        row -> new Unnumbered(row.number("id"), row.instant("taken_at")),
                        MOST)
                .stream()
                .sorted(Comparator.comparing(Unnumbered::taken).thenComparing(Unnumbered::id))
                .toList();
        if (events.isEmpty()) {
            return 0;
        }
        Values numbers = Values.of(2);
        long number = last;
        for (Unnumbered event : events) {
            number++;
            numbers.row(event.id(), number);
        }
        // by their ids, in this order: the stretch without numbers also holds rows that others have not committed
        database.update(
                "UPDATE (SELECT 0 AS id, 0 AS number UNION ALL VALUES " + numbers.rows()
                        + ") n STRAIGHT_JOIN case_event e FORCE INDEX (PRIMARY) ON e.id = n.id"
                        + " SET e.change_number = n.number WHERE e.change_number IS NULL",
                numbers.bound());
        database.update("UPDATE change_counter SET last_number = ? WHERE id = 1", number);
        return events.size();
    }
}
