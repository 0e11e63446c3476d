package se.knutpunkt.hub.casefile;

import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/**
 * A case that an event can be bound to.
 *
 * @param key what makes it unique
 * @param id internal
 * @param caseType code of its case type
 * @param mainCaseNumber null while nobody has told one
 * @param party whose case it is; null when nobody is told
 * @param heardSince when the earliest event known of a source system's case happened; null for a case of our own, which
 *     was received when it was
 */
public record KnownCase(
        CaseKey key,
        long id,
        String caseType,
        @Nullable String mainCaseNumber,
        @Nullable PartyId party,
        @Nullable Instant heardSince) {

    /** Whether an event may change what is known of the case: an earlier beginning, or another party or main case. */
    public boolean learnsFrom(ForeignCase told) {
        if (heardSince == null) {
            return false;
        }
        boolean otherMain =
                told.mainCaseNumber() != null && !told.mainCaseNumber().equals(mainCaseNumber);
        boolean otherParty = told.firstHeard().equals(heardSince) && !Objects.equals(told.party(), party);
        return otherMain || otherParty || told.firstHeard().isBefore(heardSince);
    }
}
