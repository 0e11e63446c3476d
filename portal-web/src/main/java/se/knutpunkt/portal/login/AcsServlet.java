package se.knutpunkt.portal.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.knutpunkt.portal.login.saml.Accepted;
import se.knutpunkt.portal.login.saml.ServiceProvider;
import se.knutpunkt.portal.page.ClientAddress;
import se.knutpunkt.portal.page.GateFilter;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Refusal;
import se.knutpunkt.portal.page.Visit;

/** {@code POST /saml/acs}: where the provider's page sends the person back with its response. */
@WebServlet("/saml/acs")
public class AcsServlet extends PageServlet {
    private static final long serialVersionUID = 1L;
    private static final Logger LOG = Logger.getLogger("se.knutpunkt.login");

    /** Longest body in bytes, told by its length before a byte is read; browsers always tell it. */
    private static final long MAX_BODY = 512 * 1024;

    private static final int TOO_MANY = 429;
    private static final Set<LoginError.Page> COUNTED = EnumSet.of(LoginError.Page.BROKEN, LoginError.Page.AGAIN);

    @Inject
    transient ClientAddress client;

    @Inject
    transient RefusalLimit limit;

    @Inject
    transient ServiceProvider provider;

    @Inject
    transient TestPersons testPersons;

    @Inject
    transient Arrival arrival;

    @Override
    protected boolean isOfRole() {
        return false;
    }

    @Override
    protected void get(Visit visit) {
        throw Refusal.methodNotAllowed();
    }

    /** The form stands on the provider's page: what protects here is the response's signature and its own request. */
    @Override
    protected boolean isOwnForm() {
        return false;
    }

    @Override
    protected void post(Visit visit) throws IOException {
        String address = client.of(visit.request());
        if (limit.isReached(address)) {
            tooMany(visit.response());
            return;
        }
        try {
            Optional<String> browser = LoginCookies.browser(visit.request());
            long length = visit.request().getContentLengthLong();
            if (length < 0 || length > MAX_BODY) {
                throw new LoginRefused(LoginError.SIZE);
            }
            if (browser.isEmpty()) {
                // nothing that such a browser posts can be the answer to its request: no need to look inside
                throw new LoginRefused(LoginError.BROWSER);
            }
            Accepted accepted = provider.accept(visit.value("SAMLResponse").orElse(null), browser);
            testPersons.check(accepted.proof());
            LoginCookies.begin(visit.response(), arrival.login(accepted.proof(), accepted.level()));
            LOG.log(Level.INFO, "login accepted id={0} provider={1}", new Object[] {
                visit.request().getAttribute(GateFilter.REQUEST_ID), accepted.provider()
            });
            visit.seeOther(accepted.returnPath());
        } catch (LoginRefused refused) {
            // what was not looked at cost nothing, and any page elsewhere can make a browser send it
            if (refused.error() != LoginError.BROWSER
                    && COUNTED.contains(refused.error().page())) {
                limit.count(address);
            }
            RefusedLoginPage.seeOther(visit, refused);
        }
    }

    /** As cheap as an answer can be, and still one that a person can read. */
    private static void tooMany(HttpServletResponse response) throws IOException {
        response.setStatus(TOO_MANY);
        response.setHeader("Retry-After", Long.toString(RefusalLimit.WINDOW.toSeconds()));
        response.setHeader("Cache-Control", "no-store");
        response.setContentType("text/plain;charset=UTF-8");
        response.getWriter()
                .print(
                        "För många inloggningar från ditt nätverk gick inte att kontrollera. Vänta en minut och försök igen.\n"
                                + "Too many logins from your network could not be checked. Wait a minute and try again.\n");
    }
}
