package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Field;

/** Fields of several inputs. */
class PeriodAndAddressTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    /** The key of the error and the input it stands at. */
    private static @Nullable String wrong(Field field, String... typed) {
        return Fields.read(field, typed) instanceof Reading.Wrong wrong
                ? wrong.error().key() + " at " + wrong.error().part()
                : null;
    }

    @Nested
    class Periods {

        private final Field period = Fields.of("period", "");

        @Test
        void readsTwoDatesAndTakesOneDay() {
            assertThat(Fields.outcome(period, "2026-06-01", "7/6 2026")).containsExactly("2026-06-01", "2026-06-07");
            assertThat(Fields.outcome(period, "2026-06-01", "2026-06-01")).containsExactly("2026-06-01", "2026-06-01");
        }

        @Test
        void isUnansweredWhenBothAreBlankOrNotSent() {
            assertThat(Fields.read(period, "", " ")).isInstanceOf(Reading.Unanswered.class);
            assertThat(Fields.read(period)).isInstanceOf(Reading.Unanswered.class);
        }

        @Test
        void tellsWhichDayIsWrong() {
            assertThat(wrong(period, "", "2026-06-01")).isEqualTo("period.from.missing at from");
            assertThat(wrong(period, "2026-06-01")).isEqualTo("period.to.missing at to");
            assertThat(wrong(period, "i juni", "2026-06-01")).isEqualTo("date.form at from");
            assertThat(wrong(period, "2026-06-01", "2026-06-31")).isEqualTo("date.form at to");
            assertThat(wrong(period, "2026-06-02", "2026-06-01")).isEqualTo("period.reversed at to");
        }

        @Test
        void keepsBothSidesOfItsLimits() {
            Field field =
                    Fields.of("period", "\"limits\":{\"earliest\":\"today\",\"latest\":\"today+1y\",\"maxDays\":7}");

            assertThat(wrong(field, "2026-11-21", "2026-11-23")).isEqualTo("date.early at from");
            assertThat(Fields.outcome(field, "2026-11-22", "2026-11-28")).hasSize(2);
            assertThat(wrong(field, "2026-11-22", "2026-11-29")).isEqualTo("period.long at to");
            assertThat(Fields.outcome(field, "2027-11-20", "2027-11-22")).hasSize(2);
            assertThat(wrong(field, "2027-11-20", "2027-11-23")).isEqualTo("date.late at to");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"maxDays\":0}", "{\"maxDays\":36601}", "{\"earliest\":\"igår\"}"})
        void seesLimitsThatAreNone(String limits) {
            Field field = Fields.of("period", "\"limits\":" + limits);

            assertThat(FieldTypes.standard().of(field).faults(field)).hasSize(1);
        }

        @Test
        void showsBothDaysAndGivesRulesBoth() {
            List<String> values = List.of("2026-06-01", "2026-06-07");

            assertThat(FieldTypes.standard().of(period).lines(period, values, SWEDISH))
                    .containsExactly("1 juni 2026 – 7 juni 2026");
            assertThat(FieldTypes.standard().of(period).celValue(period, values))
                    .isEqualTo(Map.of(
                            "from",
                            Instant.parse("2026-06-01T00:00:00Z"),
                            "to",
                            Instant.parse("2026-06-07T00:00:00Z")));
        }
    }

    @Nested
    class Addresses {

        private final Field address = Fields.of("address", "");

        @ParameterizedTest
        @ValueSource(strings = {"12345", "123 45", "SE-123 45", "s-12345", " 1 2 3 4 5 "})
        void readsPostalCodesAsTheyAreWritten(String typed) {
            assertThat(Fields.outcome(address, "Storgatan 1", "", typed, "Alvstad"))
                    .containsExactly("Storgatan 1", "", "12345", "Alvstad");
        }

        @ParameterizedTest
        @ValueSource(strings = {"1234", "123456", "01234", "abcde", "123-45", "NO-0150"})
        void refusesWhatIsNoPostalCode(String typed) {
            assertThat(wrong(address, "Storgatan 1", "", typed, "Alvstad"))
                    .isEqualTo("address.postcode.form at postcode");
        }

        @Test
        void tellsWhichPartIsMissing() {
            assertThat(wrong(address, "", "", "12345", "Alvstad")).isEqualTo("address.street.missing at street");
            assertThat(wrong(address, "Storgatan 1", "", "", "Alvstad"))
                    .isEqualTo("address.postcode.missing at postcode");
            assertThat(wrong(address, "Storgatan 1", "", "12345")).isEqualTo("address.town.missing at town");
            assertThat(wrong(address, "", "Anna", "", "")).isEqualTo("address.street.missing at street");
            assertThat(Fields.read(address, " ", "", "", "")).isInstanceOf(Reading.Unanswered.class);
        }

        @Test
        void keepsBothSidesOfTheLengthOfEachLine() {
            String line = "a".repeat(100);
            String town = "a".repeat(60);

            assertThat(Fields.outcome(address, line, line, "12345", town)).hasSize(4);
            assertThat(wrong(address, line + "a", "", "12345", town)).isEqualTo("text.long at street");
            assertThat(wrong(address, line, line + "a", "12345", town)).isEqualTo("text.long at co");
            assertThat(wrong(address, line, "", "12345", town + "a")).isEqualTo("text.long at town");
            assertThat(wrong(address, line, "a\u0007", "12345", town)).isEqualTo("unreadable at co");
        }

        @Test
        void showsItAsOnAnEnvelope() {
            List<String> values = Fields.outcome(address, "Storgatan 1", "C/O Anna Demo", "12345", "Alvstad");

            assertThat(values).containsExactly("Storgatan 1", "Anna Demo", "12345", "Alvstad");
            assertThat(FieldTypes.standard().of(address).lines(address, values, SWEDISH))
                    .containsExactly("c/o Anna Demo", "Storgatan 1", "123 45 Alvstad");
            assertThat(FieldTypes.standard().of(address).lines(address, List.of("Box 3", "", "98765", "By"), SWEDISH))
                    .containsExactly("Box 3", "987 65 By");
        }

        @Test
        void letsTheBrowserOfferTheSendersOwnAlone() {
            assertThat(tokens(address)).containsOnly("off");
            assertThat(tokens(Fields.of("address", "\"limits\":{\"own\":true}")))
                    .containsExactly("address-line1", "address-line2", "postal-code", "address-level2");
        }

        private List<String> tokens(Field field) {
            return FieldTypes.standard().of(field).control(field, SWEDISH).parts().stream()
                    .map(Control.Part::autocomplete)
                    .toList();
        }
    }

    @Test
    void takesAnythingThatSomebodySends() {
        for (String type : List.of("period", "address")) {
            Field field = Fields.of(type, "");
            for (int count : new int[] {1, 2, 3, 4, 5, 100}) {
                String[] typed = IntStream.range(0, count)
                        .mapToObj(i -> "\u0000" + "x".repeat(i))
                        .toArray(String[]::new);
                assertThat(Fields.read(field, typed)).as(type).isInstanceOf(Reading.Wrong.class);
            }
        }
    }

    @Test
    void anErrorIsKeptWithItsPartAndReadWithoutOne() throws Exception {
        ObjectMapper mapper = new ObjectMapper();
        FieldError error = FieldError.of("date.form").at("to");

        assertThat(mapper.readValue(mapper.writeValueAsString(error), FieldError.class))
                .isEqualTo(error);
        assertThat(mapper.writeValueAsString(FieldError.of("file.gone"))).doesNotContain("part");
        assertThat(mapper.readValue("{\"key\":\"file.gone\",\"args\":[],\"own\":null}", FieldError.class))
                .isEqualTo(FieldError.of("file.gone"));
    }
}
