package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Name;

/**
 * The case of an event, as the reader may know it.
 *
 * @param caseId public id, for the address of the case's page
 * @param mainCaseNumber null when there is none
 */
public record CaseRef(
        String caseId, String caseNumber, @Nullable String mainCaseNumber, Name caseType, Name authority) {}
