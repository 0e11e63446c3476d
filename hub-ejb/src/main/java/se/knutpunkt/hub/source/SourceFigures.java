package se.knutpunkt.hub.source;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** What sources sent to this node, counted in memory; {@link FigureWriter} writes it down every few seconds. */
@ApplicationScoped
public class SourceFigures {

    /** What is counted apart. */
    public record Kind(String source, Verdict verdict) implements Comparable<Kind> {
        @Override
        public int compareTo(Kind other) {
            int bySource = source.compareTo(other.source);
            return bySource != 0 ? bySource : verdict.compareTo(other.verdict);
        }
    }

    private final Map<Kind, LongAdder> sinceStart = new ConcurrentHashMap<>();
    private final Map<Kind, LongAdder> unwritten = new ConcurrentHashMap<>();
    private final Map<Long, Instant> used = new ConcurrentHashMap<>();

    /** Counts events of a registered source. */
    public void count(String source, Verdict verdict, long events) {
        Kind kind = new Kind(source, verdict);
        sinceStart.computeIfAbsent(kind, each -> new LongAdder()).add(events);
        unwritten.computeIfAbsent(kind, each -> new LongAdder()).add(events);
    }

    /** Notes that a key was used. */
    public void used(long key, Instant now) {
        used.put(key, now);
    }

    /** All that was counted since this node started. */
    public Map<Kind, Long> sinceStart() {
        Map<Kind, Long> all = new TreeMap<>();
        sinceStart.forEach((kind, count) -> all.put(kind, count.sum()));
        return all;
    }

    /** Takes out what has not been written down. */
    Map<Kind, Long> drain() {
        Map<Kind, Long> drained = new TreeMap<>();
        unwritten.forEach((kind, count) -> {
            long events = count.sumThenReset();
            if (events > 0) {
                drained.put(kind, events);
            }
        });
        return drained;
    }

    /** Puts back what could not be written down. */
    void putBack(Map<Kind, Long> drained) {
        drained.forEach((kind, events) ->
                unwritten.computeIfAbsent(kind, each -> new LongAdder()).add(events));
    }

    /** Takes out when keys were used since the last time. */
    Map<Long, Instant> drainUsed() {
        Map<Long, Instant> drained = new TreeMap<>();
        used.keySet().forEach(key -> {
            Instant at = used.remove(key);
            if (at != null) {
                drained.put(key, at);
            }
        });
        return drained;
    }
}
