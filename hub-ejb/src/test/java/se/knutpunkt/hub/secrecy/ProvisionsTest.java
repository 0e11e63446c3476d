package se.knutpunkt.hub.secrecy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.secrecy.Provision.DamageTest;

class ProvisionsTest {

    private static final Provisions SHIPPED = Provisions.shipped();

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "OSL 21:1, STRAIGHT, 70",
                "OSL 21:3, SPECIAL_REASON, 70",
                "OSL 21:3 a, REVERSED, 70",
                "OSL 21:7, STRAIGHT, -",
                "OSL 22:1, SPECIAL_REASON, 70",
                "OSL 22:2, REVERSED, 70",
                "OSL 23:1, REVERSED, 70",
                "OSL 23:2 1 st, REVERSED, 70",
                "OSL 23:2 2 st, STRAIGHT, 70",
                "OSL 23:2 3 st, SPECIAL_REASON, 70",
                "OSL 23:3, MIXED, 70",
                "OSL 23:5, MIXED, 70",
                "OSL 26:1, REVERSED, 70",
                "OSL 26:2, NECESSARY, -",
                "OSL 26:5, DANGER, 50"
            })
    void holdWhatTheLawSays(String code, DamageTest test, Integer years) {
        Provision provision = SHIPPED.find(code).orElseThrow();
        assertThat(provision.test()).isEqualTo(test);
        assertThat(provision.years()).isEqualTo(years);
        assertThat(SHIPPED.marks(code)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "OSL 8:1",
                "OSL 8:2",
                "OSL 10:1",
                "OSL 10:2",
                "OSL 10:2 a",
                "OSL 10:3",
                "OSL 10:4",
                "OSL 12:1",
                "OSL 12:2",
                "OSL 12:3",
                "OSL 26:7"
            })
    void tellOfWhatMakesNothingSecretButLetNoMarkingNameIt(String code) {
        assertThat(SHIPPED.find(code)).isPresent();
        assertThat(SHIPPED.marks(code)).isFalse();
    }

    @Test
    void standInTheOrderOfTheLawAndFitTheirColumn() {
        assertThat(SHIPPED.all()).extracting(Provision::code).allMatch(code -> code.length() <= 40);
        assertThat(SHIPPED.all())
                .extracting(ProvisionsTest::place)
                .isSortedAccordingTo(Integer::compare)
                .hasSizeGreaterThan(25);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"OSL 26:1\" | \"SoL 26:1\"",
                "\"OSL 26:2\" | \"OSL 26:1\"",
                "\"REVERSED\" | \"OMVÄNT\"",
                "\"REVERSED\" | \"NONE\"",
                "\"LIFTS\" | \"SECRECY\"",
                "\"years\": 50 | \"years\": 0",
                "\"years\": 50 | \"years\": \"50\"",
                "\"years\" | \"ar\"",
                "\"sv\": \"Förskola\" | \"sv\": \"\"",
                "\"asOf\": \"2025-07-02\" | \"asOf\": \"i fjol\"",
            })
    void aListThatIsWrongIsRefused(String right, String wrong) throws IOException {
        String list = shipped();
        assertThat(list).contains(right);
        byte[] broken = list.replace(right, wrong).getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ProvisionFile.read(broken)).isInstanceOf(IllegalStateException.class);
    }

    private static String shipped() throws IOException {
        try (InputStream file = Provisions.class.getResourceAsStream("provisions.json")) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** Chapter and section as one number. */
    private static int place(Provision provision) {
        String[] parts = provision.code().split("[ :]", -1);
        return Integer.parseInt(parts[1]) * 100 + Integer.parseInt(parts[2]);
    }
}
