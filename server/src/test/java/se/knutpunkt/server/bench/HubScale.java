package se.knutpunkt.server.bench;

import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import se.knutpunkt.server.FormBrowser;
import se.knutpunkt.server.RunningLauncher;

/** What a citizen's list costs in a hub of a given size, for a person with few events and one with thousands. */
final class HubScale {
    private static final String FEW = "198003202390";
    private static final String MANY = "199004072394";
    private static final String GUARDIAN = "195501292303";
    /** With no one else, and as many events as the guardian has by all. */
    private static final String ALONE = "200004032389";

    private static final List<String> CHILDREN =
            List.of("201703102382", "201804202388", "201905152391", "202001012398");
    private static final List<String> GRANTORS = List.of("194501103297", "194701053151");
    private static final int FEW_EVENTS = 10;
    private static final int MANY_EVENTS = 5000;
    private static final int BATCH = 100;
    private static final Duration WARM_UP = Duration.ofSeconds(45);

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final RunningLauncher launcher;
    private final Rounds rounds;
    private final Map<String, HttpRequest> pages = new HashMap<>();

    HubScale(RunningLauncher launcher) throws Exception {
        this.launcher = launcher;
        this.rounds = new Rounds(launcher);
        send("fa", FEW, FEW_EVENTS);
        send("manga", MANY, MANY_EVENTS);
        send("vardnadshavare", GUARDIAN, FEW_EVENTS);
        for (String person : CHILDREN) {
            send("barn-" + CHILDREN.indexOf(person), person, FEW_EVENTS);
        }
        for (String person : GRANTORS) {
            send("huvudman-" + GRANTORS.indexOf(person), person, FEW_EVENTS);
        }
        send("ensam", ALONE, FEW_EVENTS * (1 + CHILDREN.size() + GRANTORS.size()));
        new FormBrowser(launcher.address()).logIn("/mina-sidor", GUARDIAN);
        represent();
        logIn();
        long warm = System.nanoTime() + WARM_UP.toNanos();
        while (System.nanoTime() < warm) {
            for (HttpRequest page : pages.values()) {
                view(page);
            }
        }
    }

    /** Anew for each size: the filling takes longer than a login lasts. */
    private void logIn() throws Exception {
        FormBrowser few = new FormBrowser(launcher.address());
        few.logIn("/mina-sidor", FEW);
        FormBrowser many = new FormBrowser(launcher.address());
        FormBrowser.Answer list = many.logIn("/mina-sidor", MANY);
        FormBrowser.Answer found = many.submit(list.form(".find"), Map.of("sok", "kulturstipendium"));
        FormBrowser guardian = new FormBrowser(launcher.address());
        guardian.logIn("/mina-sidor", GUARDIAN);
        FormBrowser alone = new FormBrowser(launcher.address());
        alone.logIn("/mina-sidor", ALONE);
        pages.put("few", few.request("/mina-sidor"));
        pages.put("alone", alone.request("/mina-sidor"));
        pages.put("many", many.request("/mina-sidor"));
        pages.put("guardian", guardian.request("/mina-sidor"));
        pages.put(
                "search",
                many.request(found.address().getPath() + "?" + found.address().getRawQuery()));
    }

    /** Past the population register: a guardian of four who holds two powers of attorney. */
    private void represent() throws SQLException {
        String person = "(SELECT s.party_id FROM case_event_subject s JOIN case_event e ON e.id = s.event_id"
                + " WHERE e.external_id = 'skala-%s-0')";
        try (Connection connection = launcher.database();
                Statement statement = connection.createStatement()) {
            for (int i = 0; i < CHILDREN.size(); i++) {
                statement.execute("INSERT INTO guardianship (guardian_id, child_id, confirmed_at) VALUES ("
                        + person.formatted("vardnadshavare") + ", " + person.formatted("barn-" + i)
                        + ", UTC_TIMESTAMP(6)) ON DUPLICATE KEY UPDATE confirmed_at = UTC_TIMESTAMP(6)");
            }
            for (int i = 0; i < GRANTORS.size(); i++) {
                statement.execute(
                        "INSERT INTO mandate (holder_id, grantor_id, from_date, until_date, case_types) SELECT "
                                + person.formatted("vardnadshavare") + ", " + person.formatted("huvudman-" + i)
                                + ", '2020-01-01', '2099-12-31', '' WHERE NOT EXISTS (SELECT 1 FROM mandate WHERE holder_id = "
                                + person.formatted("vardnadshavare") + " AND grantor_id = "
                                + person.formatted("huvudman-" + i)
                                + ")");
            }
        }
    }

    /** Through the intake; a repetition of an earlier run changes nothing. */
    private void send(String name, String person, int events) throws IOException {
        Instant first = Instant.parse("2026-01-01T08:00:00Z");
        try (KeptConnection connection = new KeptConnection(launcher)) {
            for (int start = 0; start < events; start += BATCH) {
                List<String> batch = new ArrayList<>();
                for (int i = start; i < Math.min(events, start + BATCH); i++) {
                    batch.add(BenchEvents.of(
                            person,
                            "skala-" + name + "-" + i,
                            "SKALA-" + name + "-" + i / 10,
                            first.plusSeconds(60L * i)));
                }
                connection.post("application/cloudevents-batch+json", "[" + String.join(",", batch) + "]");
            }
        }
    }

    /** Processor time of the first page by whose it is, in milliseconds. */
    Map<String, Double> measure(String size, Bench.Printer printer) throws Exception {
        Map<String, Double> costs = new HashMap<>();
        logIn();
        for (String name : List.of("few", "alone", "guardian", "many", "search")) {
            HttpRequest page = pages.get(name);
            costs.put(name, rounds.measure("hub.minasidor." + size + "." + name, () -> view(page), printer));
        }
        printer.print("hub.guardian." + size + ".ratio", costs.get("guardian") / costs.get("alone"), "x");
        printer.print("hub.disk." + size, disk(), "MB a million events");
        return costs;
    }

    /** Until no event waits for its change number: that work beside it is not the page's. */
    void awaitNumbers() throws SQLException, InterruptedException {
        while (launcher.number("SELECT COUNT(*) FROM (SELECT id FROM case_event FORCE INDEX (case_event_change)"
                        + " WHERE change_number IS NULL LIMIT 1000) waiting")
                > 0) {
            Thread.sleep(500);
        }
    }

    private void view(HttpRequest page) throws IOException, InterruptedException {
        HttpResponse<String> answer = client.send(page, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200 || !answer.body().contains("kulturstipendium")) {
            throw new IllegalStateException(page.uri() + " was answered " + answer.statusCode());
        }
    }

    private double disk() throws SQLException {
        long bytes = launcher.number("SELECT SUM(data_length + index_length) FROM information_schema.TABLES"
                + " WHERE table_name IN ('party', 'case_file', 'case_event', 'case_event_subject')");
        long events = launcher.number("SELECT COUNT(*) FROM case_event");
        return bytes / 1e6 / (events / 1e6);
    }
}
