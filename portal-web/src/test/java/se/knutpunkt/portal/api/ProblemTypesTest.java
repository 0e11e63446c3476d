package se.knutpunkt.portal.api;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.knutpunkt.hub.source.Verdict;

/** Every problem stands in the OpenAPI document, under its status, in its own words. */
class ProblemTypesTest {

    @ParameterizedTest
    @EnumSource(
            value = ProblemType.class,
            names = {"CASE_TYPE_NOT_YOURS", "NETWORK_NOT_ALLOWED", "TOO_MANY_EVENTS", "NOT_READY", "EVENT_CONFLICT"})
    void isDescribed(ProblemType type) throws IOException {
        JsonNode answer = events().get("responses").get(Integer.toString(type.status()));
        assertThat(answer.toString()).contains(type.uri()).contains(type.title());
    }

    @Test
    void theTimeToWaitIsDescribed() throws IOException {
        assertThat(events().at("/responses/429/headers/Retry-After/required").asBoolean())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(ProblemType.class)
    void isCountedAsARefusal(ProblemType type) {
        assertThat(IntakeGate.verdict(type)).isNotEqualTo(Verdict.TAKEN);
    }

    private static JsonNode events() throws IOException {
        try (InputStream file = ProblemTypesTest.class.getResourceAsStream("/META-INF/openapi.json")) {
            return new ObjectMapper().readTree(file).at("/paths/~1events/post");
        }
    }
}
