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
