package se.knutpunkt.portal.resident;

import java.util.List;

/**
 * Somebody's events.
 *
 * @param months newest first; empty where there is nothing to show by the ground
 * @param more address of the following ones; empty when there are none
 * @param newest address of the newest; empty when they stand here
 */
public record EventsPage(Head head, List<Month> months, String more, String newest) {

    /** The lines of a month, under its name. */
    public record Month(String title, List<Line> lines) {}

    /**
     * An event.
     *
     * @param address empty where only its existence is shown
     * @param note that it corrects or withdraws something; empty as a rule
     * @param tags what a reader must know of it at once
     */
    public record Line(
            String address,
            String day,
            String machineTime,
            String text,
            String note,
            String authority,
            String caseNumber,
            List<String> tags) {}
}
