package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.SystemEvents;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.InvalidIdentityNumber;
import se.knutpunkt.hub.time.SwedishTime;

/** {@code /api/v1/cases}: how cases stand and what has happened in them, for systems with the right to ask. */
@Path("v1/cases")
@RequestScoped
@Produces(MediaType.APPLICATION_JSON)
public class CasesResource {
    private static final int LONGEST_BODY = 10_000;
    private static final int LONGEST_NUMBER = 100;

    @Inject
    Asker asker;

    @EJB
    SystemEvents events;

    @Inject
    Clock clock;

    @Context
    HttpServletRequest request;

    /** The cases of a case number. */
    @GET
    public Response ofNumber(
            @QueryParam("number") @Nullable String number, @QueryParam("authority") @Nullable String authority) {
        return asker.ask(request, system -> {
            if (number == null || number.isBlank() || number.length() > LONGEST_NUMBER) {
                throw Questions.wrong("number is a case number of at most " + LONGEST_NUMBER + " characters.");
            }
            if (IdentityNumbers.anyIn(number, SwedishTime.today(clock))) {
                throw Questions.wrong("Identity numbers never stand in an address: POST them to /api/v1/cases/search.");
            }
            return Questions.answer(Questions.cases(events.casesOfNumber(system, number, authority)));
        });
    }

    /** The cases with events about a person; the number is in the body, since addresses are logged on their way. */
    @POST
    @Path("search")
    @Consumes(MediaType.APPLICATION_JSON)
    public Response ofPerson(InputStream body) {
        return asker.ask(
                request, system -> Questions.answer(Questions.cases(events.casesOfPerson(system, number(body)))));
    }

    private IdentityNumber number(InputStream body) {
        byte[] bytes;
        try {
            bytes = LimitedBody.read(body, request.getContentLengthLong(), LONGEST_BODY);
        } catch (IOException broken) {
            throw Questions.wrong("The body broke off.");
        }
        if (!(Documents.one(bytes) instanceof ObjectNode object)) {
            throw Questions.wrong("The body is an object with identifierare and typ.");
        }
        LocalDate today = SwedishTime.today(clock);
        try {
            String text = object.path("identifierare").asText();
            return switch (object.path("typ").asText()) {
                case "Personnummer", "Samordningsnummer" -> IdentityNumber.person(text, today);
                case "Organisationsnummer" -> IdentityNumber.organisation(text);
                default -> throw Questions.wrong("typ is Personnummer, Samordningsnummer or Organisationsnummer.");
            };
        } catch (InvalidIdentityNumber none) {
            // the number itself is not repeated
            throw Questions.wrong("identifierare is not a number of its typ.");
        }
    }

    /** How a case stands. */
    @GET
    @Path("{id}")
    public Response state(@PathParam("id") String id, @Context Request conditions) {
        return asker.ask(
                request,
                system -> Questions.tagged(
                        Questions.state(events.openCase(system, id).orElseThrow(CasesResource::noCase)), conditions));
    }

    /** What has happened in a case, the oldest first. */
    @GET
    @Path("{id}/events")
    public Response events(
            @PathParam("id") String id,
            @QueryParam("after") @Nullable String after,
            @QueryParam("limit") @Nullable String limit) {
        return asker.ask(
                request,
                system -> Questions.answer(Questions.page(Optional.of(Questions.limit(limit))
                        .flatMap(most -> events.eventsOfCase(system, id, after, most))
                        .orElseThrow(CasesResource::noCase))));
    }

    /** The same for one that does not exist and for one that the system may not see. */
    private static ProblemException noCase() {
        return new ProblemException(
                ProblemType.NO_SUCH_CASE, "There is none by this id, or none that this system may ask about.");
    }
}
