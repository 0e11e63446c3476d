package se.knutpunkt.portal.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Visit;

/** {@code POST /logga-ut}: the login ends on the server, on every node, whatever becomes of the cookie. */
@WebServlet("/logga-ut")
public class LogoutServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Logins logins;

    @Override
    protected boolean isOfRole() {
        return false;
    }

    @Override
    protected void get(Visit visit) {
        visit.seeOther("/");
    }

    @Override
    protected void post(Visit visit) {
        visit.visitor().token().ifPresent(logins::end);
        LoginCookies.end(visit.response());
        visit.seeOther("/utloggad");
    }
}
