package se.knutpunkt.hub.deadletter;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.source.Verdict;

/**
 * A dead letter without its content.
 *
 * @param kind why the source was refused
 * @param externalId the sender's own id; empty when it is not known
 * @param caseType code of the case type; empty when it is not known
 * @param received when it was first refused
 * @param last when it was last refused
 * @param seen how often the source has sent it
 * @param eventId the event that came of it; null unless it was replayed
 */
public record Letter(
        long id,
        String source,
        Verdict kind,
        String externalId,
        String caseType,
        LetterState state,
        Instant received,
        Instant last,
        long seen,
        @Nullable String eventId) {}
