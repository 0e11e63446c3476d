package se.knutpunkt.portal.login;

import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.knutpunkt.portal.page.GateFilter;
import se.knutpunkt.portal.page.Visit;

/**
 * What a person sees when a login came to nothing.
 *
 * @param title heading
 * @param text what happened and what to do
 * @param again where to log in again; empty when that would not help
 * @param fault whether to show the id
 * @param id the request's id, which the log shares
 */
public record RefusedLoginPage(String title, String text, String again, boolean fault, String id) {
    private static final Logger LOG = Logger.getLogger("se.knutpunkt.login");

    /** Logs the cause, which holds no personal data, and shows the page that fits it. */
    static void show(Visit visit, LoginRefused refused) throws ServletException, IOException {
        show(visit, refused.error().page(), log(visit, refused), refused.returnPath());
    }

    /**
     * Logs the cause and sends on to the page that fits it. A refused response is answered without a page of its own: a
     * flood of them is to be cheap, and going back must not post it again.
     */
    static void seeOther(Visit visit, LoginRefused refused) {
        String id = log(visit, refused);
        visit.seeOther(RefusedLoginServlet.address(refused.error().page(), id, refused.returnPath()));
    }

    static void show(Visit visit, LoginError.Page page, String id, String till) throws ServletException, IOException {
        String key = "login." + page.name().toLowerCase(Locale.ROOT);
        visit.show(
                page.status(),
                "login/refused",
                new RefusedLoginPage(
                        visit.text(key + ".title"),
                        visit.text(key + ".text"),
                        again(page, till),
                        page != LoginError.Page.CANCELLED && !id.isEmpty(),
                        id));
    }

    private static String again(LoginError.Page page, String till) {
        if (page == LoginError.Page.NO_PROVIDER || page == LoginError.Page.NO_STRONG_PROVIDER) {
            return "";
        }
        return till.isEmpty() ? "/logga-in" : "/logga-in?till=" + URLEncoder.encode(till, StandardCharsets.UTF_8);
    }

    private static String log(Visit visit, LoginRefused refused) {
        String id = String.valueOf(visit.request().getAttribute(GateFilter.REQUEST_ID));
        LOG.log(Level.INFO, "login refused id={0} error={1}", new Object[] {id, refused.getMessage()});
        return id;
    }
}
