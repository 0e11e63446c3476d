package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Replacement;

/**
 * An event as it is kept, to hold another one against it.
 *
 * @param hidden whether its texts are withheld, since somebody it is about has protected personal data
 * @param sameParty whether the other one is about the same party of the case
 * @param sameConcerned whether the other one concerns the same person
 * @param attachments how many files it has
 * @param replacedId the sender's id of the event that it corrects or withdraws; null when it does not
 * @param replacedHow which of the two; null as for the id
 */
public record KeptEvent(
        String eventId,
        Instant taken,
        boolean hidden,
        String caseType,
        String caseNumber,
        @Nullable String mainCaseNumber,
        String eventType,
        Instant occurredAt,
        boolean needsAction,
        boolean done,
        boolean diaryEvent,
        boolean shown,
        Texts texts,
        boolean sameParty,
        boolean sameConcerned,
        int attachments,
        @Nullable String replacedId,
        Replacement.@Nullable Kind replacedHow) {

    /** What it says; all empty when it is hidden. */
    public record Texts(
            String language,
            String headline,
            String description,
            String neutralSummary,
            String link,
            String information,
            List<String> tags) {

        static final Texts NONE = new Texts("", "", "", "", "", "", List.of());
    }
}
