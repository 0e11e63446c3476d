package se.knutpunkt.hub.deadletter;

import java.util.List;
import se.knutpunkt.hub.source.Verdict;

/**
 * An event as it is refused.
 *
 * @param kind why
 * @param externalId the sender's own id; empty when it can't be read or is not fit to stand in clear
 * @param caseType code of the case type; empty as for the id
 * @param document the event as JSON, in one line
 * @param partial whether the document leaves out something that was sent, so that it must not be replayed unseen
 */
public record NewLetter(
        Verdict kind, String externalId, String caseType, String document, boolean partial, List<LetterFault> faults) {

    /** Copies the list. */
    public NewLetter {
        faults = List.copyOf(faults);
    }
}
