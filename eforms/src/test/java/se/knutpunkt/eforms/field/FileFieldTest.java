package se.knutpunkt.eforms.field;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.Field;

class FileFieldTest {

    private final Field field =
            Fields.of("file", "\"limits\":{\"maxFiles\":2,\"maxMegabytes\":5,\"accepts\":[\"jpeg\",\"pdf\"]}");
    private final String first =
            new AnsweredFile("8d7e2f04-0000-4000-8000-000000000001", 1_250_000, "en bild.jpg").value();

    @Test
    void keepsBothSidesOfHowManyFiles() {
        assertThat(Fields.outcome(field, first, first)).hasSize(2);
        assertThat(Fields.outcome(field, first, first, first)).containsExactly("!file.many");
    }

    @Test
    void statesWhatItTakes() {
        FileLimits limits = FieldTypes.standard().of(field).fileLimits(field);

        assertThat(limits.mediaTypes()).containsExactlyInAnyOrder("image/jpeg", "application/pdf");
        assertThat(limits.maxBytes()).isEqualTo(5_000_000);
        assertThat(limits.kinds()).isEqualTo("JPEG, PDF");
        assertThat(FieldTypes.standard()
                        .of(field)
                        .control(field, Locale.ROOT)
                        .files()
                        .accept())
                .isEqualTo("image/jpeg,application/pdf");
    }

    @Test
    void namesFilesWithTheirSizes() {
        assertThat(FieldTypes.standard().of(field).lines(field, List.of(first), Locale.forLanguageTag("sv")))
                .containsExactly("en bild.jpg (1,3 MB)");
        assertThat(new AnsweredFile("x", 0, "a").size(Locale.ENGLISH)).isEqualTo("1 kB");
        assertThat(new AnsweredFile("x", 999_999, "a").size(Locale.ENGLISH)).isEqualTo("999 kB");
        assertThat(new AnsweredFile("x", 1_000_000, "a").size(Locale.ENGLISH)).isEqualTo("1.0 MB");
    }
}
