package se.knutpunkt.portal.mypages;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.knutpunkt.hub.consent.Consent;
import se.knutpunkt.hub.consent.KeptConsent;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.page.Dates;

/**
 * What a citizen lets others see.
 *
 * @param message what was just done; empty when nothing was
 * @param living those that hold
 * @param ended those that do not any more
 * @param mayGive the citizen is of age
 */
public record ConsentsPage(
        String message,
        List<Line> living,
        List<Line> ended,
        boolean mayGive,
        List<Option> about,
        List<Option> to,
        List<Option> times,
        List<Fault> faults) {

    /** What is wrong with the control of that id. */
    public record Fault(String field, String text) {}

    /** One of what may be chosen. */
    public record Option(String value, String text, boolean chosen) {}

    /**
     * A consent.
     *
     * @param address where it is taken back
     * @param text who may see what
     * @param when until when, or when and how it ended
     */
    public record Line(String address, String text, String when) {}

    /** What the form holds, and whether to tell what is wrong with it. */
    record Asked(ConsentForm form, boolean told, boolean mayGive) {}

    static ConsentsPage of(
            List<KeptConsent> all,
            Asked asked,
            List<Boundary> boundaries,
            LocalDate today,
            String message,
            Wording wording) {
        ConsentForm form = asked.form();
        List<Fault> faults = asked.told()
                ? form.faults(boundaries).stream()
                        .map(fault -> new Fault(fault.field(), wording.text(fault.key())))
                        .toList()
                : List.of();
        List<Option> to = new ArrayList<>();
        to.add(new Option(
                ConsentForm.CONTACT_CENTRE,
                wording.text("consents.contactcentre"),
                form.to().equals(ConsentForm.CONTACT_CENTRE)));
        to.addAll(options(boundaries, form.to()));
        return new ConsentsPage(
                message,
                all.stream()
                        .filter(one -> one.holds(today))
                        .map(one -> line(one, boundaries, today, wording))
                        .toList(),
                all.stream()
                        .filter(one -> !one.holds(today))
                        .map(one -> line(one, boundaries, today, wording))
                        .toList(),
                asked.mayGive(),
                options(boundaries, form.about()),
                to,
                ConsentForm.TIMES.stream()
                        .map(time -> new Option(
                                time,
                                wording.text("consents.time." + time),
                                form.time().equals(time)))
                        .toList(),
                faults);
    }

    private static List<Option> options(List<Boundary> boundaries, String chosen) {
        return boundaries.stream()
                .map(one -> new Option(one.value(), one.text(), one.value().equals(chosen)))
                .toList();
    }

    private static Line line(KeptConsent kept, List<Boundary> boundaries, LocalDate today, Wording wording) {
        Consent consent = kept.consent();
        String to = consent.to() == null
                ? wording.text("consents.contactcentre")
                : Boundary.text(boundaries, consent.to(), consent.toBranch());
        return new Line(
                ConsentsServlet.PATH + "/" + kept.id() + "/ta-tillbaka",
                wording.text("consents.line", to, Boundary.text(boundaries, consent.about(), consent.aboutBranch())),
                when(kept, today, wording));
    }

    private static String when(KeptConsent kept, LocalDate today, Wording wording) {
        String until = Dates.date(kept.consent().until(), wording.language());
        if (kept.takenBack() != null) {
            return wording.text(
                    "consents.ended.back", Dates.date(SwedishTime.dateOf(kept.takenBack()), wording.language()));
        }
        return wording.text(kept.holds(today) ? "consents.until" : "consents.ended.time", until);
    }

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }
}
