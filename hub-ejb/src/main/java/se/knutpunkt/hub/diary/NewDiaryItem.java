package se.knutpunkt.hub.diary;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A document that reached the authority and must be registered, or found not to need it, as soon as
 * possible (OSL 5 kap. 1 §). Number, class, titles, direction and secrecy mark are read from the case.
 *
 * @param caseId the case the document belongs to, opened in the same transaction
 * @param receivedAt when it was made available to the authority (FL 22 §)
 * @param senderKind how the sender is known
 * @param senderName the sender's name as given or as the e-ID said; null when anonymous. Stored sealed
 * @param answers the answers in the order of the form. Stored sealed
 * @param files the receipt and the attachments, receipt first
 */
public record NewDiaryItem(
        long caseId,
        Instant receivedAt,
        SenderKind senderKind,
        @Nullable String senderName,
        List<DiaryAnswer> answers,
        List<DiaryFile> files) {

    public NewDiaryItem {
        Objects.requireNonNull(receivedAt, "receivedAt");
        Objects.requireNonNull(senderKind, "senderKind");
        if ((senderKind == SenderKind.ANONYMOUS) != (senderName == null)) {
            throw new IllegalArgumentException("an anonymous sender has no name, every other has one");
        }
        answers = List.copyOf(answers);
        files = List.copyOf(files);
    }
}
