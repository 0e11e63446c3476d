package se.knutpunkt.portal.secrecy;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.List;
import se.knutpunkt.hub.secrecy.Provisions;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.SealedWords;
import se.knutpunkt.portal.page.Visit;

/** {@code /sekretess}: the provisions of secrecy, for all staff to read. */
@WebServlet("/sekretess/*")
public class ProvisionsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final String CONTEXT = "secrecy.search";

    @Inject
    transient SealedWords sealed;

    @Override
    protected void get(Visit visit) throws ServletException, IOException {
        visit.visitor().requireStaff();
        if (!visit.segments().isEmpty()) {
            throw Refusal.notFound();
        }
        String words = sealed.open(CONTEXT, visit.value("sok").orElse(""));
        visit.show("secrecy/list", ProvisionsPage.of(visit, Provisions.shipped(), words));
    }

    @Override
    protected void post(Visit visit) {
        visit.visitor().requireStaff();
        if (!visit.segments().equals(List.of("sok"))) {
            throw Refusal.notFound();
        }
        String words = sealed.sealed(CONTEXT, visit.value("q").orElse(""));
        visit.seeOther("/sekretess" + (words.isEmpty() ? "" : "?sok=" + words));
    }
}
