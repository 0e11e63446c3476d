package se.knutpunkt.hub.source;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a source may send: as many events as a minute gives room for at once, then as they come free, spread over the
 * minute. A batch that is larger than what is free is taken whole and owed for.
 */
final class TokenBucket {
    private static final double NANOS_PER_MINUTE = 60e9;

    private final int perMinute;
    private double free;
    private Instant filled;

    TokenBucket(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.free = perMinute;
        this.filled = now;
    }

    int perMinute() {
        return perMinute;
    }

    /** Takes room for one event; zero when there was room, else how long until there is. */
    synchronized Duration take(Instant now) {
        fill(now);
        if (free >= 1) {
            free -= 1;
            return Duration.ZERO;
        }
        return Duration.ofNanos((long) Math.ceil((1 - free) / perMinute * NANOS_PER_MINUTE));
    }

    /** Takes room for more events of a request that was let in, whether there is room or not. */
    synchronized void owe(int events) {
        free -= events;
    }

    private void fill(Instant now) {
        // a clock that was set back gives nothing, and takes nothing
        if (now.isAfter(filled)) {
            double nanos = Duration.between(filled, now).toNanos();
            free = Math.min(perMinute, free + nanos / NANOS_PER_MINUTE * perMinute);
        }
        filled = now;
    }
}
