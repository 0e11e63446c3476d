package se.knutpunkt.portal.api;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** The last place before the sender: a fault of ours is logged with its id and told as a problem without details. */
public class FaultMapper implements ExceptionMapper<Exception> {

    private static final Logger LOG = System.getLogger(FaultMapper.class.getName());

    /** What a sender is to do when a fault ended the whole request, perhaps while it was committed. */
    static final String SEND_AGAIN =
            "It may be kept or not. Send the same again after a while, with the same id, which does"
                    + " no harm; name the instance if it goes on.";

    @Context
    HttpServletRequest request;

    @Override
    public Response toResponse(Exception fault) {
        String id = ProblemAnswer.requestId(request);
        return ProblemAnswer.of(logged(fault, id, SEND_AGAIN), request).toResponse();
    }

    /**
     * Logs a fault and tells it as a problem.
     *
     * @param detail what the sender is to do
     */
    static Problem logged(Exception fault, String requestId, String detail) {
        LOG.log(Level.ERROR, "request id=" + requestId + " page=/api failed", fault);
        return Problem.of(isDatabaseGone(fault) ? ProblemType.NOT_READY : ProblemType.FAULT, detail);
    }

    /** SQLSTATE class 08: no connection. */
    private static boolean isDatabaseGone(Throwable fault) {
        for (@Nullable Throwable t = fault; t != null; t = t.getCause()) {
            if (t instanceof SQLException sql
                    && sql.getSQLState() != null
                    && sql.getSQLState().startsWith("08")) {
                return true;
            }
        }
        return false;
    }
}
