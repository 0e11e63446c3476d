package se.knutpunkt.hub.disclosure;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.database.Values;

/**
 * How many events there are of each class. Events are counted once, some at a time, in the order of their numbers, well
 * after they were taken: the intake pays nothing for it, and a question reads a row for each class and the newest events.
 */
@Stateless
public class EventCounts {
    /** Longer than a transaction of the intake may take, on whichever node: no lower number commits after it. */
    static final Duration SETTLED = Duration.ofMinutes(5);

    /** So many are counted in one transaction. */
    static final int SLICE = 20_000;

    /** So many of the newest a question counts itself at most. */
    static final int NEWEST = 50_000;

    private static final String OF_CLASSES = "SELECT class_id, COUNT(*) AS events FROM case_event"
            + " WHERE id > ? AND id <= ? AND class_id IS NOT NULL GROUP BY class_id";

    /** In one statement: between two, a slice might be counted, which would then be in both. */
    private static final String COUNTED = "SELECT m.counted_to, c.class_id, c.events FROM event_count_mark m"
            + " LEFT JOIN event_class_count c ON TRUE WHERE m.id = 1";

    @Inject
    Database database;

    @Inject
    Clock clock;

    /**
     * How many there are.
     *
     * @param byClass by the class's id
     * @param whole whether all are counted; false while there are very many new ones, as after an upgrade
     */
    public record Counts(Map<Integer, Long> byClass, boolean whole) {}

    private record Count(int id, long events) {
        static Count of(Row row) {
            return new Count(Math.toIntExact(row.number("class_id")), row.number("events"));
        }
    }

    /** A class's count, and how far all classes were counted when it was read. */
    private record Counted(long to, @Nullable Count count) {
        static Counted of(Row row) {
            return new Counted(row.number("counted_to"), row.numberOrNull("class_id") == null ? null : Count.of(row));
        }
    }

    private record Mark(long countedTo, long seenTo, Instant seenAt) {
        static Mark of(Row row) {
            return new Mark(row.number("counted_to"), row.number("seen_to"), row.instant("seen_at"));
        }
    }

    /** The counts at one moment. */
    public Counts now() {
        List<Counted> counted = database.query(COUNTED, Counted::of);
        long to = counted.stream().mapToLong(Counted::to).findFirst().orElse(0);
        long highest = highest();
        Map<Integer, Long> counts = new HashMap<>();
        counted.stream()
                .map(Counted::count)
                .filter(Objects::nonNull)
                .forEach(count -> counts.put(count.id(), count.events()));
        count(to, to + NEWEST).forEach(count -> counts.merge(count.id(), count.events(), Long::sum));
        return new Counts(counts, highest <= to + NEWEST);
    }

    /**
     * Counts some more, or notes how far there are events by now.
     *
     * @return whether there is more to count at once
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean countOn() {
        Instant now = clock.instant();
        Optional<Mark> found = lock();
        if (found.isEmpty()) {
            database.update(
                    "INSERT IGNORE INTO event_count_mark (id, counted_to, seen_to, seen_at) VALUES (1, 0, ?, ?)",
                    highest(),
                    now);
            return false;
        }
        Mark mark = found.get();
        if (mark.countedTo() == mark.seenTo()) {
            long highest = highest();
            if (highest > mark.seenTo()) {
                database.update("UPDATE event_count_mark SET seen_to = ?, seen_at = ? WHERE id = 1", highest, now);
            }
            return false;
        }
        return !mark.seenAt().plus(SETTLED).isAfter(now) && countFrom(mark);
    }

    private boolean countFrom(Mark mark) {
        long to = Math.min(mark.countedTo() + SLICE, mark.seenTo());
        Values rows = Values.of(2);
        count(mark.countedTo(), to).forEach(count -> rows.row(count.id(), count.events()));
        if (!rows.isEmpty()) {
            database.update(
                    "INSERT INTO event_class_count (class_id, events) VALUES " + rows.rows()
                            + " ON DUPLICATE KEY UPDATE events = events + VALUES(events)",
                    rows.bound());
        }
        database.update("UPDATE event_count_mark SET counted_to = ? WHERE id = 1", to);
        return to < mark.seenTo();
    }

    /** Two nodes go one after the other. */
    private Optional<Mark> lock() {
        return database.first(
                "SELECT counted_to, seen_to, seen_at FROM event_count_mark WHERE id = 1 FOR UPDATE", Mark::of);
    }

    private List<Count> count(long after, long upTo) {
        return database.query(OF_CLASSES, Count::of, after, upTo);
    }

    private long highest() {
        return database.first("SELECT COALESCE(MAX(id), 0) AS highest FROM case_event", row -> row.number("highest"))
                .orElse(0L);
    }
}
