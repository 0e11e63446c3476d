package se.knutpunkt.portal.page;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * A page, or a family of pages with one address: GET shows, POST does and redirects. Subclasses are mapped with
 * {@code @WebServlet}; those that take files add {@code @MultipartConfig}. A POST reaches {@link #post} only with the
 * token of its own form.
 */
public abstract class PageServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;

    @Inject
    transient Visit visit;

    /** Shows the page. */
    protected abstract void get(Visit visit) throws ServletException, IOException;

    /** Does what the form asks and redirects; a page without actions leaves it as it is. */
    protected void post(Visit visit) throws ServletException, IOException {
        throw Refusal.methodNotAllowed();
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
            if (!v.hasToken()) {
                throw v.getVisitor().isLoggedIn() || v.value("_token").isEmpty()
                        ? Refusal.forbidden("form token")
                        : new LoginNeeded();
            }
            post(v);
        });
    }

    private void answer(HttpServletRequest request, HttpServletResponse response, Action action)
            throws ServletException, IOException {
        visit.begin(request, response);
        try {
            action.run(visit);
        } catch (Refusal refusal) {
            response.sendError(refusal.status());
        } catch (LoginNeeded needed) {
            visit.seeOther("/logga-in?till=" + URLEncoder.encode(returnPath(request), StandardCharsets.UTF_8));
        }
    }

    /** After the login one is back on the page; what was posted is lost only where no draft could keep it. */
    private static String returnPath(HttpServletRequest request) {
        String query = request.getQueryString();
        return request.getMethod().equals("GET") && query != null
                ? request.getRequestURI() + "?" + query
                : request.getRequestURI();
    }

    private interface Action {
        void run(Visit visit) throws ServletException, IOException;
    }
}
