package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Field;

class TimeAndAmountTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private static String words(Field field, String value, Locale locale) {
        return FieldTypes.standard()
                .of(field)
                .lines(field, List.of(value), locale)
                .get(0);
    }

    @Nested
    class Times {

        private final Field time = Fields.of("time", "");

        @ParameterizedTest
        @ValueSource(
                strings = {"9.30", "09.30", "9:30", "09:30", "0930", "930", "9,30", "9 30", "kl. 9.30", "Kl 09:30"})
        void readsTheFormsThatPeopleWrite(String typed) {
            assertThat(Fields.one(time, typed)).isEqualTo("09:30");
        }

        @ParameterizedTest
        @ValueSource(strings = {"24:00", "9:60", "9", "9.3", "12345", "halv tio", "09:30:00", "-9:30", "9.30 pm"})
        void refusesWhatIsNoTime(String typed) {
            assertThat(Fields.one(time, typed)).isEqualTo("!time.form");
        }

        @Test
        void keepsBothSidesOfItsLimits() {
            Field open = Fields.of("time", "\"limits\":{\"earliest\":\"08:00\",\"latest\":\"16:30\"}");

            assertThat(Fields.one(open, "7.59")).isEqualTo("!time.early");
            assertThat(Fields.one(open, "8.00")).isEqualTo("08:00");
            assertThat(Fields.one(open, "16.30")).isEqualTo("16:30");
            assertThat(Fields.one(open, "16.31")).isEqualTo("!time.late");
            assertThat(Fields.one(time, "0000")).isEqualTo("00:00");
            assertThat(Fields.one(time, "23.59")).isEqualTo("23:59");
        }

        @ParameterizedTest
        @CsvSource({"16:30,08:00", "8:00,", ",24:00", "today,"})
        void seesLimitsThatAreReversedOrNoTimes(String earliest, String latest) {
            String low = earliest == null ? "" : "\"earliest\":\"" + earliest + "\"";
            String high = latest == null ? "" : "\"latest\":\"" + latest + "\"";
            String comma = low.isEmpty() || high.isEmpty() ? "" : ",";
            Field field = Fields.of("time", "\"limits\":{" + low + comma + high + "}");

            assertThat(FieldTypes.standard().of(field).faults(field)).hasSize(1);
        }

        @Test
        void showsItAsItIsWritten() {
            assertThat(words(time, "09:30", SWEDISH)).isEqualTo("kl. 09.30");
            assertThat(words(time, "09:30", Locale.ENGLISH)).isEqualTo("09:30");
        }

        @Property
        void readsEveryMinuteOfTheDay(@ForAll @IntRange(min = 0, max = 1439) int minute) {
            String typed = LocalTime.MIN.plusMinutes(minute).toString();
            assertThat(Fields.one(time, typed)).isEqualTo(typed);
        }
    }

    @Nested
    class Amounts {

        private final Field amount = Fields.of("amount", "");
        private final Field bounded = Fields.of("amount", "\"limits\":{\"min\":10.5,\"max\":2000}");

        @ParameterizedTest
        @CsvSource(
                delimiter = '|',
                value = {
                    "1 234,50 kr|123450",
                    "1 234,50|123450",
                    "1234,50|123450",
                    "1234.50|123450",
                    "1234:50|123450",
                    "1234,5|123450",
                    "1 234:-|123400",
                    "1234,-|123400",
                    "1234 kr.|123400",
                    "1234kr|123400",
                    "1 234 kronor|123400",
                    "1234 SEK|123400",
                    "0|0",
                    "-0|0",
                    "007|700",
                    "999 999 999 999|99999999999900"
                })
        void readsTheFormsThatPeopleWrite(String typed, String ore) {
            assertThat(Fields.one(amount, typed)).isEqualTo(ore);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "hundra",
                    "1.234,50",
                    "1.234",
                    "1,234.50",
                    "12,345",
                    "1 23",
                    "kr",
                    "12 34 kr",
                    "1e3",
                    "1234567890123",
                    "12 €",
                    "٣"
                })
        void refusesWhatIsNoAmountOrMightBeAnother(String typed) {
            assertThat(Fields.one(amount, typed)).isEqualTo("!amount.form");
        }

        @Test
        void keepsBothSidesOfItsLimits() {
            assertThat(Fields.one(bounded, "10,49")).isEqualTo("!amount.small");
            assertThat(Fields.one(bounded, "10,50")).isEqualTo("1050");
            assertThat(Fields.one(bounded, "2000")).isEqualTo("200000");
            assertThat(Fields.one(bounded, "2000,01")).isEqualTo("!amount.large");
            assertThat(Fields.one(amount, "-0,01")).isEqualTo("!amount.small");
            assertThat(Fields.one(Fields.of("amount", "\"limits\":{\"min\":-5}"), "−4,50"))
                    .isEqualTo("-450");
        }

        @ParameterizedTest
        @ValueSource(strings = {"{\"min\":3,\"max\":2}", "{\"max\":-1}", "{\"min\":0.001}", "{\"max\":1.005}"})
        void seesLimitsThatDoNotHoldTogether(String limits) {
            Field field = Fields.of("amount", "\"limits\":" + limits);

            assertThat(FieldTypes.standard().of(field).faults(field)).hasSize(1);
        }

        @Test
        void showsKronorAndOreWhereThereAreAny() {
            assertThat(words(amount, "123450", SWEDISH)).isEqualTo("1\u00A0234,50\u00A0kr");
            assertThat(words(amount, "125000", SWEDISH)).isEqualTo("1\u00A0250\u00A0kr");
            assertThat(words(amount, "-5", SWEDISH)).isEqualTo("−0,05\u00A0kr");
            assertThat(words(amount, "123450", Locale.ENGLISH)).isEqualTo("SEK\u00A01,234.50");
        }

        @Test
        void rulesSeeWholeOre() {
            assertThat(FieldTypes.standard().of(amount).celValue(amount, List.of("123450")))
                    .isEqualTo(123_450L);
        }

        @Property
        void readsWhatItShows(@ForAll @LongRange(min = 0, max = 99_999_999_999_900L) long ore) {
            assertThat(Fields.one(amount, words(amount, Long.toString(ore), SWEDISH)))
                    .isEqualTo(Long.toString(ore));
        }
    }
}
