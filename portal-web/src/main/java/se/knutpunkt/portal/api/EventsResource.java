package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.time.SwedishTime;

/** Takes case events from line-of-business systems. Answers only after they are committed. */
@Path("v1/events")
@RequestScoped
public class EventsResource {

    @Inject
    SourceSystems sources;

    @Inject
    EventDoor door;

    @Inject
    Clock clock;

    @Inject
    HttpServletRequest request;

    /** One event, or many, by the content type. The cheap refusals come first: key, type, size. */
    @POST
    public Response take(InputStream body) throws IOException {
        try {
            SourceSystem source = SourceKeys.source(request.getHeader("Authorization"), sources);
            return take(source, EventMediaType.of(request.getContentType()), body);
        } catch (ProblemException refused) {
            return ProblemAnswer.of(refused.problem(), request);
        }
    }

    private Response take(SourceSystem source, EventMediaType type, InputStream body) throws IOException {
        return switch (type.form()) {
            case ONE -> takeOne(source, Documents.one(whole(body)));
            case JSON -> takeOneOfEitherMode(source, Documents.one(whole(body)));
            case BATCH -> takeBatch(source, body);
            case XML -> takeXml(source, body, type.charset());
        };
    }

    private byte[] whole(InputStream body) throws IOException {
        return LimitedBody.read(body, request.getContentLengthLong(), ApiLimits.EVENT_BYTES);
    }

    private Response takeOneOfEitherMode(SourceSystem source, JsonNode json) {
        Map<String, List<String>> attributes = BinaryEvent.attributes(request);
        return takeOne(source, attributes.isEmpty() ? json : BinaryEvent.structured(attributes, json));
    }

    private Response takeOne(SourceSystem source, JsonNode json) {
        ReadEvent event = ReadEvent.of(json, today());
        Taken taken = door.takeOne(source, event);
        ObjectNode body = JsonAnswer.accepted(event.id(), taken);
        return Response.ok(body.toString().getBytes(StandardCharsets.UTF_8), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    private Response takeBatch(SourceSystem source, InputStream body) throws IOException {
        LimitedBody.refuseTooLarge(request.getContentLengthLong(), ApiLimits.BATCH_BYTES);
        MeteredStream metered = new MeteredStream(body, ApiLimits.BATCH_BYTES);
        BatchResponse response = new BatchResponse(new JsonAnswer(), ProblemAnswer.requestId(request));
        return response.take(door, source, new JsonBatch(metered, today()), metered)
                .response(MediaType.APPLICATION_JSON);
    }

    private Response takeXml(SourceSystem source, InputStream body, @Nullable String charset) throws IOException {
        LimitedBody.refuseTooLarge(request.getContentLengthLong(), ApiLimits.BATCH_BYTES);
        MeteredStream metered = new MeteredStream(body, ApiLimits.BATCH_BYTES);
        XmlEvents events = new XmlEvents(metered, charset, today(), ApiLimits.BATCH_EVENTS);
        BatchResponse response = new BatchResponse(new XmlAnswer(events::isSoap), ProblemAnswer.requestId(request));
        try {
            BatchResponse.Finished finished = response.take(door, source, events, metered);
            return events.isSoap()
                    ? finished.withStatus(200).response(ProblemAnswer.TEXT_XML)
                    : finished.response(MediaType.APPLICATION_XML);
        } catch (ProblemException refused) {
            if (events.isSoap()) {
                return ProblemAnswer.fault(refused.problem());
            }
            throw refused;
        }
    }

    private LocalDate today() {
        return SwedishTime.today(clock);
    }
}
