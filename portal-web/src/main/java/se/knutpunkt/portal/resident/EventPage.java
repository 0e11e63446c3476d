package se.knutpunkt.portal.resident;

import java.util.List;

/**
 * One event.
 *
 * @param replaced that it corrects or withdraws something; empty as a rule
 * @param lang language of title and text
 * @param paragraphs the fuller text
 * @param warnings what a reader must heed: a marking of secrecy, for one
 * @param files its attachments
 * @param summaryOnly nothing but the neutral summary is shown
 * @param caseAddress address of the case's page
 * @param mainCaseNumber empty when there is none
 * @param protectedData somebody in it has protected personal data
 */
public record EventPage(
        Head head,
        String title,
        String replaced,
        String lang,
        List<String> paragraphs,
        String when,
        String machineTime,
        List<String> warnings,
        List<FileLine> files,
        boolean summaryOnly,
        String caseAddress,
        String caseNumber,
        String mainCaseNumber,
        String caseType,
        String authority,
        String source,
        boolean protectedData) {

    /** A file; without address while it has not come. */
    public record FileLine(String address, String name, String kind) {}
}
