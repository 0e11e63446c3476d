package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Name;

/**
 * A source that has been silent longer than expected, so that a list may lack events of it.
 *
 * @param lastHeard null when never heard
 * @param caseTypes what it signals of that the reader may see, whether the reader has such a case or waits for one
 */
public record LateSource(
        Name source, Name authority, @Nullable Instant lastHeard, List<Name> caseTypes) {

    /** Copies the list. */
    public LateSource {
        caseTypes = List.copyOf(caseTypes);
    }

    /** The same, of one case type alone. */
    public LateSource about(Name caseType) {
        return new LateSource(source, authority, lastHeard, List.of(caseType));
    }
}
