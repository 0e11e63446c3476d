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

    /**
     * What two events together tell of a case, whichever of them came first: it begins with the earlier one, and is that
     * one's party's.
     */
    public ForeignCase with(ForeignCase other) {
        ForeignCase earlier = other.firstHeard.isBefore(firstHeard) ? other : this;
        ForeignCase later = earlier == this ? other : this;
        return new ForeignCase(
                source,
                caseType,
                earlier.mainCaseNumber == null ? later.mainCaseNumber : earlier.mainCaseNumber,
                earlier.party,
                earlier.firstHeard);
    }
}
