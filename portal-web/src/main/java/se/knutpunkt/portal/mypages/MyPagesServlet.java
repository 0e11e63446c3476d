package se.knutpunkt.portal.mypages;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Visit;

/** {@code /mina-sidor}: shows the statement; a POST is a search and ends in the address of what it found. */
@WebServlet(ListAddress.PATH)
public class MyPagesServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final int LONGEST_SEARCH = 100;

    @Inject
    transient StatementList list;

    @Inject
    transient RedirectSeal seal;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        PartyId reader = visit.visitor().requireCitizen();
        Represented acting = visit.visitor().represented().orElse(null);
        visit.show(
                "mypages/list",
                list.page(reader, acting, ListAddress.of(visit), notice(visit), new Wording(visit.getLanguage())));
    }

    private static String notice(Visit visit) {
        if (visit.value("borttaget").isPresent()) {
            return visit.text("mypages.drafts.deleted");
        }
        boolean back = visit.value("jag").isPresent() && !visit.visitor().isActing();
        return back ? visit.text("mypages.act.left") : "";
    }

    @Override
    protected void post(Visit visit) {
        PartyId reader = visit.visitor().requireCitizen();
        String who = visit.value("vem").filter(key -> !key.isEmpty()).orElse(null);
        String words = Typed.line(visit.value("sok").orElse(""), LONGEST_SEARCH);
        ListAddress all = ListAddress.ALL.ofWho(who);
        if (words.isEmpty()) {
            visit.seeOther(all.toString());
        } else if (ListAddress.isCaseNumber(words)) {
            visit.seeOther(ListAddress.ofCaseNumber(who, words).toString());
        } else {
            visit.seeOther(ListAddress.ofSealedWords(who, seal.seal(words, StatementList.WORDS, reader))
                    .toString());
        }
    }
}
