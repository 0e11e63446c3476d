package se.knutpunkt.server.bench;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Supplier;
import org.jsoup.nodes.FormElement;
import se.knutpunkt.server.FormBrowser;
import se.knutpunkt.server.RunningLauncher;

/**
 * The processor time of a response at {@code /saml/acs}, server and database together: of one that is accepted, and of
 * garbage that is refused. The responses are made beforehand by the demo's provider, which shares the server.
 */
final class LoginBench {
    private static final String PERSON = "196006172818";
    private static final Duration WARM_UP = Duration.ofMinutes(1);
    private static final int ROUNDS = 5;

    /** So few that the first made is still fresh when the last is posted. */
    private static final int RESPONSES = 60;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final CpuTime cpu;
    private final RunningLauncher launcher;
    private int senders;

    LoginBench(RunningLauncher launcher) {
        this.launcher = launcher;
        this.cpu = new CpuTime(launcher.handle().descendants().toList());
    }

    static void run(Bench.Printer printer) throws Exception {
        RunningLauncher launcher = Bench.launcher(Map.of("KNUTPUNKT_TRUSTED_PROXIES", "127.0.0.0/8"));
        LoginBench bench = new LoginBench(launcher);
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            bench.millis(List.of(bench.response()), 303);
            bench.millis(bench.garbage(3), 303);
        }
        List<Double> accepted = new ArrayList<>();
        List<Double> refused = new ArrayList<>();
        for (int round = 0; round < ROUNDS; round++) {
            accepted.add(bench.millis(bench.responses(), 303));
            refused.add(bench.millis(bench.garbage(RESPONSES), 303));
        }
        Supplier<String> one = () -> "192.0.2.1";
        bench.millis(bench.garbage(30, one), 303);
        double flood = bench.millis(bench.garbage(RESPONSES * ROUNDS, one), 429);
        double accept = Bench.median(accepted);
        double garbage = Bench.median(refused);
        printer.print("login.accept.cpu", accept, "ms");
        printer.print("login.garbage.cpu", garbage, "ms");
        printer.print("login.garbage.ratio", garbage / accept, "x");
        printer.print("login.flood.cpu", flood, "ms");
        printer.print("login.flood.ratio", flood / accept, "x");
    }

    /** A fresh login up to the provider's response, which is left to be posted. */
    HttpRequest response() {
        FormBrowser browser = new FormBrowser(launcher.address());
        FormBrowser.Answer choice = browser.open("/logga-in?till=/mina-sidor");
        FormElement form = browser.submit(choice.form("[action=sso]"), Map.of("person", PERSON))
                .form("[action$=/saml/acs]");
        String response = form.formData().stream()
                .filter(pair -> pair.key().equals("SAMLResponse"))
                .findFirst()
                .orElseThrow()
                .value();
        return post(response, browser.request("/saml/acs"), "198.51.100.1");
    }

    /** A round's responses. */
    List<HttpRequest> responses() {
        List<HttpRequest> responses = new ArrayList<>();
        for (int i = 0; i < RESPONSES; i++) {
            responses.add(response());
        }
        return responses;
    }

    /** A third each: no Base64, Base64 of noise, a well-formed response that nobody asked for. */
    private List<HttpRequest> garbage(int count) {
        return garbage(count, () -> "203.0." + senders / 250 + "." + senders++ % 250);
    }

    private List<HttpRequest> garbage(int count, Supplier<String> address) {
        FormBrowser browser = new FormBrowser(launcher.address());
        // has the cookie of a begun login, so that its posts are looked at
        browser.open("/logga-in?till=/mina-sidor");
        HttpRequest asker = browser.request("/saml/acs");
        byte[] noise = new byte[6000];
        new Random(1).nextBytes(noise);
        List<String> kinds = List.of(
                "%%%".repeat(2000),
                Base64.getEncoder().encodeToString(noise),
                Base64.getEncoder().encodeToString(unasked().getBytes(StandardCharsets.UTF_8)));
        List<HttpRequest> requests = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            requests.add(post(kinds.get(i % kinds.size()), asker, address.get()));
        }
        return requests;
    }

    private static String unasked() {
        return """
                <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" ID="_a" Version="2.0" \
                IssueInstant="2026-01-01T00:00:00Z" InResponseTo="_b"><samlp:Status>\
                <samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status></samlp:Response>
                """;
    }

    private HttpRequest post(String response, HttpRequest browser, String address) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(launcher.address() + "/saml/acs"))
                .header("X-Forwarded-For", address)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(
                        "SAMLResponse=" + URLEncoder.encode(response, StandardCharsets.UTF_8)));
        browser.headers().firstValue("Cookie").ifPresent(cookies -> request.header("Cookie", cookies));
        return request.build();
    }

    /** Processor milliseconds of one request, on the average. */
    double millis(List<HttpRequest> requests, int status) throws IOException, InterruptedException {
        long before = cpu.nanos();
        for (HttpRequest request : requests) {
            HttpResponse<byte[]> answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (answer.statusCode() != status) {
                throw new IllegalStateException("answered " + answer.statusCode() + " instead of " + status);
            }
        }
        return (cpu.nanos() - before) / 1e6 / requests.size();
    }
}
