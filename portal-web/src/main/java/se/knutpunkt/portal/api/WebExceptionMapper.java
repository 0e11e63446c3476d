package se.knutpunkt.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Tells what the framework refuses (address, method, media type) as a problem too. */
public class WebExceptionMapper implements ExceptionMapper<WebApplicationException> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(WebApplicationException thrown) {
        Response refused = thrown.getResponse();
        Problem problem = switch (refused.getStatus()) {
            case 404 -> Problem.of(ProblemType.NO_SUCH_ADDRESS, "The description of the API is at /openapi.");
            case 405 -> Problem.of(ProblemType.METHOD_NOT_ALLOWED, "The allowed methods stand in the header Allow.");
            case 406 ->
                Problem.of(ProblemType.NOT_ACCEPTABLE, "Answers are application/json and application/problem+json.");
            case 415 -> Problem.of(ProblemType.MEDIA_TYPE, "See /openapi for the content types.");
            default ->
                refused.getStatus() < 500
                        ? Problem.of(ProblemType.NOT_JSON, "The request cannot be read.")
                        : Problem.of(ProblemType.FAULT, "Try again later.");
        };
        Response answer = ProblemAnswer.of(problem, request).toResponse();
        String allow = refused.getHeaderString("Allow");
        return allow == null
                ? answer
                : Response.fromResponse(answer).header("Allow", allow).build();
    }
}
