package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A problem as RFC 9457 tells it.
 *
 * @param detail what to do about it, in words
 * @param errors each thing that is wrong, when there may be several
 * @param retryAfter in how many seconds the same may be sent again; 0 when that is not told
 */
record Problem(ProblemType type, String detail, List<Fault> errors, long retryAfter) {

    /** The media type of a problem document. */
    static final String MEDIA_TYPE = "application/problem+json";

    Problem {
        errors = List.copyOf(errors);
    }

    Problem(ProblemType type, String detail, List<Fault> errors) {
        this(type, detail, errors, 0);
    }

    static Problem of(ProblemType type, String detail) {
        return new Problem(type, detail, List.of());
    }

    static Problem invalid(List<Fault> errors) {
        String detail = errors.size() == 1
                ? "One thing is wrong with the event; errors says where."
                : errors.size() + " things are wrong with the event; errors says where.";
        return new Problem(ProblemType.INVALID_EVENT, detail, errors);
    }

    /**
     * The document.
     *
     * @param requestId names this occurrence, in the log too; null inside a batch, where the whole answer has one
     */
    ObjectNode json(@Nullable String requestId) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("type", type.uri());
        json.put("title", type.title());
        json.put("status", type.status());
        json.put("detail", detail);
        if (requestId != null) {
            json.put("instance", "urn:knutpunkt:request:" + requestId);
        }
        if (!errors.isEmpty()) {
            ArrayNode all = json.putArray("errors");
            errors.forEach(fault ->
                    all.addObject().put("pointer", "#" + fault.pointer()).put("detail", fault.detail()));
        }
        return json;
    }
}
