package se.knutpunkt.portal.mypages;

import java.util.List;
import se.knutpunkt.hub.disclosure.CaseView;
import se.knutpunkt.hub.disclosure.StatementRow;
import se.knutpunkt.portal.page.Dates;

/**
 * One case.
 *
 * @param carriedOnAs its numbers in the systems that took it over
 * @param timeline newest first
 * @param late one sentence a silent source that signals its case type
 * @param receipts of the forms that opened it
 */
public record CasePage(
        CaseFacts facts,
        List<String> carriedOnAs,
        State state,
        List<String> late,
        List<Step> timeline,
        List<ReceiptLine> receipts) {

    /**
     * Where the case stands.
     *
     * @param kind {@code waits} for the citizen, {@code done}, or {@code open} at the authority; a class of the card
     * @param title where it stands, in words
     * @param latest what happened last
     * @param since when that was, in words
     * @param address of the event that asks for something; empty when nothing is asked
     */
    public record State(String kind, String title, String latest, String since, String address) {}

    /**
     * An event of the case.
     *
     * @param tag whom it concerns; empty for the reader
     * @param note that it corrects or withdraws something; empty as a rule
     */
    public record Step(
            String address, String when, String machineTime, String text, String tag, String note, boolean unread) {}

    static CasePage of(CaseView view, List<String> late, List<ReceiptLine> receipts, Wording wording) {
        CaseFacts facts = CaseFacts.of(view.caseRef(), wording);
        return new CasePage(
                facts,
                view.carriedOnAs(),
                state(view, facts, wording),
                late,
                view.timeline().stream().map(row -> step(row, wording)).toList(),
                receipts);
    }

    private static State state(CaseView view, CaseFacts facts, Wording wording) {
        // of several at the same time the one that asks
        StatementRow latest = view.timeline().stream()
                .filter(row -> view.needsAction() && row.needsAction())
                .findFirst()
                .orElse(view.timeline().get(0));
        String since = Dates.date(latest.occurredAt(), wording.language());
        if (view.done()) {
            return new State("done", wording.text("case.state.done"), latest.text(), since, "");
        }
        if (view.needsAction()) {
            return new State(
                    "waits",
                    wording.text("case.state.waits"),
                    latest.text(),
                    since,
                    EventServlet.address(latest.eventId()));
        }
        return new State("open", wording.text("case.state.open", facts.authority()), latest.text(), since, "");
    }

    private static Step step(StatementRow row, Wording wording) {
        return new Step(
                EventServlet.address(row.eventId()),
                Dates.dateAndTime(row.occurredAt(), wording.language()),
                Dates.machine(row.occurredAt()),
                row.text(),
                wording.tag(row.whom()),
                wording.note(row.replaces()),
                row.unread());
    }
}
