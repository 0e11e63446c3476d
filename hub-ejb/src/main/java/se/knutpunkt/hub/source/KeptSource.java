package se.knutpunkt.hub.source;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.SourceSystem;

/**
 * A source as it is kept.
 *
 * @param version counts its changes; who changes it says which one was seen
 * @param registered since when it may signal
 * @param lastHeard when an event of it was last accepted, half a minute exact; null when never
 * @param closed since when it is out of use; null while it is in use
 * @param silentSince when its silence was noticed; null while there is none
 */
public record KeptSource(
        SourceSettings settings,
        int version,
        Instant registered,
        @Nullable Instant lastHeard,
        @Nullable Instant closed,
        @Nullable Instant silentSince) {

    /** How it stands now. */
    public SourceState state(Instant now) {
        if (closed != null) {
            return SourceState.CLOSED;
        }
        if (system().isLate(now)) {
            return SourceState.SILENT;
        }
        return lastHeard == null ? SourceState.NEVER_HEARD : SourceState.HEARD;
    }

    private SourceSystem system() {
        return new SourceSystem(
                settings.code(),
                settings.name(),
                settings.authority(),
                settings.caseTypes(),
                settings.rhythm(),
                registered,
                lastHeard);
    }
}
