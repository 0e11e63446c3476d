package se.knutpunkt.portal.page;

import jakarta.ejb.EJBException;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.login.Login;

/**
 * A page, or a family of pages with one address: GET shows, POST does and redirects. Subclasses are mapped with
 * {@code @WebServlet}; those that take files add {@code @MultipartConfig}. A POST reaches {@link #post} only with the
 * token of its own form.
 */
public abstract class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final int TRIES = 3;

    @Inject
    transient Visit visit;

    /** Shows the page. */
    protected abstract void get(Visit visit) throws ServletException, IOException;

    /** Does what the form asks and redirects; a page without actions leaves it as it is. */
    protected void post(Visit visit) throws ServletException, IOException {
        throw Refusal.methodNotAllowed();
    }

    /** Takes a piece of a file that a script of ours sends; other pages leave it as it is. */
    protected void patch(Visit visit) throws ServletException, IOException {
        throw Refusal.methodNotAllowed();
    }

    /**
     * Keeps what was typed in a form that is posted after its login reached a limit, or after the person has changed whom
     * they act for; they are sent to log in, or told, next. Nothing else may be done here: a lapsed login lets nobody see
     * or send anything, and nothing may land on another than the form was shown for.
     *
     * @param shownTo the login to which the form was shown
     * @return whether it was kept; most forms hold nothing that would be missed
     */
    protected boolean keep(Visit visit, Login shownTo) {
        return false;
    }

    /** Whether what is posted comes from a form of ours, which carries a token; the one exception is the SAML response. */
    protected boolean isOwnForm() {
        return true;
    }

    /**
     * Whether the page belongs to the role that the person acts in; those of logging in and out, and those that change the
     * role, do not.
     */
    protected boolean isOfRole() {
        return true;
    }

    @Override
    protected final void doGet(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(request, response, this::get);
    }

    @Override
    protected final void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        answer(request, response, v -> {
            if (isOwnForm() && !v.hasToken()) {
                if (v.lapsed().map(login -> keep(v, login)).orElse(false)) {
                    throw LoginNeeded.withAllKept();
                }
                throw v.visitor().isLoggedIn() || v.value("_token").isEmpty()
                        ? Refusal.forbidden("form token")
                        : new LoginNeeded();
            }
            if (isOwnForm() && isOfRole() && !v.isOfRole()) {
                boolean kept = v.visitor().login().map(login -> keep(v, login)).orElse(false);
                v.showPostedRole(kept);
                return;
            }
            post(v);
        });
    }

    /** The token of a piece comes in a header, since its body is the file's. */
    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        if (!request.getMethod().equals("PATCH")) {
            super.service(request, response);
            return;
        }
        answer(request, response, v -> {
            if (!v.hasToken(request.getHeader("X-Form-Token"))) {
                throw Refusal.forbidden("form token");
            }
            patch(v);
        });
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Action action)
            throws ServletException, IOException {
        visit.begin(request, response);
        try {
            if (isOfRole() && visit.visitor().hasLostRole()) {
                visit.showRoleEnded();
                return;
            }
            action.run(visit);
        } catch (Refusal refusal) {
            response.sendError(refusal.status());
        } catch (LoginNeeded needed) {
            visit.seeOther(loginAddress(request, needed));
        }
    }

    /**
     * Where to log in and come back. After a POST the log-in page asks first ({@code igen}): it explains why, and a
     * browser does not follow a form to the provider's site. What was typed into a draft has been kept by then. It also
     * asks first when the login is too weak, since who has just logged in wonders why.
     */
    private static String loginAddress(HttpServletRequest request, LoginNeeded needed) {
        boolean post = request.getMethod().equals("POST");
        String query = request.getQueryString();
        String page = post || query == null ? request.getRequestURI() : request.getRequestURI() + "?" + query;
        return "/logga-in?till=" + URLEncoder.encode(page, StandardCharsets.UTF_8)
                + needed.level().map(level -> "&niva=" + level.code()).orElse("")
                + (post || needed.isStronger() ? "&igen=" + needed.why() : "");
    }

    /**
     * Makes a change, and makes it again a few times when another made one in its way at the same moment: then it was undone
     * whole. For {@link #post}.
     */
    protected static void untilDone(Visit visit, Action change) throws ServletException, IOException {
        for (int tries = 1; ; tries++) {
            try {
                change.run(visit);
                return;
            } catch (EJBException failed) {
                if (tries == TRIES || !DatabaseFailure.isDeadlock(failed)) {
                    throw failed;
                }
            }
        }
    }

    /** What a request asks for. */
    @FunctionalInterface
    protected interface Action {
        /** Does it. */
        void run(Visit visit) throws ServletException, IOException;
    }
}
