package se.knutpunkt.server.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import se.knutpunkt.server.RunningLauncher;

/** What a source's question costs for what was taken since it asked last: nothing, or a hundred events. */
final class HubChanges {
    private static final int NEW = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(15);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ObjectMapper json = new ObjectMapper();
    private final RunningLauncher launcher;
    private final HubScale scale;
    private final AtomicLong events;
    private final Rounds rounds;
    private final String key;
    private boolean warm;

    /** @param events the number of the last event that was sent */
    HubChanges(RunningLauncher launcher, HubScale scale, AtomicLong events) throws IOException {
        this.launcher = launcher;
        this.scale = scale;
        this.events = events;
        this.rounds = new Rounds(launcher);
        this.key = KeptConnection.key(launcher);
    }

    void measure(String size, Bench.Printer printer) throws Exception {
        scale.awaitNumbers();
        String before = ask("latest", 0);
        try (KeptConnection connection = new KeptConnection(launcher)) {
            connection.post("application/cloudevents-batch+json", BenchEvents.many(events, NEW));
        }
        scale.awaitNumbers();
        String after = ask(before, NEW);
        if (!warm) {
            long end = System.nanoTime() + WARM_UP.toNanos();
            while (System.nanoTime() < end) {
                ask(before, NEW);
                ask(after, 0);
            }
            warm = true;
        }
        rounds.measure("hub.changes." + size + ".none", () -> ask(after, 0), printer);
        rounds.measure("hub.changes." + size + ".hundred", () -> ask(before, NEW), printer);
    }

    /** Where to go on from. */
    private String ask(String since, int expected) throws IOException, InterruptedException {
        HttpRequest question = HttpRequest.newBuilder(URI.create(launcher.address() + "/api/v1/changes?limit=" + NEW
                        + "&since=" + URLEncoder.encode(since, StandardCharsets.UTF_8)))
                .header("Authorization", "Bearer " + key)
                .build();
        HttpResponse<String> answer = client.send(question, HttpResponse.BodyHandlers.ofString());
        JsonNode page = json.readTree(answer.body());
        if (answer.statusCode() != 200 || page.path("events").size() != expected) {
            throw new IllegalStateException(
                    answer.statusCode() + " with " + page.path("events").size() + " events and not " + expected);
        }
        return page.path("next").asText();
    }
}
