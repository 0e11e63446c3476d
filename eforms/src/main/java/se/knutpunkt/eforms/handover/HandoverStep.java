package se.knutpunkt.eforms.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.delivery.Failure;

/**
 * Something that happened with a hand-over.
 *
 * @param failure why a try came to nothing; null for other steps
 * @param by name of the staff member; empty for what nobody did
 * @param words the receiver's reason, the number that it told in vain, or the staff member's reason; empty when there are
 *     none
 */
public record HandoverStep(Instant at, What what, @Nullable Failure failure, String by, String words) {

    /** What happened. */
    public enum What {
        /** The form was sent, and the hand-over began. */
        BEGUN,
        /** A try failed and is made again. */
        FAILED,
        /** The system took it and will tell its case number later. */
        DELIVERED,
        /** The system answered that it has taken it, with something that is no case number. */
        UNNUMBERED,
        /** The system told the case number of another case. */
        CONFLICT,
        /** The system told another case number than that by which it has taken it over. */
        OTHER_NUMBER,
        /** The system told a case number when it was refused or taken back already. */
        LATE,
        /** The system will not have it. */
        REFUSED,
        /** It could not be delivered in three days, or the system turned it away again and again. */
        GIVEN_UP,
        /** The system's case number is in. */
        TAKEN,
        /** Staff sent it again. */
        SENT_AGAIN,
        /** Staff took it back. */
        TAKEN_BACK
    }
}
