package se.knutpunkt.eforms.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.SentDraft;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.party.PartyId;

/**
 * A sent form as stored, opened.
 *
 * @param owner null when it was sent without login
 * @param behalf whom it was sent for; null for the sender's own
 * @param awaitsGuardian it was sent by one guardian and needs the other as well
 * @param caseType code of the case type that the answers led to; null for the form's own
 * @param answers normalised answers by field id
 */
record SubmissionRow(
        long draftId,
        long versionId,
        @Nullable PartyId owner,
        SentDraft.@Nullable Behalf behalf,
        boolean awaitsGuardian,
        long caseId,
        String caseNumber,
        String casePublicId,
        @Nullable String caseType,
        Map<String, List<String>> answers,
        FileId receiptFile,
        Instant received) {

    /** An anonymous submission belongs to whoever knows its reference, a person's own to them in the role it was sent in. */
    boolean belongsTo(Filler filler) {
        return owner == null
                || (filler.partyId().filter(owner::equals).isPresent()
                        && filler.representedId()
                                .equals(Optional.ofNullable(behalf).map(SentDraft.Behalf::party)));
    }
}
