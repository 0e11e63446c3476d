package se.knutpunkt.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against a receiver on this machine. */
class CourierTest {
    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final String SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";
    private static final Message MESSAGE =
            new Message("m1", "application/json", "{\"å\":1}".getBytes(StandardCharsets.UTF_8));

    private final List<String> asked = new ArrayList<>();
    private final Courier courier = new Courier();
    private HttpServer receiver;
    private int status = 204;
    private byte[] answer = {};
    private String retryAfter = "";

    @BeforeEach
    void listen() throws IOException {
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", this::answer);
        receiver.start();
        courier.clock = Clock.fixed(NOW, ZoneOffset.UTC);
        courier.toThisMachine = Optional.of(true);
        courier.endpoints = new OneEndpoint(address("/in"));
        courier.open();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
    }

    private URI address(String path) {
        return URI.create("http://127.0.0.1:" + receiver.getAddress().getPort() + path);
    }

    private void answer(HttpExchange exchange) {
        try (exchange) {
            String signed = exchange.getRequestHeaders().getFirst("webhook-id") + "|"
                    + exchange.getRequestHeaders().getFirst("webhook-timestamp") + "|"
                    + exchange.getRequestHeaders().getFirst("webhook-signature");
            asked.add(exchange.getRequestURI() + "|" + signed + "|"
                    + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
            exchange.getResponseHeaders().set("Location", "/elsewhere");
            if (!retryAfter.isEmpty()) {
                exchange.getResponseHeaders().set("Retry-After", retryAfter);
            }
            exchange.sendResponseHeaders(status, answer.length == 0 ? -1 : answer.length);
            exchange.getResponseBody().write(answer);
        } catch (IOException dropped) {
            throw new UncheckedIOException(dropped);
        }
    }

    @Test
    void signsWhatItSends() {
        assertThat(courier.send(1, MESSAGE)).isInstanceOf(Verdict.Delivered.class);
        assertThat(asked)
                .containsExactly("/in|m1|" + NOW.getEpochSecond() + "|"
                        + Signature.header(MESSAGE, NOW, List.of(SECRET)) + "|{\"å\":1}");
    }

    @Test
    void followsNoRedirect() {
        status = 307;

        assertThat(courier.send(1, MESSAGE))
                .isEqualTo(new Verdict.Later(new Failure(Failure.Kind.ANSWERED, 307), null));
        assertThat(asked).hasSize(1);
    }

    @Test
    void readsTheBeginningOfALongAnswerAlone() {
        status = 200;
        answer = new byte[5_000_000];

        assertThat(courier.send(1, MESSAGE))
                .isInstanceOfSatisfying(
                        Verdict.Delivered.class,
                        taken -> assertThat(taken.body()).hasSize(BoundedBody.MOST));
    }

    @Test
    void tellsARefusalFromABadDay() {
        status = 422;
        assertThat(courier.send(1, MESSAGE)).isInstanceOf(Verdict.Refused.class);
        status = 503;
        retryAfter = "120";
        assertThat(courier.send(1, MESSAGE))
                .isEqualTo(new Verdict.Later(new Failure(Failure.Kind.ANSWERED, 503), Duration.ofMinutes(2)));
        retryAfter = "Sun, 22 Nov 2026 12:01:00 GMT";
        assertThat(courier.send(1, MESSAGE))
                .isEqualTo(new Verdict.Later(new Failure(Failure.Kind.ANSWERED, 503), Duration.ofMinutes(1)));
        retryAfter = "soon";
        assertThat(courier.send(1, MESSAGE))
                .isEqualTo(new Verdict.Later(new Failure(Failure.Kind.ANSWERED, 503), null));
    }

    @Test
    void sendsNothingWhereItMustNot() {
        courier.toThisMachine = Optional.of(false);
        assertThat(courier.send(1, MESSAGE)).isEqualTo(later(Failure.Kind.FORBIDDEN_ADDRESS));
        courier.endpoints = new OneEndpoint(URI.create("https://localhost:1/"));
        assertThat(courier.send(1, MESSAGE)).isEqualTo(later(Failure.Kind.FORBIDDEN_ADDRESS));
        assertThat(asked).isEmpty();
    }

    @Test
    void sendsOnToAnAddressThatWasKeptWithAQuery() {
        courier.endpoints = new OneEndpoint(address("/in?a=b"));

        assertThat(courier.send(1, MESSAGE)).isInstanceOf(Verdict.Delivered.class);
        assertThat(asked).singleElement().asString().startsWith("/in?a=b|");
    }

    @Test
    void waitsForAReceiverThatIsAway() {
        receiver.stop(0);
        assertThat(courier.send(1, MESSAGE)).isEqualTo(later(Failure.Kind.UNREACHABLE));
        assertThat(courier.send(2, MESSAGE)).isEqualTo(later(Failure.Kind.NO_ENDPOINT));
    }

    @Test
    void leavesAReceiverAloneThatMadeItWait() throws IOException {
        courier.tooLong = Duration.ZERO;
        InetSocketAddress there = receiver.getAddress();
        receiver.stop(0);
        assertThat(courier.send(1, MESSAGE)).isEqualTo(later(Failure.Kind.UNREACHABLE));
        receiver = HttpServer.create(there, 0);
        receiver.createContext("/", this::answer);
        receiver.start();
        courier.clock = Clock.fixed(NOW.plusSeconds(59), ZoneOffset.UTC);
        assertThat(courier.send(1, MESSAGE)).isEqualTo(later(Failure.Kind.UNREACHABLE));
        assertThat(asked).isEmpty();
        courier.clock = Clock.fixed(NOW.plusSeconds(60), ZoneOffset.UTC);
        assertThat(courier.send(1, MESSAGE)).isInstanceOf(Verdict.Delivered.class);
        assertThat(asked).hasSize(1);
    }

    private static Verdict later(Failure.Kind kind) {
        return new Verdict.Later(Failure.of(kind), null);
    }

    /** The endpoint 1. */
    private record OneEndpoint(URI address) implements Endpoints {
        @Override
        public OpenedEndpoint open(URI other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<Endpoint> find(long id) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void move(long id, URI other) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<String> rotate(long id, Duration overlap) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Optional<SealedEndpoint> sealed(long id) {
            return id == 1 ? Optional.of(new SealedEndpoint(address, SECRET, null, null)) : Optional.empty();
        }
    }
}
