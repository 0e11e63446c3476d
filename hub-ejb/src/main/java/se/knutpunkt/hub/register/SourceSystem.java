package se.knutpunkt.hub.register;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A line-of-business system that signals events.
 *
 * @param caseTypes codes of the case types it may signal
 * @param expectedRhythm how often it is expected to be heard; silence beyond it is shown to citizens
 * @param lastHeard when an event of it was last accepted; null when never
 */
public record SourceSystem(
        String code,
        Name name,
        String authority,
        Set<String> caseTypes,
        Duration expectedRhythm,
        @Nullable Instant lastHeard) {

    /** The code of the portal itself, which signals what happens in it; no system may register it. */
    public static final String PORTAL = "knutpunkt";
}
