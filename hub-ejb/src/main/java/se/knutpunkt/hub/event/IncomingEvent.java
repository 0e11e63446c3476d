package se.knutpunkt.hub.event;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case event as it comes in: the fields of kundhändelse 6.1 and what the pre-study adds.
 *
 * @param externalId the sender's own id of the event ({@code kundhandelseId}), at most 100 characters
 * @param matter which case it belongs to
 * @param wording what people read
 * @param subjects whose event it is
 * @param status what kind of event it is and who may see it
 * @param occurredAt when it happened ({@code tidpunkt})
 * @param references links, tags and free information
 * @param attachments at most 20
 * @param replaces the earlier event that it corrects or withdraws; null as a rule
 * @param confidentiality what the sender says of its confidentiality; a correction has its own
 */
public record IncomingEvent(
        String externalId,
        Matter matter,
        Wording wording,
        Subjects subjects,
        EventStatus status,
        Instant occurredAt,
        References references,
        List<IncomingAttachment> attachments,
        @Nullable Replacement replaces,
        Confidentiality confidentiality) {

    /** Copies the list, so that the event can't change under the intake. */
    public IncomingEvent {
        attachments = List.copyOf(attachments);
    }

    /** An event that replaces none. */
    public IncomingEvent(
            String externalId,
            Matter matter,
            Wording wording,
            Subjects subjects,
            EventStatus status,
            Instant occurredAt,
            References references,
            List<IncomingAttachment> attachments) {
        this(externalId, matter, wording, subjects, status, occurredAt, references, attachments, null);
    }

    /** An event of which nothing is said of confidentiality. */
    public IncomingEvent(
            String externalId,
            Matter matter,
            Wording wording,
            Subjects subjects,
            EventStatus status,
            Instant occurredAt,
            References references,
            List<IncomingAttachment> attachments,
            @Nullable Replacement replaces) {
        this(
                externalId,
                matter,
                wording,
                subjects,
                status,
                occurredAt,
                references,
                attachments,
                replaces,
                Confidentiality.NONE);
    }
}
