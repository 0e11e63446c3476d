package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Replacement;

/**
 * An event as a system may see it: whole, but for identity numbers and the content of files, which other systems have no
 * need of to know what happened in a case that they know.
 *
 * @param number its place in the order of changes; 0 while it has none
 * @param eventId the hub's own id
 * @param source code of the system that sent it
 * @param externalId the sender's id of it
 * @param type {@code kundhandelseTyp}
 * @param mainCaseNumber null when there is none
 * @param link null when there is none
 * @param attachments how many files it has that its party may have
 * @param withheld how many its party may not have (OSL 10:3); told to the system that sent it alone, 0 to others
 * @param replaces what it corrects or withdraws; null when nothing
 */
public record SystemEvent(
        long number,
        String eventId,
        String source,
        String externalId,
        String type,
        Instant occurredAt,
        Instant takenAt,
        String caseId,
        String caseNumber,
        @Nullable String mainCaseNumber,
        String caseType,
        String authority,
        String language,
        String headline,
        String summary,
        String description,
        @Nullable String link,
        boolean needsAction,
        boolean done,
        boolean diaryEvent,
        boolean shownToCitizen,
        int attachments,
        int withheld,
        @Nullable Replacement replaces) {}
