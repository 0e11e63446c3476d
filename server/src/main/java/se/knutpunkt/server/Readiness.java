package se.knutpunkt.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/** Asks the portal's readiness until it answers that it takes requests. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 200;

    private Readiness() {}

    /**
     * Waits for {@code /health/ready}.
     *
     * @param alive whether there is anything left to wait for
     * @return whether the portal became ready
     */
    static boolean await(URI portal, BooleanSupplier alive) throws InterruptedException {
        HttpClient client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(Duration.ofSeconds(2))
                .build();
        HttpRequest request = HttpRequest.newBuilder(portal.resolve("/health/ready"))
                .timeout(Duration.ofSeconds(10))
                .build();
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < limit) {
            try {
                HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
                // a server whose portal failed to deploy says that it is ready too, but has asked nothing
                if (answer.statusCode() == 200 && answer.body().contains("\"database\"")) {
                    return true;
                }
            } catch (IOException notListeningYet) {
                // asked again below
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }
}
