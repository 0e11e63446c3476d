package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.definition.Field;

class TextFieldsTest {

    private final Field text = Fields.of("text", "");
    private final Field longText = Fields.of("longtext", "");

    @Test
    void takesTwoHundredCharactersOfTextAndNoMore() {
        assertThat(Fields.one(text, "å".repeat(200))).hasSize(200);
        assertThat(Fields.one(text, "å".repeat(201))).isEqualTo("!text.long");
    }

    @Test
    void takesFourThousandCharactersOfLongTextAndNoMore() {
        assertThat(Fields.one(longText, "å".repeat(4000))).hasSize(4000);
        assertThat(Fields.one(longText, "å".repeat(4001))).isEqualTo("!text.long");
    }

    @Test
    void countsCharactersAsPeopleDo() {
        assertThat(Fields.one(text, "😀".repeat(200))).hasSize(400);
        assertThat(Fields.one(text, "😀".repeat(201))).isEqualTo("!text.long");
    }

    @Test
    void keepsBothSidesOfStatedLimits() {
        Field field = Fields.of("text", "\"limits\":{\"minLength\":3,\"maxLength\":5}");

        assertThat(Fields.one(field, "ab")).isEqualTo("!text.short");
        assertThat(Fields.one(field, "abc")).isEqualTo("abc");
        assertThat(Fields.one(field, "abcde")).isEqualTo("abcde");
        assertThat(Fields.one(field, "abcdef")).isEqualTo("!text.long");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\u0007b", "a\u001Bb", "a\u007Fb", "a\u009Fb", "a\uD800b", "a\uFFFFb"})
    void refusesWhatNobodyCanRead(String typed) {
        assertThat(Fields.one(text, typed)).isEqualTo("!unreadable");
        assertThat(Fields.one(longText, typed)).isEqualTo("!unreadable");
    }

    @Test
    void keepsLinesOfLongTextOnly() {
        assertThat(Fields.one(longText, " a  \r\n\r\nb\rc ")).isEqualTo("a\n\nb\nc");
        assertThat(Fields.one(text, "a\r\nb")).isEqualTo("a b");
        assertThat(FieldTypes.standard().of(longText).lines(longText, List.of("a\n\nb"), Locale.ROOT))
                .containsExactly("a", "", "b");
    }

    @Test
    void composesAndDropsWhatIsInvisible() {
        assertThat(Fields.one(text, "\u202Aa\u030A\u202C\uFEFF")).isEqualTo("å");
    }

    @Property
    void readingWhatWasReadChangesNothing(@ForAll String typed) {
        if (Fields.read(longText, typed) instanceof Reading.Right right) {
            assertThat(Fields.one(longText, right.values().get(0)))
                    .isEqualTo(right.values().get(0));
        }
        if (Fields.read(text, typed) instanceof Reading.Right right) {
            assertThat(Fields.one(text, right.values().get(0)))
                    .isEqualTo(right.values().get(0));
        }
    }

    @Property
    void neverKeepsControlCharacters(@ForAll String typed) {
        if (Fields.read(text, typed) instanceof Reading.Right right) {
            assertThat(right.values().get(0).chars()).noneMatch(Character::isISOControl);
        }
    }
}
