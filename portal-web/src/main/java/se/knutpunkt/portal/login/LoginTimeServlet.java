package se.knutpunkt.portal.login;

import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.time.Clock;
import java.util.Optional;
import se.knutpunkt.hub.login.Login;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.portal.page.PageServlet;
import se.knutpunkt.portal.page.Visit;

/**
 * {@code /inloggning}: GET tells, as JSON, how many seconds the login has left, without counting as activity, so that a
 * page can warn in time though another tab is in use. POST is that activity: one more idle time (WCAG 2.2.1).
 */
@WebServlet("/inloggning")
public class LoginTimeServlet extends PageServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Logins logins;

    @Inject
    transient Clock clock;

    @Override
    protected boolean isOfRole() {
        return false;
    }

    @Override
    protected void get(Visit visit) throws IOException {
        Optional<Login> login = visit.visitor().token().flatMap(logins::look);
        long left = login.map(l -> l.secondsLeft(clock.instant())).orElse(0L);
        visit.response().setContentType("application/json");
        visit.response().setHeader("Cache-Control", "no-store");
        visit.response().getWriter().print("{\"left\":" + left + "}");
    }

    @Override
    protected void post(Visit visit) {
        // asking who it is was the activity
        visit.visitor().login();
        visit.seeOther("/inloggning");
    }
}
