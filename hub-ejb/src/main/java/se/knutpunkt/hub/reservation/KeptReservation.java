package se.knutpunkt.hub.reservation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A reservation as it was kept.
 *
 * @param id row id
 * @param made when it was entered
 * @param madeBy name of who entered it. Personal data, never logged, as all names here
 * @param ended when it was ended before its time; null when it was not
 * @param endedBy name of who entered that; null when nobody did
 * @param endReference the decision that ended it; null when none did
 */
public record KeptReservation(
        long id,
        Reservation reservation,
        Instant made,
        String madeBy,
        @Nullable Instant ended,
        @Nullable String endedBy,
        @Nullable String endReference) {

    /** How it stands on a day. */
    public enum State {
        COMING,
        LIVING,
        LAPSED,
        ENDED
    }

    /** How it stands on a day, by the Swedish date. */
    public State on(LocalDate today) {
        if (ended != null) {
            return State.ENDED;
        }
        if (reservation.holdsOn(today)) {
            return State.LIVING;
        }
        return reservation.from().isAfter(today) ? State.COMING : State.LAPSED;
    }

    /** Whether it can be ended on a day. */
    public boolean isOpen(LocalDate today) {
        State state = on(today);
        return state == State.COMING || state == State.LIVING;
    }
}
