package se.knutpunkt.portal.page;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Set;

/** The page behind every error status; it tells what happened and what to do, and for a fault its id. */
@WebServlet("/fel")
public class ErrorServlet extends HttpServlet {
    private static final long serialVersionUID = 1L;
    private static final Set<Integer> TOLD = Set.of(400, 403, 404, 405, 413, 415, 500, 503);

    @Inject
    transient Visit visit;

    /** What the error page shows. */
    public record ErrorPage(int status, String title, String text, boolean fault, String requestId) {}

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        visit.begin(request, response);
        int status = told(request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE));
        Object id = request.getAttribute(GateFilter.REQUEST_ID);
        visit.show(
                status,
                "page/error",
                new ErrorPage(
                        status,
                        visit.text("error." + status + ".title"),
                        visit.text("error." + status + ".text"),
                        status >= 500,
                        id == null ? "" : id.toString()));
    }

    /** Asked for directly there is no error to tell of; an unusual 4xx is told as a 400, the rest as a fault. */
    private static int told(Object code) {
        if (!(code instanceof Integer status)) {
            return 404;
        }
        return TOLD.contains(status) ? status : status < 500 ? 400 : 500;
    }
}
