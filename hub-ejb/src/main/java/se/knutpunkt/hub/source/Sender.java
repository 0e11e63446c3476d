package se.knutpunkt.hub.source;

import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.SourceSystem;

/**
 * A source that has shown a key of its own.
 *
 * @param source the source
 * @param key row id of the key
 * @param ends when the key ceases to count; null when it does not end by itself
 * @param networks whence the key counts, CIDR with commas between; empty for anywhere
 * @param eventsPerMinute how many events it may send a minute; null for no limit
 * @param asks codes of the case types it may ask about
 */
public record Sender(
        SourceSystem source,
        long key,
        @Nullable Instant ends,
        String networks,
        @Nullable Integer eventsPerMinute,
        Set<String> asks) {

    /** Copies the set. */
    public Sender {
        asks = Set.copyOf(asks);
    }

    /** One that may ask about nothing. */
    public Sender(
            SourceSystem source, long key, @Nullable Instant ends, String networks, @Nullable Integer eventsPerMinute) {
        this(source, key, ends, networks, eventsPerMinute, Set.of());
    }

    /** Whether the key counts still. */
    boolean countsAt(Instant now) {
        return ends == null || now.isBefore(ends);
    }
}
