package se.knutpunkt.hub.diary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A document as a list shows it: nothing personal.
 *
 * @param title public title of the case
 * @param authority code of the authority
 * @param diaryNumber null until registered
 * @param exportRequested when an export was asked for that has not been written yet; null when none is under way
 * @param changedAt when the state last changed
 */
public record DiaryRow(
        DiaryItemId id,
        long caseId,
        String caseNumber,
        String title,
        String authority,
        Instant receivedAt,
        SenderKind senderKind,
        DiaryState state,
        @Nullable String diaryNumber,
        @Nullable Instant exportRequested,
        Instant changedAt) {}
