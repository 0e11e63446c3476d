package se.knutpunkt.hub.casefile;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A case that an event can be bound to.
 *
 * @param key what makes it unique
 * @param id internal
 * @param caseType code of its case type
 * @param mainCaseNumber null while nobody has told one
 * @param heardSince when the earliest event known of a source system's case happened; null for a case of our own, which
 *     was received when it was
 */
public record KnownCase(
        CaseKey key,
        long id,
        String caseType,
        @Nullable String mainCaseNumber,
        @Nullable Instant heardSince) {

    /** Whether an event tells something of the case that is not known yet: an earlier beginning, or its main case. */
    public boolean learnsFrom(ForeignCase told) {
        return heardSince != null
                && (told.firstHeard().isBefore(heardSince) || mainCaseNumber == null && told.mainCaseNumber() != null);
    }
}
