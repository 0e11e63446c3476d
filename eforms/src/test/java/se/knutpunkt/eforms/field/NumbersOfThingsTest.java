package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Field;

/** Organisations and properties; and declarations, which have no number. */
class NumbersOfThingsTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    private final Field organisation = Fields.of("orgnumber", "");
    private final Field property = Fields.of("property", "");
    private final Field declaration = Fields.of("declaration", "\"required\":true");

    @ParameterizedTest
    @ValueSource(strings = {"556036-0793", "5560360793", "165560360793", "16556036-0793", "556036 0793", "556036–0793"})
    void readsOrganisationNumbersToTenDigits(String typed) {
        assertThat(Fields.one(organisation, typed)).isEqualTo("5560360793");
    }

    @ParameterizedTest
    @ValueSource(strings = {"202100-6883", "202100-6255", "857209-0606", "802005-1952", "802014-4120"})
    void takesRealOrganisations(String typed) {
        assertThat(Fields.one(organisation, typed)).doesNotStartWith("!");
    }

    @ParameterizedTest
    @CsvSource({
        "556036-0794,!orgnumber.wrong",
        "556036-079,!orgnumber.form",
        "175560360793,!orgnumber.form",
        "5519360793,!orgnumber.form",
        "Alvstads IK,!orgnumber.form",
        "640823-3234,!orgnumber.person",
        "196408233234,!orgnumber.person"
    })
    void tellsWhatIsWrongWithAnother(String typed, String expected) {
        assertThat(Fields.one(organisation, typed)).isEqualTo(expected);
    }

    @Test
    void showsAnOrganisationNumberWithItsHyphen() {
        assertThat(FieldTypes.standard().of(organisation).lines(organisation, List.of("5560360793"), SWEDISH))
                .containsExactly("556036-0793");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Alvstad Ekeby 1:23|Alvstad Ekeby 1:23",
                "alvstad  ekeby 1 : 23|Alvstad Ekeby 1:23",
                "ALVSTAD EKEBY 1:23>2|Alvstad Ekeby 1:23>2",
                "Alvstad Ekeby 1:23 > 2|Alvstad Ekeby 1:23>2",
                "alvstad ekeby s:1|Alvstad Ekeby S:1",
                "alvstad ekeby ga:12|Alvstad Ekeby GA:12",
                "Alvstad Björken 4|Alvstad Björken 4",
                "upplands-bro östra ängen 12:345|Upplands-Bro Östra Ängen 12:345",
                "lilla edet s:t olof 1:2|!property.form"
            })
    void readsDesignationsOfProperties(String typed, String expected) {
        assertThat(Fields.one(property, typed)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ekeby 1:23",
                "1:23",
                "Alvstad Ekeby",
                "Alvstad Ekeby 1:",
                "Alvstad Ekeby :1",
                "Alvstad Ekeby X:1",
                "Alvstad Ekeby 1:23>",
                "Alvstad Ekeby 123456:1",
                "Storgatan 1",
                "<b> a 1:1"
            })
    void refusesWhatIsNoDesignation(String typed) {
        assertThat(Fields.one(property, typed)).isEqualTo("!property.form");
    }

    @Test
    void keepsBothSidesOfTheLengthOfADesignation() {
        assertThat(Fields.one(property, "Alvstad " + "a".repeat(88) + " 1:1")).hasSize(100);
        assertThat(Fields.one(property, "Alvstad " + "a".repeat(89) + " 1:1")).isEqualTo("!property.form");
    }

    @Test
    void aDeclarationIsTickedOrNot() {
        assertThat(Fields.one(declaration, "yes")).isEqualTo("yes");
        assertThat(Fields.one(declaration, "no")).isEqualTo("!declaration.missing");
        assertThat(Fields.read(declaration)).isInstanceOf(Reading.Unanswered.class);
        assertThat(FieldTypes.standard().of(declaration).missing(declaration).key())
                .isEqualTo("declaration.missing");
        assertThat(FieldTypes.standard().of(declaration).lines(declaration, List.of("yes"), SWEDISH))
                .containsExactly("Ja");
    }
}
