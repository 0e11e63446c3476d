package se.knutpunkt.portal.resident;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import se.knutpunkt.hub.disclosure.InvalidCursor;
import se.knutpunkt.hub.disclosure.LookGround;
import se.knutpunkt.hub.disclosure.StaffEvents;
import se.knutpunkt.hub.disclosure.StaffPage;
import se.knutpunkt.hub.disclosure.StaffReader;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.login.Who;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.delegation.Boundary;
import se.knutpunkt.portal.page.Download;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /invanare}: staff look somebody up, and read what the policy shows them by one of their grounds. What may not be
 * seen answers as what is not there; whom one may not look at, as somebody who has nothing.
 */
@WebServlet(Address.PATH + "/*")
public class ResidentsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int UNPROCESSABLE = 422;
    private static final Set<StaffRole> ROLES =
            Set.of(StaffRole.CONTACT_CENTRE, StaffRole.HANDLER, StaffRole.REGISTRAR, StaffRole.AUDITOR);
    private static final Set<String> MESSAGES = Set.of("tid", "grund");
    private static final Pattern TOKEN = Pattern.compile("[A-Za-z0-9_-]{43}");
    private static final Pattern GROUND = Pattern.compile("[A-Za-z0-9_-]{16}");
    private static final Pattern ID = Pattern.compile("[A-Za-z0-9_-]{1,64}");
    private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,3}");

    @EJB
    transient StaffEvents events;

    @EJB
    transient CaseTypes caseTypes;

    @Inject
    transient Clock clock;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        StaffReader reader = reader(visit);
        List<String> path = visit.segments();
        if (path.isEmpty()) {
            List<LookGround> grounds = events.grounds(reader);
            showForm(visit, reader, grounds, LookUpForm.empty(grounds), List.of());
            return;
        }
        if (path.size() < 2
                || !TOKEN.matcher(path.get(0)).matches()
                || !GROUND.matcher(path.get(1)).matches()) {
            throw Refusal.notFound();
        }
        Address address = new Address(path.get(0), path.get(1));
        switch (path.size() + (path.size() > 2 ? path.get(2) : "")) {
            case "2" -> showEvents(visit, reader, address);
            case "4" + Address.EVENT -> showEvent(visit, reader, address, id(path.get(3)));
            case "4" + Address.CASE -> showCase(visit, reader, address, id(path.get(3)));
            case "6" + Address.EVENT -> send(visit, reader, address, path);
            default -> throw Refusal.notFound();
        }
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        StaffReader reader = reader(visit);
        if (!visit.segments().isEmpty()) {
            throw Refusal.notFound();
        }
        List<LookGround> grounds = events.grounds(reader);
        LookUpForm form = LookUpForm.posted(visit);
        LocalDate today = SwedishTime.today(clock);
        List<LookUpForm.Fault> faults = form.faults(grounds, today);
        if (faults.isEmpty()) {
            untilDone(visit, again -> {
                String token = events.begin(reader, form.lookUp(today));
                again.seeOther(new Address(token, form.ground()).list());
            });
        } else {
            // shown at once and not by way of an address: not even sealed is a number to stand there
            showForm(visit, reader, grounds, form, faults);
        }
    }

    private void showForm(
            Visit visit, StaffReader reader, List<LookGround> grounds, LookUpForm form, List<LookUpForm.Fault> faults)
            throws ServletException, IOException {
        String message = visit.value("slut").filter(MESSAGES::contains).orElse("");
        ResidentWriter.Said said = new ResidentWriter.Said(
                message.isEmpty() || !faults.isEmpty() ? "" : visit.text("resident.over." + message),
                reader.roles().contains(StaffRole.PROTECTED_READER));
        visit.show(
                faults.isEmpty() ? 200 : UNPROCESSABLE,
                "resident/look-up",
                writer(visit).form(grounds, form, faults, said));
    }

    private void showEvents(Visit visit, StaffReader reader, Address address) throws ServletException, IOException {
        Optional<String> before = visit.value("fore");
        Optional<StaffPage> page;
        try {
            page = events.page(reader, address.token(), address.ground(), before.orElse(null));
        } catch (InvalidCursor notOurs) {
            throw Refusal.badRequest("cursor");
        }
        if (page.isEmpty()) {
            visit.seeOther(over(reader, address));
        } else {
            visit.show("resident/events", writer(visit).events(page.get(), address, before.isEmpty()));
        }
    }

    private void showEvent(Visit visit, StaffReader reader, Address address, String id)
            throws ServletException, IOException {
        var event = events.open(reader, address.token(), address.ground(), id);
        if (event.isPresent()) {
            visit.show("resident/event", writer(visit).event(event.get(), address));
        } else {
            absent(visit, reader, address);
        }
    }

    private void showCase(Visit visit, StaffReader reader, Address address, String id)
            throws ServletException, IOException {
        var found = events.openCase(reader, address.token(), address.ground(), id);
        if (found.isPresent()) {
            visit.show("resident/case", writer(visit).ofCase(found.get(), address));
        } else {
            absent(visit, reader, address);
        }
    }

    private void send(Visit visit, StaffReader reader, Address address, List<String> path) throws IOException {
        String position = path.get(5);
        if (!path.get(4).equals(Address.FILE) || !POSITION.matcher(position).matches()) {
            throw Refusal.notFound();
        }
        Optional<StoredFile> file = events.attachment(
                reader, address.token(), address.ground(), id(path.get(3)), Integer.parseInt(position));
        if (file.isEmpty()) {
            absent(visit, reader, address);
            return;
        }
        Download.prepare(
                visit.response(),
                file.get().name(),
                file.get().mediaType(),
                file.get().size());
        events.write(file.get(), visit.response().getOutputStream());
    }

    /** What is over is told so; what may not be seen is not there. */
    private void absent(Visit visit, StaffReader reader, Address address) {
        if (events.lives(reader, address.token())) {
            throw Refusal.notFound();
        }
        visit.seeOther(over(reader, address));
    }

    private String over(StaffReader reader, Address address) {
        return Address.PATH + "?slut=" + (events.lives(reader, address.token()) ? "grund" : "tid");
    }

    private static String id(String segment) {
        if (!ID.matcher(segment).matches()) {
            throw Refusal.notFound();
        }
        return segment;
    }

    private ResidentWriter writer(Visit visit) {
        return new ResidentWriter(
                visit, Boundary.all(caseTypes, visit.getLanguage()), caseTypes.all(), SwedishTime.today(clock));
    }

    /** Whoever looks people up. */
    static StaffReader reader(Visit visit) {
        Login login = visit.visitor().requireStaff();
        if (ROLES.stream().noneMatch(login::has) || !(login.who() instanceof Who.Staff who)) {
            throw Refusal.forbidden("no role that looks people up");
        }
        return new StaffReader(who.staff(), who.roles(), login.id());
    }
}
