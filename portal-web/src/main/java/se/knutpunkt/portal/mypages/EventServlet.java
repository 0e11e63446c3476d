package se.knutpunkt.portal.mypages;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import se.knutpunkt.hub.disclosure.EventDetail;
import se.knutpunkt.hub.disclosure.Events;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.event.LateFiles;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.portal.page.Download;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /mina-sidor/handelse/<id>}: one event, read from then on; {@code …/bilaga/<n>}: a file of it, with what it is given on condition
 * of (OSL 10:4) read before. What the reader may
 * not see answers as what does not exist.
 */
@WebServlet(EventServlet.PATH + "/*")
public class EventServlet extends PageServlet {
    static final String PATH = ListAddress.PATH + "/handelse";

    /** In the address of a file as its event's page has it, where what it comes with has been read. */
    static final String CONDITION_READ = "?forbehall=last";

    private static final long serialVersionUID = 1L;
    private static final String FILE = "bilaga";
    private static final Pattern POSITION = Pattern.compile("[1-9]\\d{0,3}");

    @Inject
    transient Events events;

    @EJB
    transient LateFiles files;

    static String address(String eventId) {
        return PATH + "/" + eventId;
    }

    static String fileAddress(String eventId, int position) {
        return address(eventId) + "/" + FILE + "/" + position;
    }

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        Viewer.Citizen reader = new Viewer.Citizen(visit.visitor().requireCitizen());
        List<String> parts = visit.segments();
        if (parts.size() == 1) {
            EventDetail event = events.open(reader, PublicId.of(parts.get(0))).orElseThrow(Refusal::notFound);
            if (!event.eventId().equals(parts.get(0))) {
                // it was replaced: the address is that of what stands in its place
                visit.seeOther(address(event.eventId()));
                return;
            }
            Optional<Represented> acting = visit.visitor().represented();
            if (acting.isPresent() && !acting.get().party().equals(event.whom().party())) {
                visit.showRole(event.whom().party());
                return;
            }
            visit.show(
                    "mypages/event",
                    EventPage.of(event, files.givenUpOf(event.eventId()), new Wording(visit.getLanguage())));
        } else if (parts.size() == 3
                && parts.get(1).equals(FILE)
                && POSITION.matcher(parts.get(2)).matches()) {
            requireRole(visit, reader, PublicId.of(parts.get(0)));
            if (visit.value("forbehall").isEmpty()
                    && events.isReserved(reader, PublicId.of(parts.get(0)), Integer.parseInt(parts.get(2)))) {
                // by an address that was kept or sent: what it comes with is read first
                visit.seeOther(address(parts.get(0)) + "#forbehall");
                return;
            }
            send(visit.response(), reader, PublicId.of(parts.get(0)), Integer.parseInt(parts.get(2)));
        } else {
            throw Refusal.notFound();
        }
    }

    /** A file of another role's event is not sent: its page would say so. */
    private void requireRole(Visit visit, Viewer.Citizen reader, String eventId) {
        visit.visitor().represented().ifPresent(acting -> {
            EventDetail event = events.open(reader, eventId).orElseThrow(Refusal::notFound);
            if (!acting.party().equals(event.whom().party())) {
                throw Refusal.notFound();
            }
        });
    }

    private void send(HttpServletResponse response, Viewer.Citizen reader, String eventId, int position)
            throws IOException {
        StoredFile file = events.attachment(reader, eventId, position).orElseThrow(Refusal::notFound);
        Download.prepare(response, file.name(), file.mediaType(), file.size());
        if (!events.writeAttachment(reader, eventId, position, response.getOutputStream())) {
            response.reset();
            throw Refusal.notFound();
        }
    }
}
