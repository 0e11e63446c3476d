package se.knutpunkt.portal.mypages;

import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import se.knutpunkt.hub.disclosure.StatementRow;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.page.Dates;

/**
 * An event as a line of a list.
 *
 * @param address of the event's page; empty where no more may be told than that there is something
 * @param day for instance "14 dec"; the year stands above it
 * @param machineTime value of the {@code datetime} attribute
 * @param text what happened
 * @param tag whom it concerns; empty for the reader
 * @param note that it corrects or withdraws something; empty as a rule
 * @param authority whose case it is
 * @param unread not opened yet
 * @param needsAction the case waits for the citizen because of it
 */
public record Line(
        String address,
        String day,
        String machineTime,
        String text,
        String tag,
        String note,
        String authority,
        String caseNumber,
        boolean unread,
        boolean needsAction) {

    static Line of(StatementRow row, Wording wording) {
        boolean exists = row.degree() == Degree.EXISTS;
        return new Line(
                exists ? "" : EventServlet.address(row.eventId()),
                Dates.day(row.occurredAt(), wording.language()),
                Dates.machine(row.occurredAt()),
                exists ? wording.text("mypages.line.exists") : row.text(),
                wording.tag(row.whom()),
                wording.note(row.replaces()),
                exists ? "" : wording.name(row.authority()),
                row.caseNumber(),
                row.unread(),
                row.needsAction());
    }

    /**
     * The lines of one month.
     *
     * @param title for instance "December 2026"
     */
    public record Month(String title, List<Line> lines) {

        /** Groups rows by Swedish month; their order, newest first, stays. */
        static List<Month> group(List<StatementRow> rows, Wording wording) {
            List<Month> months = new ArrayList<>();
            YearMonth current = null;
            for (StatementRow row : rows) {
                YearMonth month = YearMonth.from(SwedishTime.dateOf(row.occurredAt()));
                if (!month.equals(current)) {
                    months.add(new Month(Dates.month(month, wording.language()), new ArrayList<>()));
                    current = month;
                }
                months.get(months.size() - 1).lines().add(Line.of(row, wording));
            }
            return months;
        }
    }
}
