package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.Name;

/**
 * An event as far as the reader may see it. With {@link Degree#SUMMARY} the headline is the neutral summary, and
 * description, link and attachments are left out.
 *
 * @param replaces that it stands in the place of an earlier event; null when it does not
 * @param source name of the sending system
 * @param withheld documents that the reader may not have and may know of
 * @param reserved on what condition the reader has it, or a file of it (OSL 10:4)
 * @param link https address into the e-service; null when there is none
 */
public record EventDetail(
        String eventId,
        Instant occurredAt,
        String language,
        String headline,
        String description,
        CaseRef caseRef,
        Whom whom,
        Name source,
        boolean needsAction,
        boolean done,
        @Nullable String link,
        List<AttachmentRef> attachments,
        List<Withheld> withheld,
        List<Reserved> reserved,
        Degree degree,
        @Nullable Replaced replaces) {

    /**
     * A document that a party may not have (OSL 10:3), and may know of.
     *
     * @param provision of secrecy
     * @param told what it holds, in the authority's words
     */
    public record Withheld(String provision, String told) {}

    /**
     * A reservation that binds the reader.
     *
     * @param words what it says
     * @param reference the decision
     * @param decided when that was made
     * @param until last day; null until further notice
     * @param place of the only file it is of, among those that the reader may have; null for the whole event
     */
    public record Reserved(
            String words,
            String reference,
            LocalDate decided,
            @Nullable LocalDate until,
            @Nullable Integer place) {}

    /** That it corrects or withdraws an earlier event, and when that was decided. */
    public record Replaced(Replacement.Kind kind, Instant decidedAt) {}
}
