package se.knutpunkt.portal.page;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.AssuranceLevel;

/** The page is for someone logged in: the visitor is sent to log in and comes back to the page. */
class LoginNeeded extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final String why;
    private final @Nullable AssuranceLevel level;

    private LoginNeeded(String why, @Nullable AssuranceLevel level) {
        super("login needed", null, false, false);
        this.why = why;
        this.level = level;
    }

    /** For a form that was posted by nobody known any more. */
    LoginNeeded() {
        this("1", null);
    }

    /** After what was posted has been kept for the one who is to log in. */
    static LoginNeeded withAllKept() {
        return new LoginNeeded("sparat", null);
    }

    /** For a page that needs a login at the level, by nobody known. */
    static LoginNeeded at(AssuranceLevel level) {
        return new LoginNeeded("1", level);
    }

    /** For a page that needs a higher level than the living login has. */
    static LoginNeeded stronger(AssuranceLevel level) {
        return new LoginNeeded("starkare", level);
    }

    /** What the log-in page tells of it, its {@code igen}; only {@code starkare} is told when nothing was posted. */
    String why() {
        return why;
    }

    /** Whether the living login is too weak. */
    boolean isStronger() {
        return why.equals("starkare");
    }

    /** The level needed, where the page names one. */
    Optional<AssuranceLevel> level() {
        return Optional.ofNullable(level);
    }
}
