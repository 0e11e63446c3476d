package se.knutpunkt.server;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;

/** Asks the portal until it takes requests. */
final class Readiness {
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final long POLL_MILLIS = 200;

    private final URI portal;
    private final List<String> pages;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(2))
            .build();

    /**
     * The readiness of a portal.
     *
     * @param portal its address
     * @param pages paths that must be answered with 200 beside {@code /health/ready}: the checks of an application
     *     answer before its pages do
     */
    Readiness(URI portal, List<String> pages) {
        this.portal = portal;
        this.pages = List.copyOf(pages);
    }

    /**
     * Waits until it is ready.
     *
     * @param alive whether there is anything left to wait for
     * @return whether the portal became ready
     */
    boolean await(BooleanSupplier alive) throws InterruptedException {
        long limit = System.nanoTime() + PATIENCE.toNanos();
        while (alive.getAsBoolean() && System.nanoTime() < limit) {
            if (isReady()) {
                return true;
            }
            Thread.sleep(POLL_MILLIS);
        }
        return false;
    }

    private boolean isReady() throws InterruptedException {
        try {
            // a server whose portal failed to deploy says that it is ready too, but has asked nothing
            if (!answer("/health/ready").contains("\"database\"")) {
                return false;
            }
            for (String page : pages) {
                if (answer(page).isEmpty()) {
                    return false;
                }
            }
            return true;
        } catch (IOException notListeningYet) {
            return false;
        }
    }

    /** The body of a 200, else nothing. */
    private String answer(String path) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(portal.resolve(path))
                .timeout(Duration.ofSeconds(60))
                .build();
        HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
        return answer.statusCode() == 200 ? answer.body() : "";
    }
}
