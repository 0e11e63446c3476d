package se.knutpunkt.portal.operations;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;

/** Requests since the start, by the pattern of the address (never the address itself, which may be a secret) and status. */
@ApplicationScoped
public class RequestFigures {

    /** What is counted apart. */
    record Key(String page, int status) implements Comparable<Key> {

        @Override
        public int compareTo(Key other) {
            int byPage = page.compareTo(other.page);
            return byPage != 0 ? byPage : Integer.compare(status, other.status);
        }
    }

    /** How many and how long. */
    record Figure(LongAdder count, LongAdder nanos) {}

    private final Map<Key, Figure> figures = new ConcurrentHashMap<>();

    void count(String page, int status, long nanos) {
        Figure figure =
                figures.computeIfAbsent(new Key(page, status), key -> new Figure(new LongAdder(), new LongAdder()));
        figure.count().increment();
        figure.nanos().add(nanos);
    }

    Map<Key, Figure> all() {
        return Map.copyOf(figures);
    }
}
