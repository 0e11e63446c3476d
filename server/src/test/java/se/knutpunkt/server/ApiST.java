package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
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
                    String body = example.get("value").toString();
                    Api.Answer first = api.post(type.getKey(), body);
                    Api.Answer again = api.post(type.getKey(), body);
                    assertThat(first.status()).as(first.text()).isEqualTo(200);
                    assertThat(again).isEqualTo(first);
                    tried.add(type.getKey());
                }));
        assertThat(tried).contains(Api.ONE, Api.BATCH, "application/json");
    }

    @Test
    void refusesTheSameIdWithOtherContent() {
        ObjectNode event = fresh();
        assertThat(api.post(Api.ONE, event.toString()).status()).isEqualTo(200);
        data(event).put("rubrik", "En annan rubrik");
        assertProblem(api.post(Api.ONE, event.toString()), 409, "event-conflict");
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
            strings = {"text/plain", "application/xml", "application/x-www-form-urlencoded", "multipart/form-data"})
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
    void answersUnknownAddressesAndMethodsWithProblems() {
        assertProblem(api.get("/api/v1/nothing"), 404, "no-such-address");
        assertProblem(api.get("/api/v2"), 404, "no-such-address");
        assertProblem(api.get("/api/v1/events"), 405, "method-not-allowed");
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
        assertThat(metrics.text()).doesNotContain("H2Pool");
    }

    @Test
    void isReadyWhenDatabaseKeysAndRegisterAre() {
        Api.Answer ready = api.get("/health/ready");
        assertThat(ready.status()).isEqualTo(200);
        assertThat(ready.text()).contains("database").contains("keys").contains("register");
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
