package se.knutpunkt.hub.source;

import java.time.Instant;
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
 */
public record Sender(
        SourceSystem source,
        long key,
        @Nullable Instant ends,
        String networks,
        @Nullable Integer eventsPerMinute) {

    /** Whether the key counts still. */
    boolean countsAt(Instant now) {
        return ends == null || now.isBefore(ends);
    }
}
