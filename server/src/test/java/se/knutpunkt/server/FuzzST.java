package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.LongAdder;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Broken requests at each door: every one is answered, none by a fault of ours, and what is stored is what was
 * acknowledged. Few by default; {@code -Dfuzz.count=100000 -Dfuzz.seed=…} by hand, best with
 * {@code KNUTPUNKT_JAVA_OPTIONS=-XX:TieredStopAtLevel=4}, since the demo compiles for a quick start. A request is drawn
 * from seed, door and number alone, whichever of the senders gets to it.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class FuzzST {
    private static final int COUNT = Integer.getInteger("fuzz.count", 100);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final int SENDERS = Integer.getInteger("fuzz.senders", 8);
    /** So many files lie in the folder at most: it is listed at each look. */
    private static final int FILES_AT_ONCE = 4000;
    /** What files are drawn from, after the numbers of the doors. */
    private static final int FILES = 5;

    /** Without a single file taken. */
    private static final Duration STUCK = Duration.ofMinutes(5);

    private static final String SOURCE = "demo-verksamhet";
    private static final Pattern KEPT = Pattern.compile("<resultat id=\"([^\"]*)\" status=\"200\"");

    private final RunningLauncher launcher = RunningLauncher.shared();
    private final Api api = new Api(launcher);
    private final String key = api.key();
    private final Set<String> acknowledged = ConcurrentHashMap.newKeySet();
    private final Queue<String> oddities = new ConcurrentLinkedQueue<>();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();
    private ObjectNode template;
    private Map<String, String> examples;

    enum Door {
        JSON(0),
        BATCH(1),
        BINARY(2),
        XML(3),
        SOAP(4);

        /** Its requests are drawn from this; the same for ever, so that a seed that was printed can be run again. */
        final int number;

        Door(int number) {
            this.number = number;
        }
    }

    @BeforeEach
    void readExamples() throws IOException {
        template = (ObjectNode) Api.JSON.readTree(example("event.json"));
        examples = Map.of(
                "csv", example("handelser.csv"),
                "xml", example("handelser.xml"),
                "soap", example("handelser-soap.xml"));
    }

    @ParameterizedTest
    @EnumSource
    void answersEachRequestAndStoresWhatItAcknowledges(Door door) throws Exception {
        System.out.println("fuzz of " + door + ": seed " + SEED + ", count " + COUNT);
        Set<String> before = stored();
        AtomicInteger next = new AtomicInteger();
        ExecutorService senders = Executors.newFixedThreadPool(SENDERS);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < SENDERS; i++) {
            all.add(senders.submit(() -> {
                for (int number = next.getAndIncrement(); number < COUNT; number = next.getAndIncrement()) {
                    request(door, number);
                }
            }));
        }
        senders.shutdown();
        for (Future<?> each : all) {
            each.get();
        }
        System.out.println("fuzz of " + door + ": answered " + answers + ", acknowledged " + acknowledged.size());
        assertThat(oddities.stream().limit(20)).as("seed %d", SEED).isEmpty();
        assertThat(answers.values().stream().mapToLong(LongAdder::sum).sum()).isEqualTo(COUNT);
        assertStoredIsAcknowledged(before);
    }

    private void request(Door door, int number) {
        Api.Answer answer;
        try {
            answer = send(door, name(door, number), randomOf(door.number, number));
        } catch (AssertionError unanswered) {
            oddities.add("request " + number + ": " + unanswered + " " + unanswered.getCause());
            return;
        }
        answers.computeIfAbsent(Integer.toString(answer.status()), status -> new LongAdder())
                .increment();
        // a limit would keep the rest from being read
        if (answer.status() == 429 || (answer.status() >= 500 && !isFaultOfTheSender(door, answer))) {
            oddities.add("request " + number + ": " + answer);
        }
        acknowledge(answer);
    }

    @Test
    void takesNoMoreOfFilesThanTheirVerdictsSay() throws Exception {
        System.out.println("fuzz of files: seed " + SEED + ", count " + COUNT);
        Path inbox = launcher.data().resolve("inbox").resolve(SOURCE);
        Files.createDirectories(inbox.resolve("in"));
        Set<String> before = stored();
        for (int i = 0; i < COUNT; i++) {
            if (i % (FILES_AT_ONCE / 2) == 0) {
                awaitTaken(inbox, FILES_AT_ONCE / 2);
            }
            Random random = randomOf(FILES, i);
            String kind = random.nextBoolean() ? "csv" : "xml";
            String text = examples.get(kind).replace(kind + "-exempel", name("file", i));
            Path half = inbox.resolve("in/fuzz-" + i + ".tmp");
            Files.write(half, i % 10 == 0 ? text.getBytes(StandardCharsets.UTF_8) : new Mutator(random).body(text));
            Files.move(half, inbox.resolve("in/fuzz-" + i + "." + kind));
        }
        awaitTaken(inbox, 0);
        int verdicts = 0;
        for (String folder : List.of("done", "failed")) {
            for (Path file : names(inbox.resolve(folder))) {
                if (file.toString().contains("-fuzz-") && file.toString().endsWith(".svar.csv")) {
                    verdicts++;
                    acknowledgeRows(file);
                }
            }
        }
        System.out.println("fuzz of files: verdicts " + verdicts + ", acknowledged " + acknowledged.size());
        assertThat(verdicts).isEqualTo(COUNT);
        assertStoredIsAcknowledged(before);
    }

    /** Waits until no more than so many files are left. */
    private static void awaitTaken(Path inbox, int left) throws IOException, InterruptedException {
        int last = Integer.MAX_VALUE;
        long limit = 0;
        for (int there = waiting(inbox); there > left; there = waiting(inbox)) {
            if (there < last) {
                last = there;
                limit = System.nanoTime() + STUCK.toNanos();
            }
            assertThat(System.nanoTime()).as("files are taken").isLessThan(limit);
            Thread.sleep(500);
        }
    }

    private static int waiting(Path inbox) throws IOException {
        return names(inbox.resolve("in")).size()
                + (Files.isDirectory(inbox.resolve("work"))
                        ? names(inbox.resolve("work")).size()
                        : 0);
    }

    private void acknowledgeRows(Path verdict) throws IOException {
        Files.readString(verdict)
                .lines()
                .filter(line -> line.contains(";sparad;"))
                .map(line -> unquoted(line.substring(line.indexOf(';') + 1, line.lastIndexOf(";sparad;"))))
                // what a spreadsheet would take for a formula has a quote before it
                .map(id -> id.matches("'[=+@-].*") ? id.substring(1) : id)
                .forEach(acknowledged::add);
    }

    private void assertStoredIsAcknowledged(Set<String> before) throws SQLException {
        Set<String> after = stored();
        assertThat(without(acknowledged, after))
                .as("acknowledged and not stored, seed %d", SEED)
                .isEmpty();
        after.removeAll(before);
        assertThat(without(after, acknowledged))
                .as("stored and not acknowledged, seed %d", SEED)
                .isEmpty();
        assertThat(after.size())
                .as("some get through, or the test says nothing")
                .isPositive();
    }

    private static Set<String> without(Set<String> all, Set<String> others) {
        return all.stream().filter(each -> !others.contains(each)).collect(Collectors.toSet());
    }

    private static Random randomOf(int door, int number) {
        return new Random(SEED * 31 + door * 1_000_003L + number * 0x9E3779B97F4A7C15L);
    }

    /** Of letters too: digits alone may look like somebody's identity number. */
    private static String name(Object door, int number) {
        return "fuzz-" + door + "-" + Long.toString(SEED, 36) + "-" + number;
    }

    /** One in ten is left as it is. */
    private Api.Answer send(Door door, String id, Random random) {
        boolean broken = random.nextInt(10) > 0;
        return switch (door) {
            case JSON -> post(Api.ONE, body(event(id).toString(), broken, random));
            case BATCH ->
                post(
                        Api.BATCH,
                        body(
                                "[" + event(id + "-a") + "," + event(id + "-b") + "," + event(id + "-c") + "]",
                                broken,
                                random));
            case BINARY -> binary(event(id), broken, random);
            case XML ->
                post(
                        random.nextBoolean() ? "application/xml" : "text/xml; charset=utf-8",
                        body(examples.get("xml").replace("xml-exempel", id), broken, random));
            case SOAP ->
                api.send(api.events(
                                key,
                                "text/xml; charset=utf-8",
                                body(examples.get("soap").replace("soap-exempel", id), broken, random))
                        .header("SOAPAction", "\"\""));
        };
    }

    private Api.Answer binary(ObjectNode event, boolean broken, Random random) {
        HttpRequest.Builder request = api.events(
                key, "application/json", body(event.get("data").toString(), broken && random.nextBoolean(), random));
        event.properties().forEach(member -> {
            if (!List.of("data", "datacontenttype").contains(member.getKey()) && (!broken || random.nextInt(12) > 0)) {
                String value = member.getValue().asText();
                request.header(
                        "ce-" + member.getKey(),
                        broken && random.nextInt(3) == 0 ? new Mutator(random).header(value) : value);
            }
        });
        return api.send(request);
    }

    private static byte[] body(String text, boolean broken, Random random) {
        return broken ? new Mutator(random).body(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    private ObjectNode event(String id) {
        ObjectNode event = template.deepCopy();
        event.put("id", id);
        ((ObjectNode) event.get("data")).put("kundhandelseId", id);
        return event;
    }

    /** SOAP 1.1 has no other status for a fault; it must say that the sender is at fault. */
    private static boolean isFaultOfTheSender(Door door, Api.Answer answer) {
        return (door == Door.SOAP || door == Door.XML)
                && answer.status() == 500
                && answer.contentType().startsWith("text/xml")
                && Pattern.compile("<faultcode>soap:(Client|VersionMismatch|MustUnderstand)<")
                        .matcher(answer.text())
                        .find();
    }

    private void acknowledge(Api.Answer answer) {
        if (answer.contentType().startsWith("application/json")) {
            JsonNode json = answer.json();
            if (json.has("results")) {
                json.get("results").forEach(result -> {
                    if (result.has("eventId")) {
                        acknowledged.add(result.get("id").asText());
                    }
                });
            } else {
                acknowledged.add(json.get("id").asText());
            }
        }
        Matcher kept = KEPT.matcher(answer.text());
        while (kept.find()) {
            acknowledged.add(kept.group(1)
                    .replace("&lt;", "<")
                    .replace("&gt;", ">")
                    .replace("&quot;", "\"")
                    .replace("&amp;", "&"));
        }
    }

    private Set<String> stored() throws SQLException {
        Set<String> ids = new HashSet<>();
        try (Connection database = launcher.database();
                ResultSet rows = database.createStatement()
                        .executeQuery("SELECT external_id FROM case_event WHERE source = '" + SOURCE + "'")) {
            while (rows.next()) {
                ids.add(rows.getString(1));
            }
        }
        return ids;
    }

    private Api.Answer post(String contentType, byte[] body) {
        return api.send(api.events(key, contentType, body));
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static String example(String name) throws IOException {
        return Files.readString(Path.of("../docs/examples", name));
    }
}
