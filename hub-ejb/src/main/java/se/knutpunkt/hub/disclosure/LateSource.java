package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Name;

/**
 * A source that has been silent longer than expected, so that a list may lack events of it.
 *
 * @param lastHeard null when never heard
 */
public record LateSource(
        Name source, Name authority, @Nullable Instant lastHeard) {}
