package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.Field;

class ChoiceFieldsTest {

    private static final String OPTIONS = """
            "options":[{"value":"a","label":{"sv":"Ett","en":"One"}},{"value":"b","label":{"sv":"Två"}},
                       {"value":"c","label":{"sv":"Tre"}}]""";

    private final Field choice = Fields.of("choice", OPTIONS);
    private final Field choices = Fields.of("choices", OPTIONS + ",\"limits\":{\"minChosen\":2,\"maxChosen\":2}");
    private final Field yesNo = Fields.of("yesno", "");

    @Test
    void takesOneOfTheOptions() {
        assertThat(Fields.outcome(choice, "b")).containsExactly("b");
        assertThat(Fields.outcome(choice, "d")).containsExactly("!choice.unknown");
        assertThat(Fields.outcome(choice, "a", "b")).containsExactly("!choice.one");
    }

    @Test
    void takesSeveralInTheOrderOfTheDefinition() {
        assertThat(Fields.outcome(choices, "c", "a")).containsExactly("a", "c");
        assertThat(Fields.outcome(choices, "c", "c", "a")).containsExactly("a", "c");
        assertThat(Fields.outcome(choices, "c", "d")).containsExactly("!choice.unknown");
    }

    @Test
    void keepsBothSidesOfHowManyAreChosen() {
        assertThat(Fields.outcome(choices, "a")).containsExactly("!choices.few");
        assertThat(Fields.outcome(choices, "a", "b")).hasSize(2);
        assertThat(Fields.outcome(choices, "a", "b", "c")).containsExactly("!choices.many");
    }

    @Test
    void takesYesAndNoOnly() {
        assertThat(Fields.outcome(yesNo, "yes")).containsExactly("yes");
        assertThat(Fields.outcome(yesNo, "no")).containsExactly("no");
        assertThat(Fields.outcome(yesNo, "true")).containsExactly("!choice.unknown");
        assertThat(FieldTypes.standard().of(yesNo).celValue(yesNo, List.of("yes")))
                .isEqualTo(true);
        assertThat(FieldTypes.standard().of(yesNo).celValue(yesNo, List.of("no")))
                .isEqualTo(false);
    }

    @Test
    void showsLabelsInTheLanguageAsked() {
        assertThat(FieldTypes.standard().of(choices).lines(choices, List.of("a", "b"), Locale.ENGLISH))
                .containsExactly("One", "Två");
        assertThat(FieldTypes.standard().of(yesNo).lines(yesNo, List.of("yes"), Locale.forLanguageTag("sv")))
                .containsExactly("Ja");
    }
}
