package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/**
 * Look-ups of a person with protected personal data, of one who has no events and of a number that nobody has, side by side:
 * the same status, headers, length and text. Times are printed, with a rank test, and not asserted: {@code
 * -Dlookups.count=2000} for a measurement.
 */
class LookUpsST extends BrowserTest {
    private static final int COUNT = Integer.getInteger("lookups.count", 40);
    private static final int WARM_UP = 50;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final String PROTECTED = "200504192394";
    private static final String EMPTY = "195501292303";
    private static final String UNKNOWN = "197003199291";
    /** Told anew for each answer, or each so many answers: a connection is closed after some hundreds. */
    private static final Set<String> DRAWN = Set.of("date", "x-request-id", "connection");

    private static final Pattern FIELD = Pattern.compile("name=\"(_token|grund)\" value=\"([^\"]*)\"");

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .build();

    private String cookies = "";
    private String body = "";

    /** What came back of a look-up: the redirect and the page. */
    private record Answer(String said, long nanos) {}

    @Test
    void nothingTellsThemApart() throws IOException, InterruptedException, SQLException {
        SourceEvents source = new SourceEvents(launcher);
        for (int i = 0; i < 5; i++) {
            source.signal(source.event("KUL 2026-7100", "Skyddad händelse " + i, PROTECTED));
        }
        protect(true);
        makeKnown(EMPTY);
        logIn();
        try {
            Map<String, List<Long>> times = new TreeMap<>();
            List<String> people = new ArrayList<>(List.of(PROTECTED, EMPTY, UNKNOWN));
            Random random = new Random(5);
            long over = System.nanoTime() + LONGEST.toNanos();
            for (int i = -WARM_UP; i < COUNT && System.nanoTime() < over; i++) {
                Collections.shuffle(people, random);
                Map<String, Answer> answers = new TreeMap<>();
                for (String person : people) {
                    answers.put(person, lookUp(person));
                }
                assertThat(answers.get(PROTECTED).said())
                        .isEqualTo(answers.get(EMPTY).said())
                        .isEqualTo(answers.get(UNKNOWN).said())
                        .contains("Inget att visa på den här grunden");
                if (i >= 0) {
                    answers.forEach((person, answer) -> times.computeIfAbsent(person, key -> new ArrayList<>())
                            .add(answer.nanos()));
                }
            }
            report(times);
        } finally {
            protect(false);
        }
    }

    private void report(Map<String, List<Long>> times) {
        System.out.printf(
                Locale.ROOT,
                "look-ups: %d of each; medians protected %.2f ms, without events %.2f ms, unknown %.2f ms;"
                        + " rank test z protected/without events %.2f, protected/unknown %.2f%n",
                times.get(PROTECTED).size(),
                median(times.get(PROTECTED)),
                median(times.get(EMPTY)),
                median(times.get(UNKNOWN)),
                rank(times.get(PROTECTED), times.get(EMPTY)),
                rank(times.get(PROTECTED), times.get(UNKNOWN)));
    }

    private static double median(List<Long> nanos) {
        List<Long> sorted = nanos.stream().sorted().toList();
        return sorted.get(sorted.size() / 2) / 1e6;
    }

    /** The z of Mann and Whitney's test: beyond ±1.96 in one of twenty trials where nothing differs. */
    private static double rank(List<Long> one, List<Long> other) {
        long[] all = new long[one.size() + other.size()];
        for (int i = 0; i < one.size(); i++) {
            all[i] = one.get(i);
            all[one.size() + i] = other.get(i);
        }
        long[] sorted = all.clone();
        Arrays.sort(sorted);
        double ranks = 0;
        for (long nanos : one) {
            ranks += Arrays.binarySearch(sorted, nanos) + 1;
        }
        double n = one.size();
        double m = other.size();
        double u = ranks - n * (n + 1) / 2;
        return (u - n * m / 2) / Math.sqrt(n * m * (n + m + 1) / 12);
    }

    /** The form is sent and the page it leads to read, as a browser does. */
    private Answer lookUp(String person) throws IOException, InterruptedException {
        HttpRequest post = request("/invanare")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body + person))
                .build();
        long begun = System.nanoTime();
        HttpResponse<String> sent = client.send(post, HttpResponse.BodyHandlers.ofString());
        String address = sent.headers().firstValue("Location").orElse("");
        assertThat(address).as(sent.body()).startsWith("/invanare/");
        HttpResponse<String> shown = client.send(request(address).GET().build(), HttpResponse.BodyHandlers.ofString());
        long nanos = System.nanoTime() - begun;
        return new Answer(said(sent, person) + said(shown, person), nanos);
    }

    /** Status, headers, length and text; without what is drawn anew for each look-up, whose length counts. */
    private static String said(HttpResponse<String> answer, String person) {
        String headers = answer.headers().map().entrySet().stream()
                .filter(header -> !DRAWN.contains(header.getKey().toLowerCase(Locale.ROOT)))
                .map(header -> header.getKey() + ": " + header.getValue())
                .collect(Collectors.joining("\n"));
        String text = answer.body()
                .replace(person.substring(0, 8) + "-" + person.substring(8), "NUMMER")
                .replaceAll("kl\\. \\d\\d\\.\\d\\d", "TID")
                .replaceAll("data-left=\"\\d+\"|value=\"[^\"]{30,}\"", "");
        assertThat(text).doesNotContain(person);
        return answer.statusCode() + "\n" + headers(headers) + "\n"
                + answer.body().length() + "\n" + headers(text);
    }

    private static String headers(String text) {
        return text.replaceAll("/invanare/[A-Za-z0-9_-]{43}", "/invanare/TOKEN");
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(address() + path)).header("Cookie", cookies);
    }

    /** A handler in the browser; what the browser then has is used over plain HTTP. */
    private void logIn() {
        page.navigate("/logga-in?till=/invanare");
        new Citizen(page).logIn("handlaggare-kultur");
        List<Cookie> all = visitor.cookies();
        cookies = all.stream().map(one -> one.name + "=" + one.value).collect(Collectors.joining("; "));
        Matcher fields = FIELD.matcher(page.locator("main").innerHTML());
        StringBuilder form = new StringBuilder();
        while (fields.find()) {
            form.append(fields.group(1))
                    .append('=')
                    .append(encoded(fields.group(2)))
                    .append('&');
        }
        assertThat(form.toString()).contains("_token=").contains("grund=");
        body = form + "skal=ASKED&anteckning=&personnummer=";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text.replace("&amp;", "&"), StandardCharsets.UTF_8);
    }

    /** Somebody becomes known to the hub by logging in. */
    private void makeKnown(String person) {
        try (BrowserContext citizen = newVisitor(true)) {
            Page own = citizen.newPage();
            own.navigate("/logga-in?till=/mina-sidor");
            new Citizen(own).logIn(person);
        }
    }

    private void protect(boolean isProtected) throws SQLException {
        try (Connection database = launcher.database();
                PreparedStatement update = database.prepareStatement("UPDATE party p"
                        + " JOIN case_event_subject s ON s.party_id = p.id JOIN case_event e ON e.id = s.event_id"
                        + " JOIN case_file c ON c.id = e.case_id"
                        + " SET p.protected_identity = ? WHERE c.case_number = 'KUL 2026-7100'")) {
            update.setBoolean(1, isProtected);
            update.executeUpdate();
        }
    }
}
