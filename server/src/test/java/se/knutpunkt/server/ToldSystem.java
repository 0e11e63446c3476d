package se.knutpunkt.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** A system that takes what it is told, on this machine; it checks signatures by the words of docs/anslutning.md alone. */
final class ToldSystem implements AutoCloseable {
    private static final long TOLERANCE_SECONDS = 300;

    /** The ids that the senders gave, in the order in which they were taken. */
    final List<String> taken = new CopyOnWriteArrayList<>();

    /** What was wrong with the signatures. */
    final List<String> wrong = new CopyOnWriteArrayList<>();

    volatile boolean away;
    volatile String poison = "";
    volatile String secret = "";
    final AtomicInteger tests = new AtomicInteger();

    private final HttpServer server;

    ToldSystem() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
        server.createContext("/", this::take);
        server.start();
    }

    String address() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/handelser";
    }

    private void take(HttpExchange exchange) throws IOException {
        try (exchange) {
            byte[] body = exchange.getRequestBody().readAllBytes();
            exchange.sendResponseHeaders(answer(exchange, body), -1);
        }
    }

    private int answer(HttpExchange exchange, byte[] body) throws IOException {
        if (away) {
            return 503;
        }
        if (!isSigned(exchange, body)) {
            wrong.add(exchange.getRequestHeaders().entrySet().toString());
            return 401;
        }
        String text = new String(body, StandardCharsets.UTF_8);
        if (!poison.isEmpty() && text.contains(poison)) {
            return 422;
        }
        for (JsonNode event : Api.JSON.readTree(text)) {
            if (event.get("type").asText().contains("prov")) {
                tests.incrementAndGet();
            } else {
                taken.add(event.at("/data/kundhandelseId").asText());
            }
        }
        return 204;
    }

    private boolean isSigned(HttpExchange exchange, byte[] body) {
        String id = exchange.getRequestHeaders().getFirst("webhook-id");
        String at = exchange.getRequestHeaders().getFirst("webhook-timestamp");
        String signatures = exchange.getRequestHeaders().getFirst("webhook-signature");
        if (Math.abs(Instant.now().getEpochSecond() - Long.parseLong(at)) > TOLERANCE_SECONDS) {
            return false;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
            mac.update((id + "." + at + ".").getBytes(StandardCharsets.UTF_8));
            String wanted = "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
            return Arrays.asList(signatures.split(" ")).contains(wanted);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
