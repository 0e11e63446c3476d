package se.knutpunkt.portal.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;

/** The examples of the published description, for tests to send and to break. */
final class Samples {

    static final JsonMapper JSON = new JsonMapper();

    private Samples() {}

    /** A content type and a body that the description prints. */
    record Printed(String contentType, JsonNode body) {}

    static JsonNode description() {
        try (InputStream in = Samples.class.getResourceAsStream("/META-INF/openapi.json")) {
            return JSON.readTree(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    static List<Printed> printed() {
        List<Printed> all = new ArrayList<>();
        JsonNode content = description().at("/paths/~1events/post/requestBody/content");
        content.fields()
                .forEachRemaining(type -> type.getValue()
                        .get("examples")
                        .forEach(example -> all.add(new Printed(type.getKey(), example.get("value")))));
        return all;
    }

    /** A fresh copy of the example that uses every member. */
    static ObjectNode full() {
        return description()
                .at("/paths/~1events/post/requestBody/content/application~1cloudevents+json/examples/offer/value")
                .deepCopy();
    }

    static ObjectNode data(ObjectNode event) {
        return (ObjectNode) event.get("data");
    }
}
