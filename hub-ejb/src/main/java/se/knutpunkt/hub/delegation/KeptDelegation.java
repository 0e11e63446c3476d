package se.knutpunkt.hub.delegation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A delegation as it was kept.
 *
 * @param id row id
 * @param delegation what it says
 * @param person name of the staff member it is to; empty for a unit. Personal data, never logged, as all names here
 * @param made when it was made
 * @param madeBy name of who made it
 * @param ended when it was ended before its time; null when it was not
 * @param endedBy name of who ended it; null when nobody did
 * @param reason why; null when nobody did
 */
public record KeptDelegation(
        long id,
        Delegation delegation,
        String person,
        Instant made,
        String madeBy,
        @Nullable Instant ended,
        @Nullable String endedBy,
        @Nullable String reason) {

    /** How it stands on a day. */
    public enum State {
        COMING,
        LIVING,
        LAPSED,
        ENDED
    }

    /** How it stands on a day, by the Swedish date. */
    public State on(LocalDate today) {
        LocalDate until = delegation.until();
        if (ended != null) {
            return State.ENDED;
        }
        if (until != null && until.isBefore(today)) {
            return State.LAPSED;
        }
        return delegation.from().isAfter(today) ? State.COMING : State.LIVING;
    }
}
