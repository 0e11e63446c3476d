package se.knutpunkt.hub.delivery;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait before the same is sent again. */
public final class Patience {
    /** So long a receiver may be away before we give up. */
    public static final Duration LASTS = Duration.ofDays(3);

    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofHours(1);
    static final Duration LONGEST_TOLD = Duration.ofDays(1);
    private static final double JITTER = 0.2;
    private static final int DOUBLED = 9;

    private Patience() {}

    /**
     * The pause after a number of failures in a row: ten seconds, then twice as long each time, at most an hour; up to a
     * fifth more by chance, so that those who failed together do not come back together. What the receiver asked for is
     * kept to, up to a day.
     */
    public static Duration pause(int failures, @Nullable Duration told) {
        return pause(failures, told, ThreadLocalRandom.current().nextDouble());
    }

    static Duration pause(int failures, @Nullable Duration told, double luck) {
        // 2^9 * 10 s is past the hour; the cap also keeps the shift from overflowing
        Duration grown = FIRST.multipliedBy(1L << Math.min(Math.max(failures - 1, 0), DOUBLED));
        Duration own = grown.compareTo(LONGEST) < 0 ? grown : LONGEST;
        Duration asked = told == null ? Duration.ZERO : told.compareTo(LONGEST_TOLD) < 0 ? told : LONGEST_TOLD;
        Duration least = own.compareTo(asked) < 0 ? asked : own;
        return least.plusMillis((long) (own.toMillis() * JITTER * luck));
    }
}
