package se.knutpunkt.hub.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * A case kept by a source system, known here by its number.
 *
 * @param source code of the source system
 * @param caseType code of a registered case type in use
 * @param party whose case it is; null when the source tells nobody
 * @param firstHeard when the earliest event known of it happened
 */
public record ForeignCase(
        String source,
        String caseType,
        @Nullable String mainCaseNumber,
        @Nullable PartyId party,
        Instant firstHeard) {

    /** What this event and a later one of the same case tell together. */
    public ForeignCase with(ForeignCase later) {
        return new ForeignCase(
                source, caseType, mainCaseNumber == null ? later.mainCaseNumber : mainCaseNumber, party, firstHeard);
    }
}
