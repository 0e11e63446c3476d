package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.Name;

/**
 * A line of the statement.
 *
 * @param eventId public id, for the address of the event's page
 * @param text the headline, or the neutral summary when the degree is {@link Degree#SUMMARY}
 * @param unread the reader has not opened it
 * @param replaces whether it corrects or withdraws an earlier event; null when it does not
 * @param needsAction the event asks something of the citizen; whether it still does says {@link Statement#needsAction}
 */
public record StatementRow(
        String eventId,
        Instant occurredAt,
        String text,
        String caseId,
        String caseNumber,
        Name authority,
        Whom whom,
        boolean unread,
        boolean needsAction,
        Replacement.@Nullable Kind replaces,
        Degree degree) {}
