package se.knutpunkt.portal.login;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.util.logging.Level;
import java.util.logging.Logger;
import se.knutpunkt.portal.login.saml.Accepted;
import se.knutpunkt.portal.login.saml.ServiceProvider;
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

    @Inject
    transient ServiceProvider provider;

    @Inject
    transient Arrival arrival;

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
    protected void post(Visit visit) throws ServletException, IOException {
        try {
            long length = visit.request().getContentLengthLong();
            if (length < 0 || length > MAX_BODY) {
                throw new LoginRefused(LoginError.SIZE);
            }
            Accepted accepted =
                    provider.accept(visit.value("SAMLResponse").orElse(null), LoginCookies.browser(visit.request()));
            LoginCookies.begin(visit.response(), arrival.login(accepted.proof()));
            LOG.log(Level.INFO, "login accepted id={0} provider={1}", new Object[] {
                visit.request().getAttribute(GateFilter.REQUEST_ID), accepted.provider()
            });
            visit.seeOther(accepted.returnPath());
        } catch (LoginRefused refused) {
            RefusedLoginPage.show(visit, refused);
        }
    }
}
