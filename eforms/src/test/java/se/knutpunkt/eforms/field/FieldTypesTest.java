package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.junit.jupiter.api.Test;

class FieldTypesTest {

    @Test
    void hasTheTypesThatFormsAndPagesKnow() {
        assertThat(FieldTypes.standard().codes())
                .containsExactlyInAnyOrder(
                        "text",
                        "longtext",
                        "choice",
                        "choices",
                        "yesno",
                        "date",
                        "number",
                        "email",
                        "phone",
                        "idnumber",
                        "file",
                        "info",
                        "group",
                        "computed",
                        "hidden",
                        "heading",
                        "callout",
                        "link",
                        "stop",
                        "time",
                        "amount",
                        "period",
                        "address",
                        "orgnumber",
                        "property",
                        "declaration",
                        "position");
    }

    @Test
    void refusesTwoTypesOfTheSameName() {
        assertThatThrownBy(() -> new FieldTypes(List.of(new TextField(), new DateField(), new TextField())))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("text");
    }

    @Test
    void treatsBlankInputAsUnansweredInEveryType() {
        for (String code : FieldTypes.standard().codes()) {
            if (code.equals("file") || code.equals("stop")) {
                continue;
            }
            assertThat(Fields.read(Fields.of(code, ""), " \t\u00A0")).as(code).isInstanceOf(Reading.Unanswered.class);
            assertThat(Fields.read(Fields.of(code, ""))).as(code).isInstanceOf(Reading.Unanswered.class);
        }
    }

    @Test
    void saysTheSameThingsInBothLanguages() {
        ResourceBundle swedish = bundle(Locale.ROOT);
        ResourceBundle english = bundle(Locale.ENGLISH);

        assertThat(english.keySet()).isEqualTo(swedish.keySet());
        for (String key : swedish.keySet()) {
            assertThat(english.getString(key))
                    .as(key)
                    .isNotEqualTo(swedish.getString(key))
                    .doesNotContain("!");
            assertThat(places(english.getString(key))).as(key).isEqualTo(places(swedish.getString(key)));
        }
    }

    private static ResourceBundle bundle(Locale locale) {
        return ResourceBundle.getBundle(
                "se.knutpunkt.eforms.field.messages",
                locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    private static List<Boolean> places(String words) {
        return List.of(words.contains("{0}"), words.contains("{1}"), words.contains("{2}"));
    }
}
