package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Field;

class ContactFieldsTest {

    private final Field email = Fields.of("email", "");
    private final Field phone = Fields.of("phone", "");
    private final Field number = Fields.of("idnumber", "");

    @ParameterizedTest
    @CsvSource({
        "namn@exempel.se,namn@exempel.se",
        "Namn+x@Exempel.SE,Namn+x@exempel.se",
        "a@räksmörgås.se,a@xn--rksmrgs-5wao1o.se"
    })
    void readsAddresses(String typed, String expected) {
        assertThat(Fields.one(email, typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "namn",
                "@exempel.se",
                "namn@",
                "namn@exempel",
                "a b@exempel.se",
                "a@b@c.se",
                "a@exempel..se",
                ".a@exempel.se",
                "a@-x.se",
                "a@b.se\nBcc: c@d.se"
            })
    void refusesWhatIsNoAddress(String typed) {
        assertThat(Fields.one(email, typed)).isEqualTo("!email.form");
    }

    @Test
    void keepsBothSidesOfTheLengthOfAnAddress() {
        assertThat(Fields.one(email, "a".repeat(64) + "@exempel.se")).doesNotStartWith("!");
        assertThat(Fields.one(email, "a".repeat(65) + "@exempel.se")).isEqualTo("!email.form");
        String domain = ("b".repeat(61) + ".").repeat(3);
        assertThat(Fields.one(email, "a".repeat(64) + "@" + domain + "se")).hasSize(253);
        assertThat(Fields.one(email, "a".repeat(64) + "@" + domain + "seab")).isEqualTo("!email.form");
    }

    @Test
    void showsTheDomainAsItIsWritten() {
        assertThat(FieldTypes.standard().of(email).lines(email, List.of("a@xn--rksmrgs-5wao1o.se"), Locale.ROOT))
                .containsExactly("a@räksmörgås.se");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"070-123 45 67", "0701234567", "+46 70 123 45 67", "0046701234567", "\u202A070-1234567\u202C"})
    void readsTelephoneNumbersAsSwedish(String typed) {
        assertThat(Fields.one(phone, typed)).isEqualTo("+46701234567");
    }

    @Test
    void readsForeignNumbersWithTheirCode() {
        assertThat(Fields.one(phone, "+47 22 22 22 22")).isEqualTo("+4722222222");
        assertThat(FieldTypes.standard().of(phone).lines(phone, List.of("+4722222222"), Locale.ROOT))
                .containsExactly("+47 22 22 22 22");
        assertThat(FieldTypes.standard().of(phone).lines(phone, List.of("+46701234567"), Locale.ROOT))
                .containsExactly("070-123 45 67");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ring mig", "12", "070-123 45 67 anknytning 5", "+999 1234567"})
    void refusesWhatNobodyCanCall(String typed) {
        assertThat(Fields.one(phone, typed)).isEqualTo("!phone.form");
    }

    @ParameterizedTest
    @ValueSource(strings = {"196408233234", "19640823-3234", "640823-3234", "640823 - 3234", "19640823–3234"})
    void readsIdentityNumbersToTwelveDigits(String typed) {
        assertThat(Fields.one(number, typed)).isEqualTo("196408233234");
    }

    @Test
    void readsCoordinationNumbers() {
        assertThat(Fields.one(number, "701063-2391")).isEqualTo("197010632391");
    }

    @ParameterizedTest
    @CsvSource({
        "196408233235,!idnumber.wrong",
        "19640823323,!idnumber.form",
        "196413233234,!idnumber.wrong",
        "nej,!idnumber.form"
    })
    void tellsAFalseNumberFromAMistypedOne(String typed, String expected) {
        assertThat(Fields.one(number, typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"193102772385", "191401682396", "701063-2391"})
    void givesRulesTheNumberAsATextThatProvesNoAge(String typed) {
        String kept = Fields.one(number, typed);

        assertThat(kept).hasSize(12);
        assertThat(FieldTypes.standard().of(number).celType(number)).contains(dev.cel.common.types.SimpleType.STRING);
        assertThat(FieldTypes.standard().of(number).celValue(number, List.of(kept)))
                .isEqualTo(kept);
    }

    @Test
    void tellsCenturiesApartByThePlus() {
        assertThat(Fields.one(number, "090527+1474")).isEqualTo("190905271474");
        assertThat(Fields.one(number, "090527-1474")).isEqualTo("200905271474");
        assertThat(Fields.one(number, "556036-0793")).startsWith("!");
    }
}
