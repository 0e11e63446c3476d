package se.knutpunkt.hub.source;

import java.time.Duration;
import java.time.Instant;

/**
 * How fast a source may send: as many events as a minute gives room for at once, then as they come free, spread over the
 * minute. A batch that is larger than what is free is taken whole and owed for.
 */
final class TokenBucket {
    /**
     * What an event takes; a nanosecond gives as much of it as there are events a minute. In whole numbers, since whoever
     * waits as told must find room, and no rounding may take it away.
     */
    private static final long EVENT = 60_000_000_000L;

    private final int perMinute;
    private long free;
    private Instant filled;

    TokenBucket(int perMinute, Instant now) {
        this.perMinute = perMinute;
        this.free = full();
        this.filled = now;
    }

    int perMinute() {
        return perMinute;
    }

    /** Takes room for one event; zero when there was room, else how long until there is. */
    synchronized Duration take(Instant now) {
        fill(now);
        if (free >= EVENT) {
            free -= EVENT;
            return Duration.ZERO;
        }
        return Duration.ofNanos(nanosUntil(EVENT));
    }

    /** Takes room for more events of a request that was let in, whether there is room or not. */
    synchronized void owe(int events) {
        free -= events * EVENT;
    }

    private void fill(Instant now) {
        // a clock that was set back gives nothing, and takes nothing
        if (now.isAfter(filled)) {
            Duration passed = Duration.between(filled, now);
            long untilFull = nanosUntil(full());
            free = passed.compareTo(Duration.ofNanos(untilFull)) < 0 ? free + passed.toNanos() * perMinute : full();
        }
        filled = now;
    }

    private long full() {
        return perMinute * EVENT;
    }

    private long nanosUntil(long wanted) {
        return -Math.floorDiv(free - wanted, perMinute);
    }
}
