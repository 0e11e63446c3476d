package se.knutpunkt.portal.resident;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.AttachmentRef;
import se.knutpunkt.hub.disclosure.NewReservation;
import se.knutpunkt.hub.disclosure.StaffEvent;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;
import se.knutpunkt.hub.reservation.Reach;
import se.knutpunkt.hub.reservation.Reservation;
import se.knutpunkt.portal.page.Visit;

/**
 * A new reservation as it was typed, right or wrong. It never stands in an address.
 *
 * @param matter what it is of, one of {@link #matters}
 * @param binds whom, one of {@link #PEOPLE}
 * @param number of somebody else
 * @param words what it says
 * @param reference the decision
 * @param decided when that was made
 * @param first first day
 * @param last last day; empty until further notice
 */
public record ReservationForm(
        String matter,
        String binds,
        String number,
        String words,
        String reference,
        String decided,
        String first,
        String last) {
    static final String EVENT = "handelsen";
    static final String CASE = "arendet";
    static final String PERSON = "invanaren";
    static final String OTHER = "annan";
    static final List<String> PEOPLE = List.of(PERSON, OTHER);

    private static final String DOCUMENT = "bilaga-";
    private static final int LONGEST = 2000;

    /** What is wrong with the control of that id: the key of what is said. */
    record Fault(String field, String key) {}

    /** Nothing typed yet. */
    static ReservationForm empty(LocalDate today) {
        return new ReservationForm(EVENT, PERSON, "", "", "", today.toString(), today.toString(), "");
    }

    static ReservationForm posted(Visit visit) {
        return new ReservationForm(
                text(visit, "galler"),
                text(visit, "binder"),
                text(visit, "personnummer"),
                text(visit, "ord"),
                text(visit, "beslut"),
                text(visit, "beslutad"),
                text(visit, "forsta"),
                text(visit, "sista"));
    }

    private static String text(Visit visit, String name) {
        String typed = visit.value(name).map(String::strip).orElse("");
        return typed.length() <= LONGEST ? typed : typed.substring(0, LONGEST);
    }

    static String ofDocument(int position) {
        return DOCUMENT + position;
    }

    /** What a reservation on an event can be of. */
    static List<String> matters(StaffEvent event) {
        List<String> matters = new ArrayList<>(List.of(EVENT));
        event.attachments().stream()
                .map(AttachmentRef::position)
                .map(ReservationForm::ofDocument)
                .forEach(matters::add);
        matters.add(CASE);
        return matters;
    }

    List<Fault> faults(StaffEvent event, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (!matters(event).contains(matter)) {
            faults.add(new Fault("galler", "reservation.fault.matter"));
        }
        if (!PEOPLE.contains(binds)) {
            faults.add(new Fault("binder", "reservation.fault.binds"));
        } else if (binds.equals(OTHER) && identity(today).isEmpty()) {
            faults.add(new Fault("personnummer", number.isEmpty() ? "resident.fault.number" : "resident.fault.form"));
        } else if (binds.equals(PERSON) && !number.isEmpty()) {
            faults.add(new Fault("binder", "reservation.fault.both"));
        }
        if (Reservation.areUnfitWords(words)) {
            faults.add(new Fault("ord", words.isEmpty() ? "reservation.fault.words" : "reservation.fault.long"));
        }
        if (Reservation.isUnfitReference(reference)) {
            faults.add(new Fault(
                    "beslut", reference.isEmpty() ? "reservation.fault.reference" : "reservation.fault.length"));
        }
        dates(faults, today);
        return faults;
    }

    private void dates(List<Fault> faults, LocalDate today) {
        Optional<LocalDate> decision = date(decided);
        Optional<LocalDate> begins = date(first);
        Optional<LocalDate> ends = date(last);
        if (decision.isEmpty()) {
            faults.add(new Fault("beslutad", "reservation.fault.date"));
        } else if (decision.get().isAfter(today)) {
            faults.add(new Fault("beslutad", "reservation.fault.future"));
        }
        if (begins.isEmpty()) {
            faults.add(new Fault("forsta", "reservation.fault.date"));
        } else if (decision.filter(day -> begins.get().isBefore(day)).isPresent()) {
            faults.add(new Fault("forsta", "reservation.fault.early"));
        }
        if (!last.isEmpty() && ends.isEmpty()) {
            faults.add(new Fault("sista", "reservation.fault.date"));
        } else if (begins.isPresent()
                && ends.filter(end -> end.isBefore(begins.get())).isPresent()) {
            faults.add(new Fault("sista", "reservation.fault.before"));
        }
    }

    private static Optional<LocalDate> date(String text) {
        try {
            return Optional.of(LocalDate.parse(text)).filter(date -> date.getYear() >= 1900 && date.getYear() < 2200);
        } catch (DateTimeParseException notDate) {
            return Optional.empty();
        }
    }

    private Optional<IdentityNumber> identity(LocalDate today) {
        try {
            return Optional.of(IdentityNumber.person(number, today));
        } catch (InvalidIdentityNumber none) {
            return Optional.empty();
        }
    }

    /** The reservation; only without faults. */
    NewReservation reservation(LocalDate today) {
        @Nullable
        Integer document = matter.startsWith(DOCUMENT) ? Integer.valueOf(matter.substring(DOCUMENT.length())) : null;
        Reach alone = matter.equals(CASE) ? Reach.CASE : Reach.EVENT;
        return new NewReservation(
                document == null ? alone : Reach.DOCUMENT,
                document,
                binds.equals(OTHER) ? identity(today).orElseThrow() : null,
                words,
                reference,
                LocalDate.parse(decided),
                LocalDate.parse(first),
                last.isEmpty() ? null : LocalDate.parse(last));
    }
}
