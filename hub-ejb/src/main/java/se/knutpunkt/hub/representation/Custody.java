package se.knutpunkt.hub.representation;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.time.SwedishTime;

/**
 * A guardianship as the population register told it, and whether it counts at a moment: pure, so that each limit can be
 * tested on both of its sides.
 *
 * @param from first day; null when the register names none
 * @param until last day; null when none is set
 * @param birth of the child; null when the number tells none
 * @param confirmed when the register last said so
 */
record Custody(
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        @Nullable LocalDate birth,
        Instant confirmed) {

    /** What the register said longer ago than this no longer opens anything. */
    static final Duration FRESH = Duration.ofHours(24);

    /** What a guardianship is worth at a moment. */
    enum State {
        /** The guardian stands. */
        STANDS,
        /** It would stand, but nobody has asked the register lately: closed. */
        STALE,
        /** Not begun, ended, or the child is of age. */
        ENDED
    }

    /** The state at a moment. A child's own birthday ends it at 00:00, Swedish time, whatever the register says. */
    State at(Instant now) {
        LocalDate today = SwedishTime.dateOf(now);
        boolean begun = from == null || !from.isAfter(today);
        boolean ended = until != null && until.isBefore(today);
        // the age tells, not a date in the register: a guardianship is not ended by a notice at 18
        boolean minor = birth != null && Age.on(today, birth) < Age.OF_MAJORITY;
        if (!begun || ended || !minor) {
            return State.ENDED;
        }
        return isFresh(confirmed, now) ? State.STANDS : State.STALE;
    }

    /** Whether what was confirmed then may still be relied on: for 24 hours, the last moment counted in. */
    static boolean isFresh(Instant confirmed, Instant now) {
        return !confirmed.plus(FRESH).isBefore(now);
    }
}
