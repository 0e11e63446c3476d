package se.knutpunkt.portal.mypages;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.fill.AlreadySent;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.portal.page.Dates;
import se.knutpunkt.portal.page.Levels;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code /mina-sidor/utkast/<ref>/ta-bort}: asks before a draft is deleted, and deletes it. */
@WebServlet(DraftServlet.PATH + "/*")
public class DraftServlet extends PageServlet {
    static final String PATH = ListAddress.PATH + "/utkast";
    private static final long serialVersionUID = 1L;
    private static final String DELETE = "ta-bort";

    @Inject
    transient Levels levels;

    @Inject
    transient Drafts drafts;

    /** What the page shows. */
    public record DraftPage(String title, String changed, String action) {}

    static String address(String ref) {
        return PATH + "/" + ref + "/" + DELETE;
    }

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        PartyId reader = visit.visitor().requireCitizen();
        DraftPage page;
        try {
            DraftRef ref = ref(visit);
            var draft = drafts
                    .own(reader, represented(visit), visit.getLanguage().locale())
                    .stream()
                    .filter(own -> own.ref().equals(ref))
                    .findFirst()
                    .orElseThrow(Refusal::notFound);
            page = new DraftPage(
                    draft.title(), Dates.dateAndTime(draft.changed(), visit.getLanguage()), address(ref.value()));
        } catch (DraftNotFound notThere) {
            throw Refusal.notFound();
        }
        visit.show("mypages/draft", page);
    }

    @Override
    protected void post(Visit visit) {
        PartyId reader = visit.visitor().requireCitizen();
        try {
            drafts.delete(ref(visit), Filler.person(reader, levels.usual(), represented(visit)));
        } catch (DraftNotFound | AlreadySent gone) {
            // Deleted in another window, or sent meanwhile: the list tells what there is now.
            visit.seeOther(ListAddress.PATH);
            return;
        }
        visit.seeOther(ListAddress.PATH + "?borttaget=1");
    }

    private static @Nullable PartyId represented(Visit visit) {
        return visit.visitor().represented().map(Represented::party).orElse(null);
    }

    private static DraftRef ref(Visit visit) {
        List<String> parts = visit.segments();
        if (parts.size() != 2 || !parts.get(1).equals(DELETE)) {
            throw Refusal.notFound();
        }
        return new DraftRef(parts.get(0));
    }
}
