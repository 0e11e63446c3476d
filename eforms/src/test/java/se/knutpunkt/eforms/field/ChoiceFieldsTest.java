package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource({
        "radio,2,0",
        "radio,100,0",
        "radio,101,1",
        "select,1000,0",
        "select,1001,1",
        "search,1000,0",
        "search,1001,1",
        "wheel,2,1",
        "search,1,1"
    })
    void keepsBothSidesOfHowManyOptionsItsPresentationShows(String presentation, int count, int faults) {
        Field field = Fields.of("choice", options(count) + ",\"limits\":{\"presentation\":\"" + presentation + "\"}");

        assertThat(FieldTypes.standard().of(field).faults(field)).hasSize(faults);
        assertThat(FieldTypes.standard().of(field).control(field, Locale.ROOT).kind())
                .isEqualTo(presentation);
    }

    @Test
    void showsButtonsUnlessItSaysOtherwise() {
        assertThat(FieldTypes.standard().of(choice).control(choice, Locale.ROOT).kind())
                .isEqualTo("radio");
        Field many = Fields.of("choices", options(101));
        assertThat(FieldTypes.standard().of(many).faults(many)).hasSize(1);
    }

    @Test
    void refusesHelpThatAListDoesNotShow() {
        String options = OPTIONS.replace("\"sv\":\"Två\"}", "\"sv\":\"Två\"},\"help\":{\"sv\":\"Hjälp\"}");
        Field list = Fields.of("choice", options + ",\"limits\":{\"presentation\":\"select\"}");
        Field buttons = Fields.of("choice", options);

        assertThat(FieldTypes.standard().of(list).faults(list))
                .extracting(DefinitionFault::pointer)
                .containsExactly("/options/1/help");
        assertThat(FieldTypes.standard().of(buttons).faults(buttons)).isEmpty();
    }

    @Test
    void whatIsTypedIntoASearchAndIsNoOptionIsUnknown() {
        Field search = Fields.of("choice", OPTIONS + ",\"limits\":{\"presentation\":\"search\"}");

        assertThat(Fields.outcome(search, "? fyra")).containsExactly("!choice.unknown");
        assertThat(Fields.outcome(search, "")).isEmpty();
    }

    private static String options(int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> "{\"value\":\"v" + i + "\",\"label\":{\"sv\":\"Val " + i + "\"}}")
                .collect(Collectors.joining(",", "\"options\":[", "]"));
    }
}
