package se.knutpunkt.hub.login;

import java.time.Duration;
import java.time.Instant;

/**
 * How long a login lives.
 *
 * @param idle longest time between two requests
 * @param absolute longest time from start, whatever is done
 */
record LoginLimits(Duration idle, Duration absolute) {
    static final LoginLimits CITIZEN = new LoginLimits(Duration.ofMinutes(30), Duration.ofHours(8));
    static final LoginLimits STAFF = new LoginLimits(Duration.ofMinutes(60), Duration.ofHours(10));

    static LoginLimits of(Who who) {
        return who instanceof Who.Staff ? STAFF : CITIZEN;
    }

    /** The first instant at which the login no longer lives, if nothing more is done. */
    Instant expires(Instant started, Instant lastSeen) {
        Instant byIdle = lastSeen.plus(idle);
        Instant byAge = started.plus(absolute);
        return byIdle.isBefore(byAge) ? byIdle : byAge;
    }
}
