package se.knutpunkt.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import se.knutpunkt.portal.page.GateFilter;

/** Makes the response of a problem. */
final class ProblemAnswer {

    private ProblemAnswer() {}

    static Response of(Problem problem, HttpServletRequest request) {
        Response.ResponseBuilder response = Response.status(problem.type().status())
                .type(Problem.MEDIA_TYPE)
                .header("Cache-Control", "no-store")
                .entity(problem.json(requestId(request)).toString().getBytes(StandardCharsets.UTF_8));
        switch (problem.type()) {
            case KEY_MISSING -> response.header("WWW-Authenticate", "Bearer realm=\"knutpunkt\"");
            case KEY_UNKNOWN ->
                response.header("WWW-Authenticate", "Bearer realm=\"knutpunkt\", error=\"invalid_token\"");
            case TOO_MANY_EVENTS -> response.header("Retry-After", Long.toString(problem.retryAfter()));
            case NOT_READY -> response.header("Retry-After", "30");
            default -> {
                // the status says it all
            }
        }
        return response.build();
    }

    static String requestId(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(GateFilter.REQUEST_ID));
    }
}
