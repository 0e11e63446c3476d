package se.knutpunkt.hub.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.source.Verdict;

/**
 * What was done with a letter.
 *
 * @param by display name of who did it; empty for the sweep
 * @param kind why it was refused again; null when it was not
 * @param edited whether the text had been changed
 * @param document the changed text; empty when it was not, or is purged
 * @param note the reason of a purge; else empty
 */
public record LetterStep(
        Instant at, String by, What what, @Nullable Verdict kind, boolean edited, String document, String note) {

    /** What was done. */
    public enum What {
        /** Replayed; its event is kept by that. */
        TAKEN,
        /** Replayed; the same event had been kept before. */
        KNOWN,
        /** Replayed, and refused again. */
        REFUSED,
        /** Its document was deleted. */
        PURGED
    }
}
