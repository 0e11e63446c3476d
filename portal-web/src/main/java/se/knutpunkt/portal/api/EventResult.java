package se.knutpunkt.portal.api;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Taken;

/**
 * What became of one event among several.
 *
 * @param id the sender's own id; empty when it could not be read
 * @param taken where it is kept; null when it is not
 * @param problem why it is not kept; null when it is
 */
record EventResult(
        String id, @Nullable Taken taken, @Nullable Problem problem) {

    /** The HTTP status it would have had alone. */
    int status() {
        return problem == null ? 200 : problem.type().status();
    }
}
