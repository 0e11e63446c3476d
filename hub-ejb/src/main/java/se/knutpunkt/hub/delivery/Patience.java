package se.knutpunkt.hub.delivery;

import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long to wait before the same is sent again. */
public final class Patience {
    /** So long a receiver may be away before we give up. */
    public static final Duration LASTS = Duration.ofDays(3);

    /** So many failures in a row may end in being turned away: what is just being started may answer so for a while. */
    static final int MOST_TURNED_AWAY = 5;

    static final Duration FIRST = Duration.ofSeconds(10);
    static final Duration LONGEST = Duration.ofHours(1);
    static final Duration LONGEST_TOLD = Duration.ofDays(1);
    private static final double JITTER = 0.2;
    private static final int DOUBLED = 9;

    private Patience() {}

    /**
     * Whether to stop trying until people say so: after three days; at once when the receiver says that it is gone; after
     * five failures, some two minutes, when it turned us away both now and the time before.
     *
     * @param last how the try before failed; null when this is the first
     * @param failures how many tries in a row have failed with this one
     * @param since when they began
     */
    public static boolean isOver(Failure failure, @Nullable Failure last, int failures, Instant since, Instant now) {
        boolean turnedAway = failure.isTurnedAway() && last != null && last.isTurnedAway();
        return since.plus(LASTS).isBefore(now) || failure.isGone() || (turnedAway && failures >= MOST_TURNED_AWAY);
    }

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
