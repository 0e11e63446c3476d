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
 * @param registered since when it may signal
 * @param lastHeard when an event of it was last accepted, half a minute exact; null when never
 */
public record SourceSystem(
        String code,
        Name name,
        String authority,
        Set<String> caseTypes,
        Duration expectedRhythm,
        Instant registered,
        @Nullable Instant lastHeard) {

    /** The code of the portal itself, which signals what happens in it; no system may register it. */
    public static final String PORTAL = "knutpunkt";

    /** Whether it has been silent longer than expected, so that events of it may be missing. */
    public boolean isLate(Instant now) {
        Instant since = lastHeard == null ? registered : lastHeard;
        return since.plus(expectedRhythm).isBefore(now);
    }
}
