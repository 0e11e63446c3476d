package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.Name;

/**
 * One event, for staff. With {@link Degree#SUMMARY} the headline is the neutral summary, and description and attachments
 * are left out.
 *
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
        Degree degree,
        EventDetail.@Nullable Replaced replaces,
        boolean internal,
        String marking,
        boolean keepsReporter,
        boolean otherProtected) {}
