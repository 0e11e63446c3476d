package se.knutpunkt.portal.mypages;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.representation.Represented;
import se.knutpunkt.portal.login.ReturnPath;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Role;
import se.knutpunkt.portal.page.RolePage;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /mina-sidor/agera/<key>}: says what it means to act for someone, and begins it; {@code …/sluta} ends it. The role
 * is kept with the login, so that it holds in every tab, and is checked anew at each request.
 */
@WebServlet(RolePage.ACT + "/*")
public class ActServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Logins logins;

    @Inject
    transient AccessLog log;

    @Inject
    transient CaseTypes caseTypes;

    /**
     * What the page shows.
     *
     * @param name of the person
     * @param full name and relation
     * @param duties what a trustee is appointed to do; empty on other grounds
     * @param scope names of the case types that the right reaches to; empty for all
     * @param back local address to go on at; empty for Mina sidor
     */
    public record ActPage(
            String name, String full, List<String> duties, List<String> scope, String action, String back) {}

    static String address(String key) {
        return RolePage.ACT + "/" + key;
    }

    /** A link or an old tab may lead here in any role. */
    @Override
    protected boolean isOfRole() {
        return false;
    }

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        visit.visitor().requireCitizen();
        String key = key(visit);
        if (key.equals(RolePage.LEAVE)) {
            visit.seeOther(ListAddress.PATH);
            return;
        }
        Represented whom = visit.visitor().byKey(key).orElseThrow(Refusal::notFound);
        visit.show(
                "mypages/act",
                new ActPage(
                        Role.name(whom, visit.getLanguage()),
                        Role.full(whom, visit.getLanguage()),
                        Role.duties(whom, visit.getLanguage()),
                        scope(whom, visit),
                        address(key),
                        visit.value("till")
                                .map(till -> ReturnPath.of(visit.value("till")))
                                .orElse("")));
    }

    @Override
    protected void post(Visit visit) throws ServletException, IOException {
        PartyId reader = visit.visitor().requireCitizen();
        String key = key(visit);
        String token = visit.visitor().token().orElseThrow();
        String back = ReturnPath.of(visit.value("till").filter(till -> !till.isEmpty()));
        if (key.equals(RolePage.LEAVE)) {
            logins.actFor(token, null);
            visit.seeOther(back.equals(ListAddress.PATH) ? ListAddress.PATH + "?jag=1" : back);
            return;
        }
        Represented whom = visit.visitor().byKey(key).orElse(null);
        if (whom == null) {
            // it has ended since the page was shown
            visit.showRoleEnded();
            return;
        }
        log.note(new Look(
                "party:" + reader.value(), whom.relation().name(), "MY_PAGES", "acting", whom.party(), "acts-for"));
        logins.actFor(token, whom.party());
        visit.seeOther(back);
    }

    private List<String> scope(Represented whom, Visit visit) {
        return whom.caseTypes().stream()
                .sorted()
                .flatMap(code -> caseTypes.find(code).stream())
                .map(CaseType::name)
                .map(name -> name.in(visit.getLanguage().getTag()))
                .toList();
    }

    private static String key(Visit visit) {
        List<String> parts = visit.segments();
        if (parts.size() != 1) {
            throw Refusal.notFound();
        }
        return parts.get(0);
    }
}
