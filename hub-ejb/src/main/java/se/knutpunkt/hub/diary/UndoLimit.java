package se.knutpunkt.hub.diary;

import java.time.Duration;
import java.time.Instant;

/**
 * For how long a registrar's decision can be taken back. A week covers a slip found at the next reconciliation; later
 * the citizen and others have relied on the number, and the diary itself is where it is corrected.
 */
public final class UndoLimit {

    static final Duration LIMIT = Duration.ofDays(7);

    private UndoLimit() {}

    /** Whether a decision may still be taken back. */
    static boolean allows(Instant decided, Instant now) {
        return !now.isAfter(decided.plus(LIMIT));
    }
}
