package se.knutpunkt.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import se.knutpunkt.portal.page.GateFilter;

/** Makes the answer of a problem. */
final class ProblemAnswer {

    /** With its character set: some senders take US-ASCII for granted, by an old rule for text. */
    static final String TEXT_XML = "text/xml; charset=utf-8";

    private ProblemAnswer() {}

    /** As JSON, or in the form that the sender's own content type asks for. */
    static Answer of(Problem problem, HttpServletRequest request) {
        if (isXml(request)) {
            return request.getHeader("SOAPAction") == null ? xml(problem, request) : fault(problem);
        }
        return withHeaders(
                problem,
                Answer.of(
                        problem.type().status(),
                        Problem.MEDIA_TYPE,
                        problem.json(requestId(request)).toString()));
    }

    /**
     * As a SOAP fault. SOAP 1.1 (section 6.2) wants the status 500 for a fault about the message; what HTTP itself has a
     * status for keeps it.
     */
    static Answer fault(Problem problem) {
        int status = problem.type().status();
        boolean aboutTheMessage = status == 400 || status == 422;
        return withHeaders(problem, Answer.of(aboutTheMessage ? 500 : status, TEXT_XML, XmlAnswer.fault(problem)));
    }

    private static Answer xml(Problem problem, HttpServletRequest request) {
        return withHeaders(
                problem,
                Answer.of(
                        problem.type().status(),
                        "application/problem+xml",
                        XmlAnswer.problemDocument(problem, requestId(request))));
    }

    private static boolean isXml(HttpServletRequest request) {
        String type =
                request.getContentType() == null ? "" : request.getContentType().toLowerCase(Locale.ROOT);
        return type.startsWith("application/xml") || type.startsWith("text/xml");
    }

    private static Answer withHeaders(Problem problem, Answer answer) {
        return switch (problem.type()) {
            case KEY_MISSING -> answer.withHeader("WWW-Authenticate", "Bearer realm=\"knutpunkt\"");
            case KEY_UNKNOWN ->
                answer.withHeader("WWW-Authenticate", "Bearer realm=\"knutpunkt\", error=\"invalid_token\"");
            case TOO_MANY_EVENTS -> answer.withHeader("Retry-After", Long.toString(problem.retryAfter()));
            case NOT_READY -> answer.withHeader("Retry-After", "30");
            default -> answer;
        };
    }

    static String requestId(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(GateFilter.REQUEST_ID));
    }
}
