package se.knutpunkt.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** A source system of the demo, talking to the shared launcher. */
final class Api {
    static final JsonMapper JSON = new JsonMapper();
    static final String ONE = "application/cloudevents+json";
    static final String BATCH = "application/cloudevents-batch+json";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final RunningLauncher launcher;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(PATIENCE)
            .build();

    Api(RunningLauncher launcher) {
        this.launcher = launcher;
    }

    /** What came back. */
    record Answer(int status, String contentType, String text) {
        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (IOException malformed) {
                throw new AssertionError("not JSON: " + text, malformed);
            }
        }
    }

    /** The key of the demo's source system. */
    String key() {
        try {
            return JSON.readTree(
                            launcher.data().resolve("demo/source-keys.json").toFile())
                    .elements()
                    .next()
                    .asText();
        } catch (IOException missing) {
            throw new AssertionError("no key of the demo source", missing);
        }
    }

    Answer post(String contentType, String body) {
        return post(contentType, body.getBytes(StandardCharsets.UTF_8));
    }

    Answer post(String contentType, byte[] body) {
        return send(events(key(), contentType, body));
    }

    /** A request with events, by a key. */
    HttpRequest.Builder events(String key, String contentType, byte[] body) {
        return request("/api/v1/events")
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", contentType)
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    /** The file of an attachment that was announced. */
    Answer put(String eventId, int position, byte[] file) {
        return send(request("/api/v1/events/" + eventId + "/bilagor/" + position)
                .header("Authorization", "Bearer " + key())
                .PUT(HttpRequest.BodyPublishers.ofByteArray(file)));
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    /** What the source may ask for. */
    Answer ask(String path) {
        return send(request(path).header("Authorization", "Bearer " + key()).GET());
    }

    HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(launcher.address() + path)).timeout(PATIENCE);
    }

    Answer send(HttpRequest.Builder request) {
        HttpResponse<String> response = raw(request);
        return new Answer(
                response.statusCode(),
                response.headers().firstValue("Content-Type").orElse(""),
                response.body());
    }

    /** As {@link #send}, with all headers. */
    HttpResponse<String> raw(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString(StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new AssertionError("no answer", broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new AssertionError(hurried);
        }
    }
}
