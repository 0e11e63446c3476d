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
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Broken requests at each door: every one is answered, none by a fault of ours, and what is stored is what was
 * acknowledged. Few by default; {@code -Dfuzz.count=100000 -Dfuzz.seed=…} by hand.
 */
@Timeout(value = 6, unit = TimeUnit.HOURS)
class FuzzST {
    private static final int COUNT = Integer.getInteger("fuzz.count", 100);
    private static final long SEED = Long.getLong("fuzz.seed", System.nanoTime());
    private static final String SOURCE = "demo-verksamhet";
    private static final Pattern KEPT = Pattern.compile("<resultat id=\"([^\"]*)\" status=\"200\"");

    private final RunningLauncher launcher = RunningLauncher.shared();
    private final Api api = new Api(launcher);
    private final Random random = new Random(SEED);
    private final Set<String> acknowledged = new HashSet<>();
    private final List<String> oddities = new ArrayList<>();
    private ObjectNode template;

    enum Door {
        JSON,
        BATCH,
        BINARY,
        XML,
        SOAP
    }

    @BeforeEach
    void readTemplate() throws IOException {
        template = (ObjectNode) Api.JSON.readTree(example("event.json"));
    }

    @ParameterizedTest
    @EnumSource
    void answersEachRequestAndStoresWhatItAcknowledges(Door door) throws SQLException {
        System.out.println("fuzz of " + door + ": seed " + SEED + ", count " + COUNT);
        Set<String> before = stored();
        for (int i = 0; i < COUNT; i++) {
            Api.Answer answer = send(door, "fuzz-" + door + "-" + SEED + "-" + i);
            if (answer.status() >= 500 && !isFaultOfTheSender(door, answer)) {
                oddities.add("request " + i + ": " + answer);
            }
            acknowledge(answer);
        }
        assertThat(oddities).as("seed %d", SEED).isEmpty();
        assertStoredIsAcknowledged(before);
    }

    @Test
    void takesNoMoreOfFilesThanTheirVerdictsSay() throws Exception {
        int count = Math.min(COUNT, 1000);
        System.out.println("fuzz of files: seed " + SEED + ", count " + count);
        Path inbox = launcher.data().resolve("inbox").resolve(SOURCE);
        Files.createDirectories(inbox.resolve("in"));
        Set<String> before = stored();
        for (int i = 0; i < count; i++) {
            boolean csv = random.nextBoolean();
            String text = (csv ? example("handelser.csv") : example("handelser.xml"))
                    .replaceAll("(csv|xml)-exempel", "fuzz-file-" + SEED + "-" + i);
            Path half = inbox.resolve("in/fuzz-" + i + ".tmp");
            Files.write(half, i % 10 == 0 ? text.getBytes(StandardCharsets.UTF_8) : mutated(text));
            Files.move(half, inbox.resolve("in/fuzz-" + i + (csv ? ".csv" : ".xml")));
        }
        long limit = System.nanoTime() + 300_000_000_000L;
        while (!names(inbox.resolve("in")).isEmpty()
                || !names(inbox.resolve("work")).isEmpty()) {
            assertThat(System.nanoTime()).as("the files are taken in time").isLessThan(limit);
            Thread.sleep(500);
        }
        int verdicts = 0;
        for (String folder : List.of("done", "failed")) {
            for (Path file : names(inbox.resolve(folder))) {
                if (file.toString().contains("-fuzz-") && file.toString().endsWith(".svar.csv")) {
                    verdicts++;
                    Files.readString(file)
                            .lines()
                            .filter(line -> line.contains(";sparad;"))
                            .forEach(line -> acknowledged.add(
                                    unquoted(line.substring(line.indexOf(';') + 1, line.lastIndexOf(";sparad;")))));
                }
            }
        }
        assertThat(verdicts).isEqualTo(count);
        assertStoredIsAcknowledged(before);
    }

    private void assertStoredIsAcknowledged(Set<String> before) throws SQLException {
        Set<String> after = stored();
        assertThat(after).as("acknowledged, seed %d", SEED).containsAll(acknowledged);
        after.removeAll(before);
        assertThat(acknowledged).as("stored, seed %d", SEED).containsAll(after);
        assertThat(after).as("some get through, or the test says nothing").isNotEmpty();
    }

    /** One in ten is left as it is. */
    private Api.Answer send(Door door, String id) {
        boolean broken = random.nextInt(10) > 0;
        return switch (door) {
            case JSON -> post(Api.ONE, body(event(id).toString(), broken));
            case BATCH ->
                post(
                        Api.BATCH,
                        body("[" + event(id + "-a") + "," + event(id + "-b") + "," + event(id + "-c") + "]", broken));
            case BINARY -> binary(event(id), broken);
            case XML ->
                post(
                        random.nextBoolean() ? "application/xml" : "text/xml; charset=utf-8",
                        body(example("handelser.xml").replace("xml-exempel", id), broken));
            case SOAP ->
                api.send(request("text/xml; charset=utf-8")
                        .header("SOAPAction", "\"\"")
                        .POST(bytes(body(example("handelser-soap.xml").replace("soap-exempel", id), broken))));
        };
    }

    private Api.Answer binary(ObjectNode event, boolean broken) {
        HttpRequest.Builder request = request("application/json")
                .POST(bytes(body(event.get("data").toString(), broken && random.nextBoolean())));
        event.properties().forEach(member -> {
            if (!List.of("data", "datacontenttype").contains(member.getKey()) && (!broken || random.nextInt(12) > 0)) {
                String value = member.getValue().asText();
                request.header("ce-" + member.getKey(), broken && random.nextInt(3) == 0 ? header(value) : value);
            }
        });
        return api.send(request);
    }

    /** Changed within what a client lets into a header. */
    private String header(String value) {
        StringBuilder changed = new StringBuilder(value);
        String odd = "%\"\\ ~%4%zzå%C3%A5%00%ff;,=";
        for (int i = 1 + random.nextInt(3); i > 0; i--) {
            int at = random.nextInt(odd.length() - 3);
            changed.insert(random.nextInt(changed.length() + 1), odd, at, at + 1 + random.nextInt(3));
        }
        return changed.toString().replace('å', 'a').strip();
    }

    private byte[] body(String text, boolean broken) {
        return broken ? mutated(text) : text.getBytes(StandardCharsets.UTF_8);
    }

    /** The end cut off, a piece cut out, doubled or moved, or a few bytes changed. */
    private byte[] mutated(String text) {
        byte[] body = text.getBytes(StandardCharsets.UTF_8);
        if (random.nextInt(8) == 0) {
            return Arrays.copyOf(body, random.nextInt(body.length));
        }
        if (random.nextInt(3) == 0) {
            int from = random.nextInt(body.length);
            int length = random.nextInt(Math.min(200, body.length - from));
            String all = new String(body, StandardCharsets.ISO_8859_1);
            String piece = all.substring(from, from + length);
            StringBuilder changed = new StringBuilder(all);
            if (random.nextBoolean()) {
                changed.delete(from, from + length);
            }
            if (random.nextBoolean()) {
                changed.insert(random.nextInt(changed.length() + 1), piece);
            }
            return changed.toString().getBytes(StandardCharsets.ISO_8859_1);
        }
        String alphabet = "<>/&;\"'{}[]:,= \\0a9-\n\t";
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            body[random.nextInt(body.length)] = random.nextBoolean()
                    ? (byte) random.nextInt(256)
                    : (byte) alphabet.charAt(random.nextInt(alphabet.length()));
        }
        return body;
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
        return api.send(request(contentType).POST(bytes(body)));
    }

    private HttpRequest.Builder request(String contentType) {
        return api.request("/api/v1/events")
                .header("Authorization", "Bearer " + api.key())
                .header("Content-Type", contentType);
    }

    private static HttpRequest.BodyPublisher bytes(byte[] body) {
        return HttpRequest.BodyPublishers.ofByteArray(body);
    }

    private static String unquoted(String cell) {
        return cell.startsWith("\"") ? cell.substring(1, cell.length() - 1).replace("\"\"", "\"") : cell;
    }

    private static List<Path> names(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        }
    }

    private static String example(String name) {
        try {
            return Files.readString(Path.of("../docs/examples", name));
        } catch (IOException missing) {
            throw new java.io.UncheckedIOException(missing);
        }
    }
}
