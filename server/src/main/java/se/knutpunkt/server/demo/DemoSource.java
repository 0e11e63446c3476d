package se.knutpunkt.server.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A line-of-business system of the demo municipality: signals the events of the pre-study's figure (page 18) through
 * the same door as any other system.
 */
public final class DemoSource {
    private static final String CODE = "demo-verksamhet";
    private static final String BATCH = "application/cloudevents-batch+json";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final URI portal;
    private final String key;
    private final Path events;

    DemoSource(URI portal, String key, Path events) {
        this.portal = portal;
        this.key = key;
        this.events = events;
    }

    static DemoSource of(DemoMode demo, URI portal) {
        try {
            return new DemoSource(portal, demo.keyOf(CODE), demo.file("figure-events.json"));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Sends them all in one batch. The hub knows an event by its id, so that sending them at each start changes
     * nothing.
     *
     * @return the status of the answer, 2xx when the batch was taken
     */
    public int signal() throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        HttpRequest request = HttpRequest.newBuilder(portal.resolve("/api/v1/events"))
                .timeout(PATIENCE)
                .header("Authorization", "Bearer " + key)
                .header("Content-Type", BATCH)
                .POST(HttpRequest.BodyPublishers.ofFile(events))
                .build();
        return client.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
    }
}
