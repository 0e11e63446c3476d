package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.inject.Inject;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.source.Sender;
import se.knutpunkt.hub.time.SwedishTime;

/**
 * {@code POST /api/v1/events}: takes case events from line-of-business systems. Answers only after they are committed.
 *
 * <p>A servlet and no resource of Jakarta REST as its neighbours: for one small event, finding and making a resource cost
 * as much as taking the event.
 */
@WebServlet("/api/v1/events")
public class EventsServlet extends HttpServlet {

    private static final long serialVersionUID = 1L;

    private static final String ALLOWED = "OPTIONS,POST";

    @Inject
    transient IntakeGate gate;

    @Inject
    transient EventDoor door;

    @Inject
    transient Clock clock;

    @Override
    protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
        switch (request.getMethod()) {
            case "POST" -> answer(request).send(response);
            case "OPTIONS" -> {
                response.setHeader("Allow", ALLOWED);
                response.setStatus(HttpServletResponse.SC_NO_CONTENT);
            }
            default -> {
                response.setHeader("Allow", ALLOWED);
                ProblemAnswer.of(
                                Problem.of(
                                        ProblemType.METHOD_NOT_ALLOWED,
                                        "The allowed methods stand in the header Allow."),
                                request)
                        .send(response);
            }
        }
    }

    /** One event, or many, by the content type. The cheap refusals come first: key, network, limit, type, size. */
    private Answer answer(HttpServletRequest request) throws IOException {
        Sender sender;
        try {
            sender = gate.enter(request);
        } catch (ProblemException refused) {
            return ProblemAnswer.of(refused.problem(), request);
        } catch (RuntimeException fault) {
            return ProblemAnswer.of(fault(request, fault), request);
        }
        try {
            return take(sender, EventMediaType.of(request.getContentType()), request);
        } catch (ProblemException refused) {
            gate.refused(sender.source(), refused.problem());
            return ProblemAnswer.of(refused.problem(), request);
        } catch (RuntimeException fault) {
            Problem told = fault(request, fault);
            gate.refused(sender.source(), told);
            return ProblemAnswer.of(told, request);
        }
    }

    private static Problem fault(HttpServletRequest request, RuntimeException fault) {
        return FaultMapper.logged(fault, ProblemAnswer.requestId(request), FaultMapper.SEND_AGAIN);
    }

    private Answer take(Sender sender, EventMediaType type, HttpServletRequest request) throws IOException {
        return switch (type.form()) {
            case ONE -> takeOne(sender, Documents.one(whole(request)));
            case JSON -> takeOneOfEitherMode(sender, request, Documents.one(whole(request)));
            case BATCH -> takeBatch(sender, request);
            case XML -> takeXml(sender, request, type.charset());
        };
    }

    private static byte[] whole(HttpServletRequest request) throws IOException {
        return LimitedBody.read(request.getInputStream(), request.getContentLengthLong(), ApiLimits.EVENT_BYTES);
    }

    private Answer takeOneOfEitherMode(Sender sender, HttpServletRequest request, JsonNode json) {
        Map<String, List<String>> attributes = BinaryEvent.attributes(request);
        return takeOne(sender, attributes.isEmpty() ? json : BinaryEvent.structured(attributes, json));
    }

    private Answer takeOne(Sender sender, JsonNode json) {
        ReadEvent event = ReadEvent.of(json, today());
        Taken taken = door.takeOne(sender.source(), event);
        ObjectNode body = JsonAnswer.accepted(event.id(), taken);
        return Answer.of(200, Answer.JSON, body.toString());
    }

    private Answer takeBatch(Sender sender, HttpServletRequest request) throws IOException {
        LimitedBody.refuseTooLarge(request.getContentLengthLong(), ApiLimits.BATCH_BYTES);
        MeteredStream metered = new MeteredStream(request.getInputStream(), ApiLimits.BATCH_BYTES);
        BatchResponse response = new BatchResponse(new JsonAnswer(), ProblemAnswer.requestId(request));
        BatchResponse.Finished finished =
                response.take(door, sender.source(), new JsonBatch(metered, today()), metered);
        gate.further(sender, response.results() - 1);
        return finished.answer(Answer.JSON);
    }

    private Answer takeXml(Sender sender, HttpServletRequest request, @Nullable String charset) throws IOException {
        LimitedBody.refuseTooLarge(request.getContentLengthLong(), ApiLimits.BATCH_BYTES);
        MeteredStream metered = new MeteredStream(request.getInputStream(), ApiLimits.BATCH_BYTES);
        XmlEvents events = new XmlEvents(metered, charset, today(), ApiLimits.BATCH_EVENTS);
        BatchResponse response = new BatchResponse(new XmlAnswer(events::isSoap), ProblemAnswer.requestId(request));
        try {
            BatchResponse.Finished finished = response.take(door, sender.source(), events, metered);
            gate.further(sender, response.results() - 1);
            return events.isSoap()
                    ? finished.withStatus(200).answer(ProblemAnswer.TEXT_XML)
                    : finished.answer(MediaType.APPLICATION_XML);
        } catch (ProblemException refused) {
            if (events.isSoap()) {
                gate.refused(sender.source(), refused.problem());
                return ProblemAnswer.fault(refused.problem());
            }
            throw refused;
        }
    }

    private LocalDate today() {
        return SwedishTime.today(clock);
    }
}
