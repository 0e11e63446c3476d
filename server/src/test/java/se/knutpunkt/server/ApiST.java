package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The signal API from outside, against the running product. */
class ApiST {
    private static final String EXAMPLES = "/paths/~1events/post/requestBody/content";

    private Api api;
    private JsonNode description;

    @BeforeEach
    void readDescription() {
        api = new Api(RunningLauncher.shared());
        description = api.get("/openapi").json();
    }

    @Test
    void takesEveryPrintedExampleAndAnswersTheSameAgain() {
        List<String> tried = new ArrayList<>();
        description
                .at(EXAMPLES)
                .fields()
                .forEachRemaining(type -> type.getValue().get("examples").forEach(example -> {
                    JsonNode value = example.get("value");
                    String body = value.isTextual() ? value.asText() : value.toString();
                    Api.Answer first = api.post(type.getKey(), body);
                    Api.Answer again = api.post(type.getKey(), body);
                    assertThat(first.status()).as(first.text()).isEqualTo(200);
                    assertThat(again).isEqualTo(first);
                    tried.add(type.getKey());
                }));
        assertThat(tried).contains(Api.ONE, Api.BATCH, "application/json", "application/xml", "text/xml");
    }

    @Test
    void refusesTheSameIdWithOtherContent() {
        ObjectNode event = fresh();
        assertThat(api.post(Api.ONE, event.toString()).status()).isEqualTo(200);
        data(event).put("rubrik", "En annan rubrik");
        assertProblem(api.post(Api.ONE, event.toString()), 409, "event-conflict");
    }

    @Test
    void refusesAMarkingByAnAuthorityThatThereIsNotWithItsPlace() {
        ObjectNode event = fresh();
        ObjectNode marking = data(event).putObject("sekretess");
        marking.put("lagrum", "OSL 26:1").put("datum", "2026-11-20").put("myndighet", "okända nämnden");
        Api.Answer refused = api.post(Api.ONE, event.toString());
        assertProblem(refused, 422, "invalid-event");
        assertThat(refused.json().at("/errors/0/pointer").asText()).isEqualTo("#/data/sekretess/myndighet");
        assertThat(refused.text()).doesNotContain("okända");
        marking.put("myndighet", "omsorgsnämnden");
        assertThat(api.post(Api.ONE, event.toString()).status()).isEqualTo(200);
    }

    @Test
    void answersForEachEventOfABatch() {
        ObjectNode good = fresh();
        ObjectNode unknown = fresh();
        data(unknown).put("arendetyp", "OKAND");
        ObjectNode broken = fresh();
        data(broken).remove("rubrik");
        Api.Answer answer = api.post(
                Api.BATCH,
                Api.JSON.createArrayNode().add(good).add(unknown).add(broken).toString());
        assertThat(answer.status()).isEqualTo(207);
        JsonNode results = answer.json().get("results");
        assertThat(results).hasSize(3);
        assertThat(results.get(0).get("status").asInt()).isEqualTo(200);
        assertThat(results.get(1).at("/problem/type").asText()).endsWith("unknown-case-type");
        assertThat(results.get(2).at("/problem/errors/0/pointer").asText()).isEqualTo("#/data/rubrik");
    }

    @Test
    void tellsWhatWasTakenOfABatchThatBreaks() {
        ObjectNode good = fresh();
        Api.Answer answer = api.post(Api.BATCH, "[" + good + ",{\"id\":");
        assertThat(answer.status()).as(answer.text()).isEqualTo(207);
        assertThat(answer.json().get("results")).hasSize(1);
        assertThat(answer.json().at("/problem/type").asText()).endsWith("not-json");
        Api.Answer again = api.post(Api.ONE, good.toString());
        assertThat(again.json().get("eventId")).isEqualTo(answer.json().at("/results/0/eventId"));
    }

    @Test
    void takesABatchOfManyMegabytes() {
        StringBuilder batch = new StringBuilder("[");
        for (int i = 0; i < 600; i++) {
            ObjectNode event = fresh();
            // among so many random ids one may read as an identity number
            String id = "stor-batch-" + i;
            event.put("id", id);
            data(event).put("kundhandelseId", id).put("beskrivning", "å".repeat(10_000));
            batch.append(i == 0 ? "" : ",").append(event);
        }
        Api.Answer answer = api.post(Api.BATCH, batch.append("]").toString());
        assertThat(batch.length()).isGreaterThan(5 * 1_048_576);
        assertThat(answer.status()).as(answer.text()).isEqualTo(200);
        assertThat(answer.json().get("results")).hasSize(600);
    }

    @Test
    void takesAnEventInBinaryMode() {
        ObjectNode event = fresh();
        HttpRequest.Builder request = api.request("/api/v1/events")
                .header("Authorization", "Bearer " + api.key())
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(event.get("data").toString()));
        event.properties().forEach(member -> {
            if (!List.of("data", "datacontenttype").contains(member.getKey())) {
                request.header("ce-" + member.getKey(), member.getValue().asText());
            }
        });
        Api.Answer binary = api.send(request);
        assertThat(binary.status()).as(binary.text()).isEqualTo(200);
        assertThat(api.post(Api.ONE, event.toString())).isEqualTo(binary);
        request.setHeader("ce-subject", "19600617-2818").setHeader("ce-time", "%zz");
        assertThat(api.send(request).json().get("errors"))
                .extracting(error -> error.get("pointer").asText())
                .containsExactly("#/time");
    }

    @Nested
    class Xml {

        @Test
        void isTakenAsPrinted() {
            Api.Answer answer = api.post("application/xml", printed("handelser.xml"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("application/xml");
            assertThat(answer.text()).contains("id=\"xml-exempel-02\" status=\"200\" handelseId=");
            assertThat(api.post("text/xml; charset=utf-8", printed("handelser.xml")))
                    .isEqualTo(answer);
        }

        @Test
        void saysWhichEventIsWrongAndWhere() {
            Api.Answer answer =
                    api.post("application/xml", printed("handelser.xml").replace("201811052388", "201811052389"));
            assertThat(answer.status()).isEqualTo(207);
            assertThat(answer.text())
                    .contains("id=\"xml-exempel-01\" status=\"200\"")
                    .contains("<fel plats=\"/beror/identifierare\">")
                    .doesNotContain("20181105");
        }

        @Test
        void isRefusedByAProblemInXml() {
            Api.Answer answer = api.post("application/xml", "<a/>");
            assertThat(answer.status()).isEqualTo(400);
            assertThat(answer.contentType()).startsWith("application/problem+xml");
            assertThat(answer.text()).contains("urn:knutpunkt:problem:not-xml");
        }

        @Test
        void isTakenInAnEnvelopeAsPrinted() {
            Api.Answer answer = soap(printed("handelser-soap.xml"));
            assertThat(answer.status()).as(answer.text()).isEqualTo(200);
            assertThat(answer.contentType()).startsWith("text/xml");
            assertThat(answer.text()).contains("soap:Body><svar ").contains("id=\"soap-exempel-01\" status=\"200\"");
            Api.Answer refused = soap(printed("handelser-soap.xml").replace("ALVSTAD.KUL.INKOMMEN", "A.OKAND.B"));
            assertThat(refused.status()).isEqualTo(200);
            assertThat(refused.text()).contains("status=\"422\"");
        }

        @Test
        void isRefusedByAFault() {
            Api.Answer answer = soap(printed("handelser-soap.xml").replace("</soap:Body>", ""));
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.text()).contains("<problem typ=\"urn:knutpunkt:problem:not-xml\"");
            Api.Answer broken = soap("<soap:Envelope");
            assertThat(broken.status()).isEqualTo(500);
            assertThat(broken.contentType()).startsWith("text/xml");
            assertThat(broken.text()).contains("<faultcode>soap:Client</faultcode>");
        }

        @Test
        void refusesAMarkingByAnAuthorityThatThereIsNot() {
            String marked = printed("handelser.xml")
                    .replace("xml-exempel", "xml-sekretess")
                    .replaceFirst(
                            "<taggar>",
                            "<sekretess><lagrum>OSL 26:1</lagrum><datum>2026-11-20</datum>"
                                    + "<myndighet>okänd</myndighet></sekretess><taggar>");
            assertThat(api.post("application/xml", marked).text()).contains("plats=\"/sekretess/myndighet\"");
        }

        @Test
        void hasAPublishedSchemaAndDescription() {
            assertThat(api.get("/api/v1/handelser.xsd").text())
                    .contains("targetNamespace=\"urn:knutpunkt:handelser:1\"");
            assertThat(api.get("/api/v1/handelser.wsdl").text())
                    .contains("<soap:address location=\"http://localhost:")
                    .contains("/api/v1/events\"");
        }

        private Api.Answer soap(String body) {
            return api.send(api.request("/api/v1/events")
                    .header("Authorization", "Bearer " + api.key())
                    .header("Content-Type", "text/xml; charset=utf-8")
                    .header("SOAPAction", "\"urn:knutpunkt:handelser:1:signalera\"")
                    .POST(HttpRequest.BodyPublishers.ofString(body)));
        }

        private String printed(String name) {
            try {
                return Files.readString(Path.of("../docs/examples", name));
            } catch (IOException missing) {
                throw new UncheckedIOException(missing);
            }
        }
    }

    @Test
    void refusesACaseTypeThatTheKeyIsNotBoundTo() {
        ObjectNode event = fresh();
        data(event).put("arendetyp", "NED");
        assertProblem(api.post(Api.ONE, event.toString()), 403, "case-type-not-yours");
    }

    @Test
    void refusesUnknownCaseTypes() {
        ObjectNode event = fresh();
        data(event).put("arendetyp", "FINNS-INTE");
        assertProblem(api.post(Api.ONE, event.toString()), 422, "unknown-case-type");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "[]", "nonsense", "{\"a\":1}{\"b\":2}", "{\"a\":1,\"a\":2}", "[[[[[[[[[[[[[[[[[[[[[[1"})
    void refusesMalformedBodies(String body) {
        Api.Answer answer = api.post(Api.ONE, body);
        assertThat(answer.status()).as(answer.text()).isIn(400, 422);
        assertThat(answer.contentType()).startsWith("application/problem+json");
    }

    @Test
    void refusesUnknownMembersControlCharactersAndLongTexts() {
        ObjectNode event = fresh();
        event.put("extra", 1);
        data(event).put("rubrik", "a\u0007b");
        data(event).put("neutralSammanfattning", "a".repeat(256));
        Api.Answer answer = api.post(Api.ONE, event.toString());
        assertProblem(answer, 422, "invalid-event");
        assertThat(answer.json().get("errors"))
                .extracting(error -> error.get("pointer").asText())
                .containsExactlyInAnyOrder("#/extra", "#/data/rubrik", "#/data/neutralSammanfattning");
    }

    @Test
    void refusesIdentityNumbersInTheEnvelope() {
        ObjectNode event = fresh();
        event.put("subject", "19600617-2818");
        Api.Answer answer = api.post(Api.ONE, event.toString());
        assertProblem(answer, 422, "invalid-event");
        assertThat(answer.text()).doesNotContain("19600617");
    }

    @Test
    void refusesATextOfAMegabyte() {
        ObjectNode event = fresh();
        data(event).put("rubrik", "a".repeat(1_000_000));
        assertProblem(api.post(Api.ONE, event.toString()), 422, "invalid-event");
        data(event).put("rubrik", "a".repeat(1_100_000));
        assertProblem(api.post(Api.ONE, event.toString()), 413, "too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/plain", "application/soap+xml", "application/x-www-form-urlencoded", "multipart/form-data"
            })
    void refusesOtherContentTypes(String contentType) {
        assertProblem(api.post(contentType, fresh().toString()), 415, "media-type");
    }

    @Test
    void asksForAKey() {
        HttpRequest.BodyPublisher body = HttpRequest.BodyPublishers.ofString(fresh().toString());
        assertProblem(
                api.send(api.request("/api/v1/events")
                        .header("Content-Type", Api.ONE)
                        .POST(body)),
                401,
                "key-missing");
        assertProblem(
                api.send(api.request("/api/v1/events")
                        .header("Content-Type", Api.ONE)
                        .header("Authorization", "Bearer " + "x".repeat(43))
                        .POST(body)),
                401,
                "key-unknown");
    }

    @Test
    void asksASourceOverItsLimitToWait() throws SQLException {
        String key = source("takt", "", 2);
        assertThat(send(key, Api.ONE, fresh().toString()).statusCode()).isEqualTo(200);
        ObjectNode last = fresh();
        assertThat(send(key, Api.ONE, last.toString()).statusCode()).isEqualTo(200);
        ObjectNode over = fresh();
        HttpResponse<String> refused = send(key, Api.ONE, over.toString());
        assertProblem(refused, 429, "too-many-events");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .isBetween(1, 30);
        assertThat(isKept(over)).isFalse();
        assertThat(isKept(last)).isTrue();
        assertThat(api.post(Api.ONE, fresh().toString()).status())
                .as("other sources are not held back")
                .isEqualTo(200);
    }

    @Test
    void takesALargeBatchWholeAndLetsTheSourcePayForIt() throws SQLException {
        String key = source("batchtakt", "", 2);
        String batch = Api.JSON
                .createArrayNode()
                .add(fresh())
                .add(fresh())
                .add(fresh())
                .add(fresh())
                .add(fresh())
                .toString();
        assertThat(send(key, Api.BATCH, batch).statusCode()).isEqualTo(200);
        HttpResponse<String> refused = send(key, Api.ONE, fresh().toString());
        assertProblem(refused, 429, "too-many-events");
        assertThat(Integer.parseInt(refused.headers().firstValue("Retry-After").orElseThrow()))
                .as("three owed and one wanted, at two a minute")
                .isBetween(100, 120);
    }

    @Test
    void refusesAKeyFromAnotherNetwork() throws SQLException {
        String key = source("nat", "203.0.113.0/24, 2001:db8::/32", null);
        ObjectNode event = fresh();
        assertProblem(send(key, Api.ONE, event.toString()), 403, "network-not-allowed");
        assertThat(isKept(event)).isFalse();
        byte[] body = event.toString().getBytes(StandardCharsets.UTF_8);
        assertThat(api.raw(api.events(key, Api.ONE, body).header("X-Forwarded-For", "203.0.113.7"))
                        .statusCode())
                .as("through the proxy on this machine")
                .isEqualTo(200);
        assertThat(api.raw(api.events(key, Api.ONE, body).header("X-Forwarded-For", "203.0.113.7, 203.0.114.1"))
                        .statusCode())
                .as("what the sender writes of itself does not count")
                .isEqualTo(403);
    }

    @Test
    void refusesARevokedKeyTwoSecondsLater() throws SQLException, InterruptedException {
        String key = source("sparrat", "", null);
        assertThat(send(key, Api.ONE, fresh().toString()).statusCode()).isEqualTo(200);
        try (Connection database = RunningLauncher.shared().database();
                Statement revoke = database.createStatement()) {
            revoke.execute("UPDATE source_key SET revoked_at = UTC_TIMESTAMP(6) WHERE source = 'sparrat'");
        }
        Thread.sleep(2000);
        assertProblem(send(key, Api.ONE, fresh().toString()), 401, "key-unknown");
    }

    private HttpResponse<String> send(String key, String contentType, String body) {
        return api.raw(api.events(key, contentType, body.getBytes(StandardCharsets.UTF_8)));
    }

    /** A source of its own, which may signal what the printed example does. */
    private String source(String code, String networks, @Nullable Integer limit) throws SQLException {
        String key = "key-of-" + code + "-" + UUID.randomUUID();
        try (Connection database = RunningLauncher.shared().database();
                PreparedStatement system = database.prepareStatement(
                        "INSERT INTO source_system (code, name_sv, name_en, authority, expected_rhythm_minutes,"
                                + " registered_at, networks, events_per_minute)"
                                + " SELECT ?, ?, ?, authority, 1440, UTC_TIMESTAMP(6), ?, ? FROM source_system"
                                + " WHERE code = 'demo-verksamhet'");
                PreparedStatement types = database.prepareStatement("INSERT INTO source_case_type (source, case_type)"
                        + " SELECT ?, case_type FROM source_case_type WHERE source = 'demo-verksamhet'");
                PreparedStatement keys = database.prepareStatement(
                        "INSERT INTO source_key (key_sha256, source) VALUES (UNHEX(SHA2(?, 256)), ?)")) {
            system.setString(1, code);
            system.setString(2, "Provsystem " + code);
            system.setString(3, "Test system " + code);
            system.setString(4, networks);
            system.setObject(5, limit);
            system.execute();
            types.setString(1, code);
            types.execute();
            keys.setString(1, key);
            keys.setString(2, code);
            keys.execute();
        }
        return key;
    }

    private static boolean isKept(ObjectNode event) throws SQLException {
        try (Connection database = RunningLauncher.shared().database();
                PreparedStatement select =
                        database.prepareStatement("SELECT id FROM case_event WHERE external_id = ?")) {
            select.setString(1, event.get("id").asText());
            try (ResultSet found = select.executeQuery()) {
                return found.next();
            }
        }
    }

    private static void assertProblem(HttpResponse<String> answer, int status, String type) {
        assertProblem(
                new Api.Answer(
                        answer.statusCode(),
                        answer.headers().firstValue("Content-Type").orElse(""),
                        answer.body()),
                status,
                type);
    }

    @Test
    void answersUnknownAddressesAndMethodsWithProblems() {
        assertProblem(api.get("/api/v1/nothing"), 404, "no-such-address");
        assertProblem(api.get("/api/v2"), 404, "no-such-address");
        assertProblem(api.get("/api/v1/events"), 405, "method-not-allowed");
    }

    @Test
    void takesTheFileOfAnAttachmentFromItsOwnSourceAlone() {
        String nowhere = UUID.randomUUID().toString();
        assertProblem(api.put(nowhere, 1, new byte[] {1}), 404, "no-such-address");
        assertThat(api.send(api.request("/api/v1/events/" + nowhere + "/bilagor/1")
                                .header("Authorization", "Bearer okand")
                                .PUT(HttpRequest.BodyPublishers.ofString("x")))
                        .status())
                .isEqualTo(401);
        assertProblem(api.get("/api/v1/events/" + nowhere + "/bilagor/1"), 405, "method-not-allowed");
        assertProblem(api.put(nowhere, 0, new byte[] {1}), 404, "no-such-address");
    }

    @Test
    void takesTheFileOfAnAttachmentByTheSourcesOwnId() throws IOException {
        byte[] file = "Bilagan".getBytes(StandardCharsets.UTF_8);
        String own = "eget:id+1-" + UUID.randomUUID();
        ObjectNode event = (ObjectNode) Api.JSON.readTree(Files.readString(Path.of("../docs/examples/event.json")));
        event.put("id", own);
        ((ObjectNode) event.get("data"))
                .put("kundhandelseId", own)
                .putArray("bilagor")
                .addObject()
                .put("namn", "bilaga.txt")
                .put("mediatyp", "text/plain")
                .put("sha256", HexFormat.of().formatHex(sha256(file)));
        Api.Answer sent = api.post(Api.ONE, event.toString());
        assertThat(sent.status()).as(sent.text()).isEqualTo(200);
        String eventId = sent.json().get("eventId").asText();
        String typed = URLEncoder.encode(own, StandardCharsets.UTF_8);

        assertProblem(api.put(typed, 2, file), 404, "no-such-address");
        Api.Answer kept = api.put(typed, 1, file);

        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(kept.json().get("eventId").asText()).isEqualTo(eventId);
        assertThat(api.put(eventId, 1, file).json()).isEqualTo(kept.json());
    }

    private static byte[] sha256(byte[] content) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(content);
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void tellsWhatItIs() {
        JsonNode info = api.get("/api/v1/api-info").json();
        assertThat(info.get("apiVersion")).isEqualTo(description.at("/info/version"));
    }

    @Test
    void showsMetricsToThisMachineWhateverAProxySays() {
        Api.Answer metrics = api.send(
                api.request("/metrics").header("X-Forwarded-For", "203.0.113.7").GET());
        assertThat(metrics.status()).isEqualTo(200);
        assertThat(metrics.text()).contains("knutpunkt_requests_total").contains("knutpunkt_database_up 1");
        assertThat(metrics.text()).contains("knutpunkt_source_silent{source=\"demo-verksamhet\"}");
        assertThat(metrics.text()).doesNotContain("H2Pool");
    }

    @Test
    void isReadyWhenDatabaseKeysAndRegisterAre() {
        Api.Answer ready = api.get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text())
                .contains("database")
                .contains("keys")
                .contains("register")
                .contains("\"silent\"");
    }

    private static void assertProblem(Api.Answer answer, int status, String type) {
        assertThat(answer.status()).as(answer.text()).isEqualTo(status);
        assertThat(answer.contentType()).startsWith("application/problem+json");
        assertThat(answer.json().get("type").asText()).isEqualTo("urn:knutpunkt:problem:" + type);
        assertThat(answer.json().get("instance").asText()).matches("urn:knutpunkt:request:[0-9a-f]{16}");
    }

    /** An event of its own id, from the first example. */
    private ObjectNode fresh() {
        ObjectNode event = description
                .at(EXAMPLES + "/application~1cloudevents+json/examples/received/value")
                .deepCopy();
        String id = UUID.randomUUID().toString();
        event.put("id", id);
        data(event).put("kundhandelseId", id);
        return event;
    }

    private static ObjectNode data(ObjectNode event) {
        return (ObjectNode) event.get("data");
    }
}
