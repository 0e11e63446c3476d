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
import se.knutpunkt.hub.source.Sender;
import se.knutpunkt.hub.time.SwedishTime;

/** Takes case events from line-of-business systems. Answers only after they are committed. */
@Path("v1/events")
@RequestScoped
public class EventsResource {

    private static final int MULTI_STATUS = 207;

    @Inject
    IntakeGate gate;

    @Inject
    EventIntake intake;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    /** One event, or a batch by its content type. The cheap refusals come first: key, network, limit, type, size. */
    @POST
    public Response take(InputStream body) throws IOException {
        Sender sender = gate.enter(request);
        try {
            return take(sender, body);
        } catch (ProblemException refused) {
            gate.refused(sender, refused.problem());
            throw refused;
        } catch (RuntimeException fault) {
            gate.failed(sender);
            throw fault;
        }
    }

    private Response take(Sender sender, InputStream body) throws IOException {
        boolean batch = EventMediaType.isBatch(request.getContentType());
        int limit = batch ? ApiLimits.BATCH_BYTES : ApiLimits.EVENT_BYTES;
        byte[] bytes = LimitedBody.read(body, request.getContentLengthLong(), limit);
        return batch ? takeBatch(sender, Documents.batch(bytes)) : takeOne(sender, Documents.one(bytes));
    }

    private Response takeOne(Sender sender, JsonNode json) {
        IncomingEvent event = EventReader.read(json, today());
        try {
            Taken taken = intake.take(sender.source(), event);
            gate.taken(sender);
            return answer(200, accepted(event.externalId(), taken));
        } catch (EventRefused refused) {
            throw new ProblemException(Refusals.problem(refused));
        }
    }

    private Response takeBatch(Sender sender, List<JsonNode> documents) {
        gate.further(sender, documents.size() - 1);
        ObjectNode[] results = new ObjectNode[documents.size()];
        List<IncomingEvent> readable = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        LocalDate today = today();
        for (int i = 0; i < results.length; i++) {
            try {
                readable.add(EventReader.read(documents.get(i), today));
                places.add(i);
            } catch (ProblemException unreadable) {
                gate.refused(sender, unreadable.problem());
                results[i] = refused(EventReader.idOf(documents.get(i)), unreadable.problem());
            }
        }
        List<Outcome> outcomes = readable.isEmpty() ? List.of() : intake.takeAll(sender.source(), readable);
        for (int i = 0; i < outcomes.size(); i++) {
            results[places.get(i)] = result(sender, outcomes.get(i));
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

    private ObjectNode result(Sender sender, Outcome outcome) {
        if (outcome instanceof Outcome.Accepted accepted) {
            gate.taken(sender);
            ObjectNode result = accepted(accepted.externalId(), accepted.taken());
            result.put("status", 200);
            return result;
        }
        Outcome.Refused refused = (Outcome.Refused) outcome;
        Problem problem = Refusals.problem(refused.reason());
        gate.refused(sender, problem);
        return refused(refused.externalId(), problem);
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
