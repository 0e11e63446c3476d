package se.knutpunkt.hub.delivery;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Sends one message once. Nothing of what is sent or answered is logged. */
@ApplicationScoped
public class Courier {
    /** The longest that one try takes, from the first packet to the end of the answer. */
    public static final Duration LONGEST = Duration.ofSeconds(30);

    private static final Duration TO_CONNECT = Duration.ofSeconds(10);

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DELIVERY_LOOPBACK")
    Optional<Boolean> toThisMachine;

    @Inject
    @ConfigProperty(name = "KNUTPUNKT_DEMO", defaultValue = "false")
    boolean demo;

    @EJB
    Endpoints endpoints;

    @Inject
    Clock clock;

    /** Who made us wait as long as this without an answer is left alone for a while: others wait for the same threads. */
    Duration tooLong = Duration.ofSeconds(5);

    private static final Duration REST = Duration.ofMinutes(1);

    private final Map<Long, Resting> resting = new ConcurrentHashMap<>();

    private HttpClient client;

    /** A receiver that is left alone. */
    private record Resting(Instant until, Verdict verdict) {}

    /** Redirects are not followed: they would lead past what was checked. */
    @PostConstruct
    void open() {
        client = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(TO_CONNECT)
                .build();
    }

    /** What is wrong with an address that was typed; empty when messages may be sent there. */
    public Optional<AddressFault> wrong(String typed) {
        return Destination.wrong(typed, loopback());
    }

    /**
     * What was typed as an address, as it may stand in an address of ours: as wrong as before, but without what may be a
     * password or a key.
     */
    public static String withoutSecrets(String typed) {
        return Destination.withoutSecrets(typed);
    }

    private boolean loopback() {
        return toThisMachine.orElse(demo);
    }

    /** Sends a message; call it outside any transaction, since it waits for the receiver. */
    public Verdict send(long endpoint, Message message) {
        SealedEndpoint to = endpoints.sealed(endpoint).orElse(null);
        if (to == null) {
            return new Verdict.Later(Failure.of(Failure.Kind.NO_ENDPOINT), null);
        }
        // one with a query may have been kept before they were refused
        boolean wrong = Destination.wrong(to.address().toString(), loopback())
                .filter(fault -> fault != AddressFault.HOLDS_QUERY)
                .isPresent();
        if (wrong) {
            return new Verdict.Later(Failure.of(Failure.Kind.FORBIDDEN_ADDRESS), null);
        }
        try {
            if (isForbidden(to.address())) {
                return new Verdict.Later(Failure.of(Failure.Kind.FORBIDDEN_ADDRESS), null);
            }
        } catch (UnknownHostException nowhere) {
            return new Verdict.Later(Failure.of(Failure.Kind.UNREACHABLE), null);
        }
        Instant now = clock.instant();
        Resting rests = resting.get(endpoint);
        if (rests != null && now.isBefore(rests.until())) {
            return rests.verdict();
        }
        HttpRequest request = HttpRequest.newBuilder(to.address())
                .timeout(LONGEST)
                .header("Content-Type", message.contentType())
                .header("User-Agent", "Knutpunkt")
                .header("webhook-id", message.id())
                .header("webhook-timestamp", Long.toString(now.getEpochSecond()))
                .header("webhook-signature", Signature.header(message, now, to.secrets(now)))
                .POST(HttpRequest.BodyPublishers.ofByteArray(message.body()))
                .build();
        long begun = System.nanoTime();
        CompletableFuture<HttpResponse<byte[]>> sent = client.sendAsync(request, headers -> new BoundedBody());
        Verdict verdict = answer(sent, now);
        boolean answered = sent.isDone() && !sent.isCompletedExceptionally();
        if (!answered && System.nanoTime() - begun >= tooLong.toNanos()) {
            resting.put(endpoint, new Resting(now.plus(REST), verdict));
        } else {
            resting.remove(endpoint);
        }
        return verdict;
    }

    /** Java keeps what a name leads to for 30 seconds, so that the connection goes where this has looked. */
    private boolean isForbidden(URI address) throws UnknownHostException {
        String host = address.getHost();
        String bare = host.startsWith("[") ? host.substring(1, host.length() - 1) : host;
        return Arrays.stream(InetAddress.getAllByName(bare)).anyMatch(one -> Destination.isForbidden(one, loopback()));
    }

    private static Verdict answer(CompletableFuture<HttpResponse<byte[]>> sent, Instant now) {
        try {
            HttpResponse<byte[]> answer = sent.get(LONGEST.toMillis(), TimeUnit.MILLISECONDS);
            return Answers.verdict(
                    answer.statusCode(),
                    answer.headers().firstValue("Retry-After").orElse(null),
                    answer.body(),
                    now);
        } catch (ExecutionException failed) {
            return new Verdict.Later(Failure.of(kind(failed.getCause())), null);
        } catch (TimeoutException slow) {
            sent.cancel(true);
            return new Verdict.Later(Failure.of(Failure.Kind.TOO_SLOW), null);
        } catch (InterruptedException stopped) {
            sent.cancel(true);
            Thread.currentThread().interrupt();
            return new Verdict.Later(Failure.of(Failure.Kind.TOO_SLOW), null);
        }
    }

    private static Failure.Kind kind(@Nullable Throwable cause) {
        if (cause instanceof java.net.http.HttpConnectTimeoutException) {
            return Failure.Kind.UNREACHABLE;
        }
        if (cause instanceof java.net.http.HttpTimeoutException) {
            return Failure.Kind.TOO_SLOW;
        }
        return cause instanceof SSLException ? Failure.Kind.NOT_TRUSTED : Failure.Kind.UNREACHABLE;
    }
}
