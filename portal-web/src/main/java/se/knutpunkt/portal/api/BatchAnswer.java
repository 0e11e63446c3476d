package se.knutpunkt.portal.api;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The answer to many events, written while they are taken. */
interface BatchAnswer extends EventResults {

    /** How many there are. */
    int results();

    /** Whether any of them is a refusal. */
    boolean anyRefused();

    /**
     * The finished document, of at least one result.
     *
     * @param problem why there are no more results than these; null when every event has its own
     */
    Spool end(@Nullable Problem problem, String requestId) throws IOException;
}
