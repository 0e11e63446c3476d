package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Whatever is sent to the pages of forms ends in a clear answer of the 2xx, 3xx or 4xx kinds. */
class WrongInputST {
    private static final Pattern TOKEN = Pattern.compile("name=\"_token\" value=\"([^\"]+)\"");
    private static final Pattern ASSET = Pattern.compile("(?:href|src)=\"(/assets/[^\"]+)\"");
    private static final Pattern IN_STYLE = Pattern.compile("url\\(\"?([^\")]+)\"?\\)");
    private static final String SERVICE = "/e-tjanster/anmal-nedskrapning";
    private static final int BUDGET = 100_000;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private RunningLauncher launcher;

    @BeforeEach
    void launch() {
        launcher = RunningLauncher.shared();
    }

    @Test
    void anonymousPagesSetNoCookieAndOpenNoSession() {
        String step = begin();

        for (String path : new String[] {"/", "/e-tjanster", "/e-tjanster?sok=sopor", SERVICE, step}) {
            HttpResponse<String> page = get(path);
            assertThat(page.statusCode()).as(path).isEqualTo(200);
            assertThat(page.headers().allValues("Set-Cookie")).as(path).isEmpty();
        }
    }

    @Test
    void firstViewOfAFormStaysWithinTheBudget() {
        String step = begin();
        HttpResponse<String> page = get(step);
        int bytes = page.body().getBytes(StandardCharsets.UTF_8).length;
        for (String asset : assets(page.body())) {
            bytes += getBytes(asset).body().length;
        }

        assertThat(bytes).isLessThanOrEqualTo(BUDGET);
        assertThat(page.body())
                .doesNotContain("<style")
                .doesNotContain("style=\"")
                .doesNotContain("<script>");
        assertThat(page.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).contains("default-src 'self'").doesNotContain("unsafe-"));
    }

    @Test
    void unknownFormsDraftsAndPagesAreNotFound() {
        String draft = begin().replaceAll("/[^/]+$", "");

        for (String path : new String[] {
            "/e-tjanster/finns-inte",
            "/e-tjanster/" + "x".repeat(5000),
            SERVICE + "/inte-en-referens",
            SERVICE + "/" + "z".repeat(32) + "/var",
            draft + "/finns-inte",
            draft + "/var/mer",
            draft.replace("anmal-nedskrapning", "lamna-medborgarforslag") + "/var",
            draft.substring(0, draft.length() - 1) + (draft.endsWith("a") ? "b" : "a") + "/kvittens",
        }) {
            assertThat(get(path).statusCode()).as(path).isEqualTo(404);
        }
    }

    @Test
    void aPostWithoutItsTokenIsRefused() {
        String step = begin();

        assertThat(post(step, Map.of("plats", "x")).statusCode()).isEqualTo(403);
        assertThat(post(step, Map.of("plats", "x", "_token", "forfalskad")).statusCode())
                .isBetween(300, 499);
        assertThat(post(step, Map.of("jakarta.faces.ViewState", "stateless", "_token", token(SERVICE)))
                        .statusCode())
                .isBetween(300, 499);
    }

    @Test
    void strangeAnswersAreSavedAndToldOf() {
        String step = begin();
        String token = token(step);

        for (String answer :
                new String[] {"x".repeat(1_000_000), "a\u0000b\u0007c\u001b", "\ud83e\udd8c\u202e", "<script>"}) {
            HttpResponse<String> saved = post(step, Map.of("_token", token, "plats", answer, "okant_falt", "x"));
            assertThat(saved.statusCode()).isEqualTo(303);
            assertThat(get(step).statusCode()).isEqualTo(200);
            assertThat(get(step).body()).doesNotContain("<script>");
        }
        assertThat(post(step, Map.of("_token", token, "plats", "x", "jakarta.faces.ViewState", "forfalskat"))
                        .statusCode())
                .isEqualTo(303);
        assertThat(post(step, Map.of("_token", token, "_tabort", "../../etc")).statusCode())
                .isEqualTo(303);
    }

    @Test
    void bodiesThatCannotBeReadAreRefused() {
        String step = begin();

        assertThat(send(step, "application/json", "{\"plats\":").statusCode()).isBetween(400, 499);
        assertThat(send(step, "multipart/form-data", "ingen grans").statusCode())
                .isBetween(400, 499);
        assertThat(send(step, "multipart/form-data; boundary=x", "--x\r\nskräp").statusCode())
                .isBetween(400, 499);
        assertThat(send(step, "application/x-www-form-urlencoded", "plats=%zz&%=%")
                        .statusCode())
                .isBetween(400, 499);
        assertThat(send(step, "application/x-www-form-urlencoded", "plats=" + "x".repeat(2_500_000))
                        .statusCode())
                .isEqualTo(413);
    }

    @Test
    void aSearchForAnythingIsAnswered() {
        for (String query : new String[] {"å".repeat(3000), "%00%07", "'\"<>&;--", "%F0%9F", "  "}) {
            assertThat(get("/e-tjanster?sok=" + query.replace(" ", "+").replaceAll("[<>\"]", "%22"))
                            .statusCode())
                    .isLessThan(500);
        }
    }

    @Test
    void anUnfinishedFormIsNotSent() {
        String step = begin();
        String review = step.replaceAll("/[^/]+$", "/granska");

        assertThat(get(review).body()).doesNotContain("_token\" value=\"\"").contains("Något saknas");
        assertThat(get(review.replace("granska", "kvittens")).statusCode()).isEqualTo(303);
        assertThat(get(review.replace("granska", "kvittens.pdf")).statusCode()).isEqualTo(404);
    }

    /** Begins a report and tells the address of its first step. */
    private String begin() {
        HttpResponse<String> begun = post(SERVICE, Map.of("_token", token(SERVICE), "som", "anonym"));
        assertThat(begun.statusCode()).isEqualTo(303);
        return begun.headers().firstValue("Location").orElseThrow();
    }

    /** The token of the page's last form: the first may be the log-out of the head. */
    private String token(String path) {
        Matcher token = TOKEN.matcher(get(path).body());
        String last = "";
        while (token.find()) {
            last = token.group(1);
        }
        return last;
    }

    private Set<String> assets(String html) {
        Set<String> found = new HashSet<>();
        Matcher asset = ASSET.matcher(html);
        while (asset.find()) {
            found.add(asset.group(1));
        }
        for (String style : Set.copyOf(found)) {
            Matcher inside =
                    IN_STYLE.matcher(style.endsWith(".css") ? get(style).body() : "");
            while (inside.find()) {
                found.add(URI.create(style).resolve(inside.group(1)).toString());
            }
        }
        return found;
    }

    private HttpResponse<String> get(String path) {
        return answer(request(path).GET().build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<byte[]> getBytes(String path) {
        return answer(request(path).GET().build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private HttpResponse<String> post(String path, Map<String, String> values) {
        String body = new LinkedHashMap<>(values)
                .entrySet().stream()
                        .map(e -> e.getKey() + "=" + URLEncoder.encode(e.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        return send(path, "application/x-www-form-urlencoded", body);
    }

    private HttpResponse<String> send(String path, String type, String body) {
        return answer(
                request(path)
                        .header("Content-Type", type)
                        .POST(HttpRequest.BodyPublishers.ofString(body))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(launcher.address() + path));
    }

    private <T> HttpResponse<T> answer(HttpRequest request, HttpResponse.BodyHandler<T> as) {
        try {
            return client.send(request, as);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }
}
