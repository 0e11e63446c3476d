package se.knutpunkt.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import se.knutpunkt.portal.page.GateFilter;

/** Makes the response of a problem. */
final class ProblemAnswer {

    /** With its character set: some senders take US-ASCII for granted, by an old rule for text. */
    static final String TEXT_XML = "text/xml; charset=utf-8";

    private ProblemAnswer() {}

    /** As JSON, or in the form that the sender's own content type asks for. */
    static Response of(Problem problem, HttpServletRequest request) {
        if (isXml(request)) {
            return request.getHeader("SOAPAction") == null ? xml(problem, request) : fault(problem);
        }
        return withHeaders(
                problem,
                Response.status(problem.type().status())
                        .type(Problem.MEDIA_TYPE)
                        .entity(problem.json(requestId(request)).toString().getBytes(StandardCharsets.UTF_8)));
    }

    /**
     * As a SOAP fault. SOAP 1.1 (section 6.2) wants the status 500 for a fault about the message; what HTTP itself has a
     * status for keeps it.
     */
    static Response fault(Problem problem) {
        int status = problem.type().status();
        boolean aboutTheMessage = status == 400 || status == 422;
        return withHeaders(
                problem,
                Response.status(aboutTheMessage ? 500 : status).type(TEXT_XML).entity(XmlAnswer.fault(problem)));
    }

    private static Response xml(Problem problem, HttpServletRequest request) {
        return withHeaders(
                problem,
                Response.status(problem.type().status())
                        .type("application/problem+xml")
                        .entity(XmlAnswer.problemDocument(problem, requestId(request))));
    }

    private static boolean isXml(HttpServletRequest request) {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith("application/xml") || type.startsWith("text/xml");
    }

    private static Response withHeaders(Problem problem, Response.ResponseBuilder response) {
        response.header("Cache-Control", "no-store");
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
