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
 * @param withheld documents that the party may not have
 * @param reservations on which somebody has it, each in a sentence
 * @param reserve address of the reservations on it; empty where there are none and none may be made
 * @param mayReserve one may be made
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
        List<WithheldLine> withheld,
        List<String> reservations,
        String reserve,
        boolean mayReserve,
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

    /**
     * A document that the party may not have; without address where it has not come, or is not for the reader either.
     *
     * @param why the provision and the reason
     * @param told what the party knows of it
     */
    public record WithheldLine(String address, String name, String why, String told) {}
}
