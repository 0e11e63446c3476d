package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Field;

/** Fields that have no answer. */
class TellingFieldsTest {

    private static List<DefinitionFault> faults(Field field) {
        return FieldTypes.standard().of(field).faults(field);
    }

    private static Field link(String address) {
        return Fields.of("link", "\"limits\":{\"address\":\"" + address + "\"}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"info", "heading", "callout", "link", "stop"})
    void haveNoAnswer(String type) {
        Field field = Fields.of(type, "");

        assertThat(Fields.read(field, "något")).isNotInstanceOf(Reading.Right.class);
        assertThat(FieldTypes.standard().of(field).shape(field)).isEmpty();
        assertThat(FieldTypes.standard().of(field).celType(field)).isEmpty();
        assertThat(FieldTypes.standard().of(field).lines(field, List.of(), Locale.ROOT))
                .isEmpty();
    }

    @Test
    void aCalloutIsInformationOrAWarning() {
        Field warning = Fields.of("callout", "\"limits\":{\"kind\":\"warning\"}");

        assertThat(faults(warning)).isEmpty();
        assertThat(FieldTypes.standard()
                        .of(warning)
                        .control(warning, Locale.ROOT)
                        .kind())
                .isEqualTo("warning");
        Field plain = Fields.of("callout", "");
        assertThat(FieldTypes.standard().of(plain).control(plain, Locale.ROOT).kind())
                .isEqualTo("info");
        assertThat(faults(Fields.of("callout", "\"limits\":{\"kind\":\"alarm\"}")))
                .extracting(DefinitionFault::pointer)
                .containsExactly("/limits/kind");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://www.skatteverket.se/privat",
                "https://example.se",
                "https://xn--rksmrgs-5wao1o.se/a?b=c#d",
                "/personuppgifter",
                "/"
            })
    void aLinkLeadsToAnHttpsAddressOrAPathOfOurs(String address) {
        assertThat(faults(link(address))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://example.se",
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "mailto:a@example.se",
                "//example.se",
                "///example.se",
                "/\\\\example.se",
                "\\\\\\\\example.se",
                "https:example.se",
                "https://",
                "https://namn:ord@example.se",
                " https://example.se",
                "https://example.se/ två",
                "sida",
                "../sida",
                "https://ex ample.se"
            })
    void aLinkLeadsNowhereElse(String address) {
        assertThat(faults(link(address))).extracting(DefinitionFault::pointer).containsExactly("/limits/address");
    }

    @Test
    void aLinkHasAnAddressOfFiniteLength() {
        assertThat(faults(Fields.of("link", ""))).hasSize(1);
        assertThat(faults(link("/" + "a".repeat(499)))).isEmpty();
        assertThat(faults(link("/" + "a".repeat(500)))).hasSize(1);
    }

    @Test
    void aStopIsWrongWhateverComesAndSaysItsAdvice() {
        Reading reading = Fields.read(Fields.of("stop", ""), "vad som helst");

        assertThat(reading).isInstanceOf(Reading.Wrong.class);
        assertThat(((Reading.Wrong) reading).error().in(Locale.forLanguageTag("sv")))
                .isEqualTo("Fråga");
    }

    @Test
    void aStopNeedsARuleAndIsNeverRequired() {
        assertThat(faults(Fields.of("stop", "\"visible\":\"a.orValue(false)\"")))
                .isEmpty();
        assertThat(faults(Fields.of("stop", ""))).hasSize(1);
        assertThat(faults(Fields.of("stop", "\"visible\":\"a\",\"required\":true")))
                .hasSize(1);
        assertThat(faults(Fields.of("stop", "\"visible\":\"a\",\"requiredWhen\":\"a\"")))
                .hasSize(1);
    }
}
