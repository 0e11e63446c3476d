package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.EventAttachments;
import se.knutpunkt.hub.event.Taken;

/** Writes the results of a batch as JSON. */
final class JsonAnswer implements BatchAnswer {

    private final Spool spool = new Spool();
    private int results;
    private boolean anyRefused;

    /** The members of an event that is kept. */
    static ObjectNode accepted(String id, Taken taken) {
        return JsonNodeFactory.instance.objectNode().put("id", id).put("eventId", taken.eventId());
    }

    /** The members of an attachment that is kept. */
    static ObjectNode arrived(int position, EventAttachments.Arrived arrived) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("eventId", arrived.eventId())
                .put("position", position)
                .put("size", arrived.size());
    }

    @Override
    public void add(EventResult result) throws IOException {
        write(results == 0 ? "{\"results\":[" : ",");
        ObjectNode json = result.taken() == null
                ? JsonNodeFactory.instance.objectNode().put("id", result.id())
                : accepted(result.id(), result.taken());
        json.put("status", result.status());
        if (result.problem() != null) {
            json.set("problem", result.problem().json(null));
            anyRefused = true;
        }
        write(json.toString());
        results++;
    }

    @Override
    public int results() {
        return results;
    }

    @Override
    public boolean anyRefused() {
        return anyRefused;
    }

    @Override
    public Spool end(@Nullable Problem problem, String requestId) throws IOException {
        write("]");
        if (problem != null) {
            write(",\"problem\":" + problem.json(requestId));
        }
        write("}");
        return spool;
    }

    private void write(String text) throws IOException {
        spool.write(text.getBytes(StandardCharsets.UTF_8));
    }
}
