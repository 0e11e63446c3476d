package se.knutpunkt.portal.api;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DocumentsTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "{",
                "}",
                "{\"a\":}",
                "{'a':1}",
                "{\"a\":1,}",
                "{\"a\":1}{}",
                "{\"a\":1} x",
                "{\"a\":1,\"a\":2}",
                "{\"a\":NaN}",
                "{\"a\":01}",
                "// {}",
                "{\"a\":\"\u0001\"}",
                "{\"a\":\"\\x\"}"
            })
    void refusesWhatIsNoJson(String body) {
        assertThat(problemOf(body).type()).isEqualTo(ProblemType.NOT_JSON);
    }

    @Test
    void refusesOtherCharacterSets() {
        byte[] latin = "{\"a\":\"å\"}".getBytes(ISO_8859_1);
        byte[] wide = "{\"a\":\"å\"}".getBytes(UTF_16);
        for (byte[] body : new byte[][] {latin, wide}) {
            ProblemException thrown = catchThrowableOfType(ProblemException.class, () -> Documents.one(body));
            assertThat(thrown.problem().detail()).isEqualTo("The body is not UTF-8.");
        }
    }

    @Test
    void takesNestingUpToItsLimit() {
        Documents.one(nested(ApiLimits.DEPTH));
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> Documents.one(nested(ApiLimits.DEPTH + 1)));
        assertThat(thrown.problem().type()).isEqualTo(ProblemType.NOT_JSON);
    }

    @Test
    void takesTokensUpToTheirLimitAloneAndInABatch() {
        // a bracket at each end, and one token for each number
        byte[] fits = ones(ApiLimits.EVENT_TOKENS - 2);
        byte[] beyond = ones(ApiLimits.EVENT_TOKENS - 1);

        assertThat(Documents.one(fits)).hasSize(ApiLimits.EVENT_TOKENS - 2);
        ProblemException alone = catchThrowableOfType(ProblemException.class, () -> Documents.one(beyond));
        assertThat(alone.problem().type()).isEqualTo(ProblemType.TOO_LARGE);
        // each event has the limit for itself
        assertThat(JsonBatchTest.read(batch(fits, fits)).types())
                .containsExactly(ProblemType.INVALID_EVENT, ProblemType.INVALID_EVENT);
        assertThat(JsonBatchTest.read(batch(fits, beyond)).types())
                .containsExactly(ProblemType.INVALID_EVENT, ProblemType.TOO_LARGE);
    }

    private static byte[] ones(int numbers) {
        return ("[" + "1,".repeat(numbers - 1) + "1]").getBytes(UTF_8);
    }

    private static byte[] batch(byte[] first, byte[] second) {
        return ("[" + new String(first, UTF_8) + "," + new String(second, UTF_8) + "]").getBytes(UTF_8);
    }

    @Test
    void refusesABombOfDepthAndOfDigits() {
        assertThat(problemOf("[".repeat(500_000)).type()).isEqualTo(ProblemType.NOT_JSON);
        assertThat(problemOf("{\"a\":" + "9".repeat(500_000) + "}").type()).isEqualTo(ProblemType.NOT_JSON);
    }

    @Test
    void neverRepeatsWhatWasSent() {
        assertThat(problemOf("{\"hemligt\":1,\"hemligt\":hemligt}").detail()).doesNotContain("hemligt");
    }

    private static byte[] nested(int depth) {
        return ("[".repeat(depth) + "]".repeat(depth)).getBytes(UTF_8);
    }

    private static Problem problemOf(String body) {
        ProblemException thrown =
                catchThrowableOfType(ProblemException.class, () -> Documents.one(body.getBytes(UTF_8)));
        assertThat(thrown).isNotNull();
        return thrown.problem();
    }
}
