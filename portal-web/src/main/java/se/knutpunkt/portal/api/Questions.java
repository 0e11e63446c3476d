package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.SystemCase;
import se.knutpunkt.hub.disclosure.SystemEventPage;
import se.knutpunkt.hub.disclosure.SystemEvents;
import se.knutpunkt.hub.subscription.CloudEvents;

/** What questions of systems have in common. */
final class Questions {
    private static final int USUAL = 100;
    private static final int TAG_BYTES = 16;
    private static final Pattern WHOLE = Pattern.compile("[1-9][0-9]{0,3}");

    private Questions() {}

    /** How many events are wanted; a hundred unless told. */
    static int limit(@Nullable String asked) {
        if (asked == null) {
            return USUAL;
        }
        if (!WHOLE.matcher(asked).matches() || Integer.parseInt(asked) > SystemEvents.MOST) {
            throw wrong("limit is a whole number from 1 to " + SystemEvents.MOST + ".");
        }
        return Integer.parseInt(asked);
    }

    static ProblemException wrong(String detail) {
        return new ProblemException(ProblemType.INVALID_QUESTION, detail);
    }

    static ProblemException wrongCursor() {
        return wrong("The cursor is not one that this address has answered with.");
    }

    static ObjectNode page(SystemEventPage page) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode events = json.putArray("events");
        page.events().forEach(event -> events.add(CloudEvents.of(event)));
        return json.put("next", page.next()).put("more", page.more());
    }

    static ObjectNode cases(List<SystemCase> cases) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode all = json.putArray("cases");
        cases.forEach(one -> all.add(state(one)));
        return json;
    }

    static ObjectNode state(SystemCase one) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", one.caseId())
                .put("caseNumber", one.caseNumber())
                .put("mainCaseNumber", one.mainCaseNumber())
                .put("caseType", one.caseType());
        json.putObject("authority")
                .put("code", one.authority())
                .put("name", one.authorityName().sv());
        json.put("received", one.received().toString())
                .put("promised", one.promised() == null ? null : one.promised().toString())
                .put("needsAction", one.needsAction())
                .put("done", one.done());
        json.set("latest", CloudEvents.of(one.latest()));
        return json;
    }

    static Response answer(ObjectNode json) {
        return Response.ok(bytes(json), MediaType.APPLICATION_JSON_TYPE)
                .header("Cache-Control", "no-store")
                .build();
    }

    /** With a tag of its content, by which the same is not sent again. */
    static Response tagged(ObjectNode json, Request request) {
        byte[] body = bytes(json);
        EntityTag tag = new EntityTag(tag(body));
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged == null
                ? Response.ok(body, MediaType.APPLICATION_JSON_TYPE).tag(tag)
                : unchanged;
        return answer.header("Cache-Control", "private, no-cache").build();
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static String tag(byte[] body) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(body);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(java.util.Arrays.copyOf(digest, TAG_BYTES));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
