package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventRefused;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Outcome;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.time.SwedishTime;

/** Takes case events from line-of-business systems. Answers only after they are committed. */
@Path("v1/events")
@RequestScoped
public class EventsResource {

    private static final int MULTI_STATUS = 207;

    @Inject
    SourceSystems sources;

    @Inject
    EventIntake intake;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    /** One event, or a batch by its content type. The cheap refusals come first: key, type, size. */
    @POST
    public Response take(InputStream body) throws IOException {
        SourceSystem source = SourceKeys.source(request.getHeader("Authorization"), sources);
        boolean batch = EventMediaType.isBatch(request.getContentType());
        int limit = batch ? ApiLimits.BATCH_BYTES : ApiLimits.EVENT_BYTES;
        byte[] bytes = LimitedBody.read(body, request.getContentLengthLong(), limit);
        return batch ? takeBatch(source, Documents.batch(bytes)) : takeOne(source, Documents.one(bytes));
    }

    private Response takeOne(SourceSystem source, JsonNode json) {
        IncomingEvent event = EventReader.read(json, today());
        try {
            Taken taken = intake.take(source, event);
            return answer(200, accepted(event.externalId(), taken));
        } catch (EventRefused refused) {
            throw new ProblemException(Refusals.problem(refused));
        }
    }

    private Response takeBatch(SourceSystem source, List<JsonNode> documents) {
        ObjectNode[] results = new ObjectNode[documents.size()];
        List<IncomingEvent> readable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        LocalDate today = today();
        for (int i = 0; i < results.length; i++) {
            try {
                readable.add(EventReader.read(documents.get(i), today));
                places.add(i);
            } catch (ProblemException unreadable) {
                results[i] = refused(EventReader.idOf(documents.get(i)), unreadable.problem());
            }
        }
        List<Outcome> outcomes = readable.isEmpty() ? List.of() : intake.takeAll(source, readable);
        for (int i = 0; i < outcomes.size(); i++) {
            results[places.get(i)] = result(outcomes.get(i));
        }
        return batchAnswer(results);
    }

    private static Response batchAnswer(ObjectNode[] results) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        ArrayNode all = body.putArray("results");
        boolean anyRefused = false;
        for (ObjectNode result : results) {
            anyRefused |= result.has("problem");
            all.add(result);
        }
        return answer(anyRefused ? MULTI_STATUS : 200, body);
    }

    private static ObjectNode result(Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            ObjectNode result = accepted(accepted.externalId(), accepted.taken());
            result.put("status", 200);
            return result;
        }
        Outcome.Refused refused = (Outcome.Refused) outcome;
        return refused(refused.externalId(), Refusals.problem(refused.reason()));
    }

    private static ObjectNode accepted(String id, Taken taken) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("eventId", taken.eventId());
    }

    private static ObjectNode refused(String id, Problem problem) {
        ObjectNode result = JsonNodeFactory.instance.objectNode().put("id", id);
        result.put("status", problem.type().status());
        result.set("problem", problem.json(null));
        return result;
    }

    private static Response answer(int status, ObjectNode body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .entity(body.toString().getBytes(StandardCharsets.UTF_8))
                .build();
    }

    private LocalDate today() {
        return SwedishTime.today(clock);
    }
}
