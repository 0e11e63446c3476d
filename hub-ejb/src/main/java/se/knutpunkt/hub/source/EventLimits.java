package se.knutpunkt.hub.source;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** The limits of sources, held by each node for what comes to it: with two nodes a source can send twice its limit. */
@ApplicationScoped
public class EventLimits {
    private final Map<String, TokenBucket> buckets = new ConcurrentHashMap<>();

    @Inject
    Clock clock;

    /** Lets a request with one event or more in; zero when it may come in, else how long the source must wait. */
    public Duration enter(Sender sender) {
        TokenBucket bucket = bucket(sender);
        return bucket == null ? Duration.ZERO : bucket.take(clock.instant());
    }

    /** Counts the further events of a batch that was let in; what is over the limit is owed. */
    public void further(Sender sender, int events) {
        TokenBucket bucket = bucket(sender);
        if (bucket != null) {
            bucket.owe(events);
        }
    }

    private @Nullable TokenBucket bucket(Sender sender) {
        Integer limit = sender.eventsPerMinute();
        if (limit == null) {
            return null;
        }
        Instant now = clock.instant();
        return buckets.compute(
                sender.source().code(),
                (code, known) -> known != null && known.perMinute() == limit ? known : new TokenBucket(limit, now));
    }
}
