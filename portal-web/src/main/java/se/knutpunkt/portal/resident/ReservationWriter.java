package se.knutpunkt.portal.resident;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.StaffEvent;
import se.knutpunkt.hub.reservation.KeptReservation;
import se.knutpunkt.hub.reservation.Reservation;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Visit;

/** Writes reservations for staff. */
record ReservationWriter(Visit visit, LocalDate today) {

    /** One in a sentence: whom it binds, to what, and until when. */
    String sentence(StaffEvent.Reserved one) {
        return visit.text("reservation.sentence", to(one), of(one)) + " "
                + period(one.kept().reservation());
    }

    ReservationsPage.Line line(StaffEvent.Reserved one, String address) {
        KeptReservation kept = one.kept();
        Reservation reservation = kept.reservation();
        return new ReservationsPage.Line(
                address + "/" + kept.id(),
                to(one),
                of(one),
                Arrays.asList(reservation.words().split("\\R+")),
                visit.text(
                        "reservation.decision",
                        reservation.reference(),
                        Dates.date(reservation.decided(), visit.getLanguage())),
                period(reservation),
                visit.text("reservation.state." + kept.on(today)),
                switch (kept.on(today)) {
                    case LIVING -> "done";
                    case COMING -> "wait";
                    case LAPSED, ENDED -> "";
                },
                visit.text("reservation.made", Dates.dateAndTime(kept.made(), visit.getLanguage()), kept.madeBy()),
                ended(kept),
                kept.isOpen(today));
    }

    private String to(StaffEvent.Reserved one) {
        return visit.text(one.toPerson() ? "reservation.to.person" : "reservation.to.other");
    }

    private String of(StaffEvent.Reserved one) {
        String document = one.document();
        return document == null
                ? visit.text(
                        "reservation.of." + one.kept().reservation().matter().reach())
                : visit.text("reservation.of.named", document);
    }

    private String period(Reservation reservation) {
        String from = Dates.date(reservation.from(), visit.getLanguage());
        @Nullable LocalDate until = reservation.until();
        return until == null
                ? visit.text("reservation.period.open", from)
                : visit.text("reservation.period", from, Dates.date(until, visit.getLanguage()));
    }

    private String ended(KeptReservation kept) {
        if (kept.ended() == null) {
            return "";
        }
        String when = Dates.dateAndTime(kept.ended(), visit.getLanguage());
        return visit.text("reservation.ended", when, Objects.requireNonNullElse(kept.endedBy(), "")) + ", "
                + visit.text("reservation.ended.by", Objects.requireNonNullElse(kept.endReference(), ""));
    }

    /** What one may be of: the event, each of its files, the whole case. */
    List<ReservationsPage.Choice> matters(StaffEvent event, ReservationForm typed) {
        return ReservationForm.matters(event).stream()
                .map(one -> new ReservationsPage.Choice(one, matter(one, event), one.equals(typed.matter())))
                .toList();
    }

    private String matter(String value, StaffEvent event) {
        return switch (value) {
            case ReservationForm.EVENT -> visit.text("reservation.matter.event");
            case ReservationForm.CASE ->
                visit.text("reservation.matter.case", event.caseRef().caseNumber());
            default ->
                visit.text(
                        "reservation.matter.document",
                        event.attachments().stream()
                                .filter(file -> value.equals(ReservationForm.ofDocument(file.position())))
                                .findFirst()
                                .orElseThrow()
                                .name());
        };
    }

    List<ReservationsPage.Choice> people(ReservationForm typed) {
        return ReservationForm.PEOPLE.stream()
                .map(one -> new ReservationsPage.Choice(
                        one, visit.text("reservation.binds." + one), one.equals(typed.binds())))
                .toList();
    }
}
