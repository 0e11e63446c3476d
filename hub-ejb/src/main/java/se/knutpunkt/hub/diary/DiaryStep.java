package se.knutpunkt.hub.diary;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffId;

/**
 * Something that was done with a document.
 *
 * @param by who did it; null when the system did
 * @param diaryNumber the number given or taken back; null for other steps
 * @param reason why it need not be registered; null for other steps
 */
public record DiaryStep(
        Kind kind,
        Instant at,
        @Nullable StaffId by,
        @Nullable String diaryNumber,
        @Nullable String reason) {

    /** What was done. */
    public enum Kind {
        /** It came in. */
        RECEIVED,
        /** An export was asked for. */
        EXPORT_REQUESTED,
        /** Its package was written to the diary folder. */
        EXPORTED,
        /** A diary number was entered. */
        REGISTERED,
        /** The diary number was taken back. */
        REGISTRATION_UNDONE,
        /** It was found not to need registration. */
        NOT_NEEDED,
        /** That finding was taken back. */
        NOT_NEEDED_UNDONE
    }
}
