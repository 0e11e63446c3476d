package se.knutpunkt.portal.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.SystemEvents;

/** {@code GET /api/v1/changes}: what was taken, for a system that keeps up by asking. */
@Path("v1/changes")
@RequestScoped
public class ChangesResource {

    @Inject
    Asker asker;

    @EJB
    SystemEvents events;

    @Context
    HttpServletRequest request;

    /** What was taken after a place. */
    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response changes(@QueryParam("since") @Nullable String since, @QueryParam("limit") @Nullable String limit) {
        return asker.ask(
                request,
                system -> Questions.answer(Questions.page(events.changes(system, since, Questions.limit(limit)))));
    }
}
