package se.knutpunkt.hub.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.time.SwedishTime;

/**
 * How much room each source has left today, as this node knows it: counted in memory and read anew each minute, so that a
 * refused event costs no query for it. Nodes together may keep a minute's worth beyond the bound.
 */
@ApplicationScoped
public class LetterRooms {
    private static final Duration FRESH = Duration.ofMinutes(1);

    private final Map<String, Used> used = new ConcurrentHashMap<>();
    private final Map<Over, LongAdder> over = new ConcurrentHashMap<>();

    @Inject
    Database database;

    @Inject
    LetterBounds bounds;

    @Inject
    Clock clock;

    /** What is counted apart. */
    record Over(String source, LocalDate day) implements Comparable<Over> {
        @Override
        public int compareTo(Over other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : day.compareTo(other.day);
        }
    }

    /** How much of a source lies in the database. */
    record Kept(long letters, long bytes) {}

    private record Used(LocalDate day, Instant read, long letters, long bytes) {
        Used plus(long moreLetters, long moreBytes) {
            return new Used(day, read, letters + moreLetters, bytes + moreBytes);
        }
    }

    /** Takes room for a letter, if there is any. */
    boolean take(String source, long bytes) {
        boolean[] fits = new boolean[1];
        used.compute(source, (code, known) -> {
            Used now = current(code, known);
            fits[0] = now.letters() < bounds.perDay() && now.bytes() + bytes <= bounds.bytesPerDay();
            return fits[0] ? now.plus(1, bytes) : now;
        });
        return fits[0];
    }

    /** Gives back room that was taken for letters that turned out to be repetitions. */
    void giveBack(String source, long letters, long bytes) {
        used.computeIfPresent(source, (code, known) -> known.plus(-letters, -bytes));
    }

    private Used current(String source, @Nullable Used known) {
        Instant now = clock.instant();
        LocalDate today = SwedishTime.dateOf(now);
        if (known != null
                && known.day().equals(today)
                && known.read().plus(FRESH).isAfter(now)) {
            return known;
        }
        Kept kept = kept(source, SwedishTime.startOf(today));
        return new Used(today, now, kept.letters(), kept.bytes());
    }

    /** What the database has of a source since then. */
    Kept kept(String source, Instant since) {
        return database.first(
                        "SELECT COUNT(*) AS letters, COALESCE(SUM(bytes), 0) AS bytes FROM dead_letter"
                                + " WHERE source = ? AND received_at >= ?",
                        row -> new Kept(row.number("letters"), row.number("bytes")),
                        source,
                        since)
                .orElseThrow();
    }

    /** Counts events that were refused and are not kept. */
    void over(String source, long events) {
        if (events > 0) {
            over.computeIfAbsent(new Over(source, SwedishTime.today(clock)), each -> new LongAdder())
                    .add(events);
        }
    }

    /** Takes out what has not been written down. */
    Map<Over, Long> drain() {
        Map<Over, Long> drained = new TreeMap<>();
        over.forEach((kind, count) -> {
            long events = count.sumThenReset();
            if (events > 0) {
                drained.put(kind, events);
            }
        });
        LocalDate today = SwedishTime.today(clock);
        over.keySet().removeIf(kind -> kind.day().isBefore(today.minusDays(1)));
        return drained;
    }

    /** Puts back what could not be written down. */
    void putBack(Map<Over, Long> drained) {
        drained.forEach((kind, events) ->
                over.computeIfAbsent(kind, each -> new LongAdder()).add(events));
    }
}
