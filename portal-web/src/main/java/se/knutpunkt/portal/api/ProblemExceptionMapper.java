package se.knutpunkt.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;

/** Answers with the problem that the code told of. */
public class ProblemExceptionMapper implements ExceptionMapper<ProblemException> {

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(ProblemException thrown) {
        return ProblemAnswer.of(thrown.problem(), request).toResponse();
    }
}
