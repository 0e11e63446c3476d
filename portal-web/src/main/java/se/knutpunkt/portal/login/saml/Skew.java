package se.knutpunkt.portal.login.saml;

import java.time.Duration;
import java.time.Instant;

/**
 * Times told by another machine, whose clock may differ by a minute (framework section 6.3.5). Every comparison is by
 * {@code isBefore} and {@code isAfter}: a duration between two instants is too easily asked for the wrong way round.
 */
final class Skew {
    /** By how much clocks may differ. */
    static final Duration LIMIT = Duration.ofSeconds(60);

    /** How old a message may be, beyond the difference of clocks: time for the browser to carry it. */
    static final Duration LIFETIME = Duration.ofSeconds(60);

    private Skew() {}

    /** Whether the instant has been reached, or is about to within the limit. */
    static boolean hasBegun(Instant notBefore, Instant now) {
        return !notBefore.isAfter(now.plus(LIMIT));
    }

    /** Whether the instant, the first one too late, has not been passed by the limit. */
    static boolean lasts(Instant notOnOrAfter, Instant now) {
        return notOnOrAfter.isAfter(now.minus(LIMIT));
    }

    /** Whether something was issued lately: not in the future, not before its lifetime. */
    static boolean isFresh(Instant issued, Instant now) {
        return hasBegun(issued, now) && !issued.isBefore(now.minus(LIFETIME).minus(LIMIT));
    }
}
