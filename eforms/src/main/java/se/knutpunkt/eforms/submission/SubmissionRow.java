package se.knutpunkt.eforms.submission;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.party.PartyId;

/**
 * A sent form as stored, opened.
 *
 * @param owner null when it was sent without login
 * @param answers normalised answers by field id
 */
record SubmissionRow(
        long draftId,
        long versionId,
        @Nullable PartyId owner,
        long caseId,
        String caseNumber,
        String casePublicId,
        Map<String, List<String>> answers,
        FileId receiptFile,
        Instant received) {

    /** An anonymous submission belongs to whoever knows its reference. */
    boolean belongsTo(Filler filler) {
        return owner == null || filler.partyId().filter(owner::equals).isPresent();
    }
}
