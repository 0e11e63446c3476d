package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.BigRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Scale;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Field;

class DateAndNumberTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @Nested
    class Dates {

        private final Field date = Fields.of("date", "");

        @ParameterizedTest
        @ValueSource(strings = {"2026-03-07", "20260307", "2026/3/7", "7/3 2026", "07.03.2026", "2026 03 07"})
        void readsTheFormsThatPeopleWrite(String typed) {
            assertThat(Fields.one(date, typed)).isEqualTo("2026-03-07");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "2026-02-29",
                    "2026-13-01",
                    "26-03-07",
                    "i går",
                    "1799-12-31",
                    "2201-01-01",
                    "99999999999999999999"
                })
        void refusesWhatIsNoDate(String typed) {
            assertThat(Fields.one(date, typed)).isEqualTo("!date.form");
        }

        @Test
        void keepsBothSidesOfRelativeLimits() {
            Field field = Fields.of("date", "\"limits\":{\"earliest\":\"today-30d\",\"latest\":\"today\"}");

            assertThat(Fields.one(field, "2026-10-22")).isEqualTo("!date.early");
            assertThat(Fields.one(field, "2026-10-23")).isEqualTo("2026-10-23");
            assertThat(Fields.one(field, "2026-11-22")).isEqualTo("2026-11-22");
            assertThat(Fields.one(field, "2026-11-23")).isEqualTo("!date.future");
        }

        @Test
        void keepsBothSidesOfFixedLimits() {
            Field field = Fields.of("date", "\"limits\":{\"earliest\":\"2026-01-01\",\"latest\":\"2026-12-31\"}");

            assertThat(Fields.one(field, "2025-12-31")).isEqualTo("!date.early");
            assertThat(Fields.one(field, "2026-01-01")).isEqualTo("2026-01-01");
            assertThat(Fields.one(field, "2026-12-31")).isEqualTo("2026-12-31");
            assertThat(Fields.one(field, "2027-01-01")).isEqualTo("!date.late");
        }

        @ParameterizedTest
        @CsvSource({"today,today-1d", "2026-02-02,2026-02-01", "today-1,today", "2026-02-30,2026-03-01"})
        void seesLimitsThatAreReversedOrNoDates(String earliest, String latest) {
            Field field =
                    Fields.of("date", "\"limits\":{\"earliest\":\"%s\",\"latest\":\"%s\"}".formatted(earliest, latest));

            assertThat(FieldTypes.standard().of(field).faults(field)).hasSize(1);
        }

        @Test
        void showsTheDateInWords() {
            assertThat(FieldTypes.standard().of(date).lines(date, List.of("2026-03-07"), SWEDISH))
                    .containsExactly("7 mars 2026");
        }

        @Property
        void readsEveryDateOfTheCalendar(@ForAll @IntRange(min = -60_000, max = 80_000) int day) {
            String typed = LocalDate.ofEpochDay(day).toString();
            assertThat(Fields.one(date, typed)).isEqualTo(typed);
        }
    }

    @Nested
    class Numbers {

        private final Field whole = Fields.of("number", "");
        private final Field decimal =
                Fields.of("number", "\"limits\":{\"min\":0.1,\"max\":1000,\"decimals\":1,\"unit\":{\"sv\":\"m³\"}}");

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {"2,5|2.5", "2.5|2.5", "1 000|1000", "0,1|0.1", "1000|1000", "007|7", "2,0|2"})
        void readsDecimalCommasAndSpacedThousands(String typed, String expected) {
            assertThat(Fields.one(decimal, typed)).isEqualTo(expected);
        }

        @ParameterizedTest
        @ValueSource(strings = {"tolv", "1,2,3", "1e9", "0x10", "NaN", "1 00", "1234567890123", "5 m³", "--1", "٣"})
        void refusesWhatIsNoNumber(String typed) {
            assertThat(Fields.one(decimal, typed)).isEqualTo("!number.form");
        }

        @Test
        void keepsBothSidesOfItsLimits() {
            assertThat(Fields.one(decimal, "0")).isEqualTo("!number.small");
            assertThat(Fields.one(decimal, "0,1")).isEqualTo("0.1");
            assertThat(Fields.one(decimal, "1000")).isEqualTo("1000");
            assertThat(Fields.one(decimal, "1000,1")).isEqualTo("!number.large");
            assertThat(Fields.one(decimal, "1,25")).isEqualTo("!number.decimals");
            assertThat(Fields.one(whole, "1,5")).isEqualTo("!number.whole");
            assertThat(Fields.one(whole, "−5")).isEqualTo("-5");
        }

        @Test
        void showsADecimalCommaAndTheUnit() {
            assertThat(FieldTypes.standard().of(decimal).lines(decimal, List.of("2.5"), SWEDISH))
                    .containsExactly("2,5 m³");
        }

        @Property
        void readsWhatItShows(@ForAll @BigRange(min = "0.1", max = "1000") @Scale(1) BigDecimal number) {
            String typed = number.toPlainString().replace('.', ',');
            assertThat(new BigDecimal(Fields.one(decimal, typed))).isEqualByComparingTo(number);
        }
    }
}
