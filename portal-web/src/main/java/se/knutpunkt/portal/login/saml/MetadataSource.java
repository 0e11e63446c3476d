package se.knutpunkt.portal.login.saml;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;

/** Where a provider's metadata is read: an address or a file. */
final class MetadataSource {
    /** A federation's aggregate is some megabytes; more is none. */
    private static final int MAX_BYTES = 30 * 1024 * 1024;

    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration ANSWER = Duration.ofSeconds(10);

    private final String place;

    MetadataSource(String place) {
        this.place = place;
    }

    /** The sources of a comma-separated list. */
    static List<MetadataSource> list(String places) {
        return Arrays.stream(places.split(","))
                .map(String::strip)
                .filter(place -> !place.isEmpty())
                .map(MetadataSource::new)
                .toList();
    }

    /** @throws UnreadableMetadata when it cannot be fetched in time or is no metadata */
    List<Provider> read() {
        try (InputStream in = open()) {
            byte[] xml = in.readNBytes(MAX_BYTES + 1);
            if (xml.length > MAX_BYTES) {
                throw new UnreadableMetadata("larger than " + MAX_BYTES + " bytes");
            }
            return ProviderMetadata.read(xml);
        } catch (IOException failed) {
            throw new UnreadableMetadata(failed.toString());
        }
    }

    private InputStream open() throws IOException {
        return place.startsWith("http://") || place.startsWith("https://")
                ? fetch(URI.create(place))
                : Files.newInputStream(Path.of(place));
    }

    private static InputStream fetch(URI address) throws IOException {
        HttpClient client = HttpClient.newBuilder().connectTimeout(CONNECT).build();
        try {
            HttpResponse<InputStream> answer = client.send(
                    HttpRequest.newBuilder(address).timeout(ANSWER).build(), HttpResponse.BodyHandlers.ofInputStream());
            if (answer.statusCode() != 200) {
                answer.body().close();
                throw new IOException("status " + answer.statusCode());
            }
            return answer.body();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("stopped while waiting", stopped);
        }
    }

    @Override
    public String toString() {
        return place;
    }
}
