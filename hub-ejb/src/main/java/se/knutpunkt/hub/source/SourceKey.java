package se.knutpunkt.hub.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A key of a source; the key itself is not known here.
 *
 * @param id row id
 * @param hint its first characters; empty when it came with the register file
 * @param made when it was made; null when that is not known
 * @param madeBy name of the staff member who made it; null when it came with the register file
 * @param ends when it ceases to count by itself; null when it does not
 * @param lastUsed when it was last used, some seconds exact; null when never, as far as is known
 * @param revoked when it was revoked; null when it was not
 * @param revokedBy name of the staff member who revoked it; null when it was not
 */
public record SourceKey(
        long id,
        String hint,
        @Nullable Instant made,
        @Nullable String madeBy,
        @Nullable Instant ends,
        @Nullable Instant lastUsed,
        @Nullable Instant revoked,
        @Nullable String revokedBy) {

    /** Where a key is in its life. */
    public enum State {
        /** It counts. */
        LIVING,
        /** It counts, and ends by itself. */
        ENDING,
        /** It ended by itself. */
        ENDED,
        /** Somebody revoked it. */
        REVOKED
    }

    /** Where it is in its life now. */
    public State state(Instant now) {
        if (revoked != null) {
            return State.REVOKED;
        }
        if (ends == null) {
            return State.LIVING;
        }
        return now.isBefore(ends) ? State.ENDING : State.ENDED;
    }

    /** Whether it counts now. */
    public boolean counts(Instant now) {
        State state = state(now);
        return state == State.LIVING || state == State.ENDING;
    }
}
