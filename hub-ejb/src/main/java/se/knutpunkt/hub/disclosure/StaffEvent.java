package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.reservation.KeptReservation;

/**
 * One event, for staff. With {@link Degree#SUMMARY} the headline is the neutral summary, and description and attachments
 * are left out.
 *
 * @param attachments those that the party may have
 * @param withheld those that the party may not have; empty where the reader sees the event by a consent, or not whole
 * @param reservations under which somebody has it, living and over, the newest first; empty as for {@code withheld}
 * @param mayDecide the ground gives the right to decide in the case
 * @param replaces that it stands in the place of an earlier event; null when it does not
 * @param internal the source keeps it from citizens
 * @param marking the provision by which it is marked as secret; empty for none, and where not all is shown
 * @param keepsReporter it holds data of whoever reported
 * @param otherProtected the other person in it has protected personal data
 */
public record StaffEvent(
        LookedUp lookedUp,
        String eventId,
        Instant occurredAt,
        String language,
        String headline,
        String description,
        CaseRef caseRef,
        Name source,
        List<AttachmentRef> attachments,
        List<Withheld> withheld,
        List<Reserved> reservations,
        boolean mayDecide,
        Degree degree,
        EventDetail.@Nullable Replaced replaces,
        boolean internal,
        String marking,
        boolean keepsReporter,
        boolean otherProtected) {

    /**
     * A reservation on it.
     *
     * @param toPerson it binds the person who was looked up; false for somebody else
     * @param document name of the only file it is of; null for the whole event or case, and for a file of an event that this
     *     one stands in the place of
     */
    public record Reserved(
            KeptReservation kept,
            boolean toPerson,
            @Nullable String document) {}

    /**
     * A document that the party may not have (OSL 10:3).
     *
     * @param name of the file
     * @param provision of secrecy that weighs more than the party's insight
     * @param reason why it does, in the authority's words
     * @param told what the party is told of it; null for nothing, so that not even that it exists may be told
     * @param place of the file, after those of the attachments; null for a reader to whom it is not sent, and while it has
     *     not come
     */
    public record Withheld(
            String name,
            String provision,
            String reason,
            @Nullable String told,
            @Nullable Integer place) {}
}
