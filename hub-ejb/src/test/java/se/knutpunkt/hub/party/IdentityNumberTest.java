package se.knutpunkt.hub.party;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.party.IdentityNumber.Kind;
import se.knutpunkt.hub.party.InvalidIdentityNumber.Reason;

class IdentityNumberTest {

    private static final LocalDate TODAY = LocalDate.of(2026, 1, 1);

    @Provide
    Arbitrary<String> testNumbers() {
        return Arbitraries.of(Stream.concat(TestNumbers.PERSONAL.stream(), TestNumbers.COORDINATION.stream())
                .toList());
    }

    @Property
    void acceptsEveryOfficialTestNumberInEachForm(@ForAll("testNumbers") String digits) {
        IdentityNumber number = IdentityNumber.person(digits, TODAY);
        Kind kind = TestNumbers.PERSONAL.contains(digits) ? Kind.PERSONNUMMER : Kind.SAMORDNINGSNUMMER;
        assertThat(number).isEqualTo(new IdentityNumber(kind, digits));
        assertThat(IdentityNumber.person(" " + number.written() + " ", TODAY)).isEqualTo(number);
        assertThat(number.toString()).doesNotContain(digits.substring(8));
    }

    @Property
    void refusesEveryOtherCheckDigit(@ForAll("testNumbers") String digits) {
        for (char last = '0'; last <= '9'; last++) {
            if (last != digits.charAt(11)) {
                assertThat(reasonOf(digits.substring(0, 11) + last)).isEqualTo(Reason.CHECK_DIGIT);
            }
        }
    }

    @Property
    void neverFailsOtherwiseThanByRefusing(@ForAll String text) {
        try {
            assertThat(IdentityNumber.person(text, TODAY).value()).hasSize(12);
        } catch (InvalidIdentityNumber refused) {
            assertThat(refused.reason()).isNotNull();
        }
    }

    @Nested
    class Century {

        @Test
        void isTheLatestThatIsNotAhead() {
            assertThat(IdentityNumber.person("600617-2818", TODAY).value()).isEqualTo("196006172818");
            assertThat(IdentityNumber.person("6006172818", TODAY).value()).isEqualTo("196006172818");
            assertThat(IdentityNumber.person("160812-2394", TODAY).value()).isEqualTo("201608122394");
        }

        @Test
        void isOneEarlierWithPlus() {
            assertThat(IdentityNumber.person("090527+1474", TODAY).value()).isEqualTo("190905271474");
            assertThat(IdentityNumber.person("090527-1474", TODAY).value()).isEqualTo("200905271474");
        }

        @Test
        void goesBackOnTheDayBeforeBirthAndNotOnTheDayItself() {
            LocalDate born = LocalDate.of(2016, 8, 12);
            assertThat(IdentityNumber.person("160812-2394", born).value()).isEqualTo("201608122394");
            assertThat(IdentityNumber.person("160812-2394", born.minusDays(1)).value())
                    .isEqualTo("191608122394");
        }

        @Test
        void countsTheDayOfACoordinationNumber() {
            assertThat(IdentityNumber.person("701063-2391", TODAY))
                    .isEqualTo(new IdentityNumber(Kind.SAMORDNINGSNUMMER, "197010632391"));
            assertThat(IdentityNumber.person("701063-2391", TODAY).birthDate()).contains(LocalDate.of(1970, 10, 3));
        }
    }

    /** As the tax agency's own test numbers have it. */
    @Nested
    class UnknownDate {

        @ParameterizedTest
        @ValueSource(strings = {"191500722390", "191711602399", "191806602395", "191600802399"})
        void isTakenInACoordinationNumber(String digits) {
            IdentityNumber number = IdentityNumber.person(digits, TODAY);

            assertThat(number).isEqualTo(new IdentityNumber(Kind.SAMORDNINGSNUMMER, digits));
            assertThat(number.birthDate()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(strings = {"191500122390", "191513602399", "191500922390", "202700722390"})
        void isRefusedInAPersonalNumberBeyondTheCalendarAndAhead(String digits) {
            assertThat(reasonOf(digits)).isEqualTo(Reason.DATE);
        }
    }

    @Nested
    class Refusal {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "150916-0006",
                    "700428-9895",
                    "600430-9886",
                    "194205669899",
                    "197210869924",
                })
        void ofTheInvalidVectors(String text) {
            assertThatThrownBy(() -> IdentityNumber.person(text, TODAY)).isInstanceOf(InvalidIdentityNumber.class);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "196006172818x",
                    "1960-06-17-2818",
                    "19600617+2818",
                    "1960061728181",
                    "000101-T220",
                    "９６0617-2818",
                    "600617 2818",
                })
        void ofOtherForms(String text) {
            assertThat(reasonOf(text)).isEqualTo(Reason.FORM);
        }

        @Test
        void ofDaysThatAreNone() {
            assertThat(reasonOf("010229-2399")).isEqualTo(Reason.DATE);
            assertThat(reasonOf("196013172818")).isEqualTo(Reason.DATE);
            assertThat(reasonOf("196006002818")).isEqualTo(Reason.DATE);
        }

        @Test
        void ofDaysAhead() {
            assertThatThrownBy(() -> IdentityNumber.person("202312112382", LocalDate.of(2023, 12, 10)))
                    .isInstanceOf(InvalidIdentityNumber.class);
            assertThat(IdentityNumber.person("202312112382", LocalDate.of(2023, 12, 11)))
                    .isNotNull();
        }

        @Test
        void ofTheSerialThatIsNeverAssigned() {
            assertThat(reasonOf("600617-0002")).isEqualTo(Reason.SERIAL);
        }

        @ParameterizedTest
        @ValueSource(
                strings = {"857209-0606", "802005-1952", "802005-7538", "802406-2302", "855104-0721", "802014-4120"})
        void ofOrganisationsAsPersons(String text) {
            assertThatThrownBy(() -> IdentityNumber.person(text, TODAY)).isInstanceOf(InvalidIdentityNumber.class);
            assertThat(IdentityNumber.organisation(text).kind()).isEqualTo(Kind.ORGANISATIONSNUMMER);
        }
    }

    @Nested
    class Organisation {

        @ParameterizedTest
        @ValueSource(strings = {"556036-0793", "5560360793", "16556036-0793", "165560360793"})
        void isStoredWithItsPrefix(String text) {
            assertThat(IdentityNumber.organisation(text).value()).isEqualTo("165560360793");
            assertThat(IdentityNumber.organisation(text).masked()).isEqualTo("556036-0793");
        }

        @ParameterizedTest
        @ValueSource(strings = {"556036-0794", "551236-0793", "600617-2818", "55603-60793", "196006172818"})
        void isRefusedWithAWrongDigitOrADate(String text) {
            assertThatThrownBy(() -> IdentityNumber.organisation(text)).isInstanceOf(InvalidIdentityNumber.class);
        }
    }

    @Nested
    class Prid {

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "NO:05068907693",
                    "DK:09208-2002-2-194967071622",
                    "DE:12345-3456-abc",
                    "DE:0aerf-ead9",
                    "DE:19521214-1122",
                    "DE:3b7184c0ceaf76a9607a31e4e1f87f",
                    "AT:50bwytdle2mzexopcolmdhmhznihms",
                })
        void isTakenAsItCame(String text) {
            assertThat(IdentityNumber.prid(text)).isEqualTo(new IdentityNumber(Kind.PRID, text));
            assertThat(IdentityNumber.prid(text).birthDate()).isEmpty();
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "DE:ABC",
                    "DE:123456789",
                    "DE:1234567890123456789012345678901",
                    "de:0aerf-ead9",
                    "DE:0Aerf-ead9",
                    "DE:-aerf-ead9a",
                })
        void isRefusedInAnotherForm(String text) {
            assertThatThrownBy(() -> IdentityNumber.prid(text)).isInstanceOf(InvalidIdentityNumber.class);
        }
    }

    private static Reason reasonOf(String text) {
        try {
            IdentityNumber.person(text, TODAY);
        } catch (InvalidIdentityNumber refused) {
            return refused.reason();
        }
        throw new AssertionError("accepted");
    }
}
