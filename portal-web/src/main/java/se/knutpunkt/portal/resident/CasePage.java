package se.knutpunkt.portal.resident;

import java.util.List;

/**
 * A case, with the events in it that are about the person.
 *
 * @param mainCaseNumber empty when there is none
 * @param carriedOnAs its numbers in the systems that took it over
 */
public record CasePage(
        Head head,
        String caseType,
        String caseNumber,
        String mainCaseNumber,
        List<String> carriedOnAs,
        String authority,
        List<EventsPage.Line> timeline) {}
