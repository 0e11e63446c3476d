package se.knutpunkt.portal.resident;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import se.knutpunkt.hub.disclosure.StaffEvent;
import se.knutpunkt.hub.disclosure.StaffEvents;
import se.knutpunkt.hub.disclosure.StaffReader;
import se.knutpunkt.hub.disclosure.StaffReservations;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.reservation.Reservation;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /invanare/forbehall/<look-up>/<ground>/<event>}: on what condition somebody has what an event tells (OSL 10:4). Who
 * reads the event whole reads its reservations; who may decide in the case makes and ends them.
 */
@WebServlet(Address.RESERVATIONS + "/*")
public class ReservationsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int OK = 200;
    private static final int UNPROCESSABLE = 422;
    private static final int EVENT = 3;
    private static final int ONE = 4;
    private static final Pattern PART = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");
    private static final Set<String> MESSAGES = Set.of("gjort", "avslutat", "redan");

    @EJB
    transient StaffEvents events;

    @EJB
    transient StaffReservations reservations;

    @EJB
    transient CaseTypes caseTypes;

    @Inject
    transient Clock clock;

    /** A request about an event that the reader sees whole, or about one reservation on it. */
    private record Asked(StaffReader reader, Address address, String eventId, StaffEvent event) {
        String page() {
            return address.reservations(eventId);
        }
    }

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        List<String> path = visit.segments();
        if (path.isEmpty()) {
            ResidentsServlet.reader(visit);
            visit.seeOther(Address.PATH);
            return;
        }
        Asked asked = asked(visit, path);
        if (path.size() == EVENT) {
            show(visit, asked, ReservationForm.empty(today()), List.of());
        } else {
            showEnd(visit, asked, open(asked, path.get(EVENT)), "", "");
        }
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        List<String> path = visit.segments();
        Asked asked = asked(visit, path);
        if (!asked.event().mayDecide()) {
            throw Refusal.forbidden("no right to decide in the case");
        }
        if (path.size() == EVENT) {
            make(visit, asked);
        } else {
            end(visit, asked, open(asked, path.get(EVENT)));
        }
    }

    private void make(Visit visit, Asked asked) throws ServletException, IOException {
        ReservationForm form = ReservationForm.posted(visit);
        List<ReservationForm.Fault> faults = form.faults(asked.event(), today());
        if (!faults.isEmpty()) {
            // shown at once and not by way of an address: not even sealed is a number to stand there
            show(visit, asked, form, faults);
            return;
        }
        untilDone(visit, again -> {
            Address address = asked.address();
            if (!reservations.make(
                    asked.reader(), address.token(), address.ground(), asked.eventId(), form.reservation(today()))) {
                throw Refusal.notFound();
            }
            again.seeOther(asked.page() + "?klart=gjort");
        });
    }

    private void end(Visit visit, Asked asked, StaffEvent.Reserved one) throws ServletException, IOException {
        String reference = visit.value("beslut").map(String::strip).orElse("");
        if (Reservation.isUnfitReference(reference)) {
            String key = reference.isEmpty() ? "reservation.fault.reference" : "reservation.fault.length";
            showEnd(visit, asked, one, reference, visit.text(key));
            return;
        }
        untilDone(visit, again -> {
            Address address = asked.address();
            boolean ended = reservations.end(
                    asked.reader(),
                    address.token(),
                    address.ground(),
                    asked.eventId(),
                    one.kept().id(),
                    reference);
            again.seeOther(asked.page() + "?klart=" + (ended ? "avslutat" : "redan"));
        });
    }

    /** The event, if it may be seen and there is anything to say of reservations on it; else it is as if it were not there. */
    private Asked asked(Visit visit, List<String> path) {
        StaffReader reader = ResidentsServlet.reader(visit);
        if (path.size() < EVENT
                || path.size() > ONE
                || !path.stream().allMatch(part -> PART.matcher(part).matches())) {
            throw Refusal.notFound();
        }
        Address address = new Address(path.get(0), path.get(1));
        String eventId = path.get(2);
        return events.open(reader, address.token(), address.ground(), eventId)
                .filter(event -> event.mayDecide() || !event.reservations().isEmpty())
                .map(event -> new Asked(reader, address, eventId, event))
                .orElseThrow(Refusal::notFound);
    }

    /** One on the event that can be ended by the reader. */
    private StaffEvent.Reserved open(Asked asked, String id) {
        if (!asked.event().mayDecide() || !ID.matcher(id).matches()) {
            throw Refusal.notFound();
        }
        return asked.event().reservations().stream()
                .filter(one -> one.kept().id() == Long.parseLong(id))
                .filter(one -> one.kept().isOpen(today()))
                .findFirst()
                .orElseThrow(Refusal::notFound);
    }

    private void show(Visit visit, Asked asked, ReservationForm form, List<ReservationForm.Fault> faults)
            throws ServletException, IOException {
        StaffEvent event = asked.event();
        ReservationWriter writer = new ReservationWriter(visit, today());
        String message = visit.value("klart")
                .filter(done -> faults.isEmpty() && MESSAGES.contains(done))
                .orElse("");
        visit.show(
                faults.isEmpty() ? OK : UNPROCESSABLE,
                "resident/reservations",
                new ReservationsPage(
                        head(visit, asked),
                        asked.page(),
                        asked.address().event(asked.eventId()),
                        event.headline(),
                        event.language(),
                        event.reservations().stream()
                                .map(one -> writer.line(one, asked.page()))
                                .toList(),
                        message.isEmpty() ? "" : visit.text("reservation.done." + message),
                        event.mayDecide(),
                        form,
                        writer.matters(event, form),
                        writer.people(form),
                        faults.stream()
                                .map(fault -> new ReservationsPage.Fault(fault.field(), visit.text(fault.key())))
                                .toList()));
    }

    private void showEnd(Visit visit, Asked asked, StaffEvent.Reserved one, String reference, String fault)
            throws ServletException, IOException {
        visit.show(
                fault.isEmpty() ? OK : UNPROCESSABLE,
                "resident/reservation-end",
                new ReservationsPage.End(
                        head(visit, asked),
                        asked.page(),
                        new ReservationWriter(visit, today()).line(one, asked.page()),
                        reference,
                        fault));
    }

    private Head head(Visit visit, Asked asked) {
        return new ResidentWriter(visit, Boundary.all(caseTypes, visit.getLanguage()), caseTypes.all(), today())
                .head(asked.event().lookedUp(), asked.address());
    }

    private LocalDate today() {
        return SwedishTime.today(clock);
    }
}
