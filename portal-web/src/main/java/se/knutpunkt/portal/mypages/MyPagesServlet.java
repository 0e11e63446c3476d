package se.knutpunkt.portal.mypages;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import se.knutpunkt.hub.party.PartyId;
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
        String notice = visit.value("borttaget").isPresent() ? visit.text("mypages.drafts.deleted") : "";
        visit.show("mypages/list", list.page(reader, ListAddress.of(visit), notice, new Wording(visit.getLanguage())));
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
