package se.knutpunkt.portal.mypages;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.knutpunkt.portal.page.Language;

class EventPageTest {
    @Test
    void saysKindAndSize() {
        Wording swedish = new Wording(Language.SWEDISH);

        assertThat(FileKind.words("application/pdf", 1, swedish)).isEqualTo("PDF, 1 kB");
        assertThat(FileKind.words("image/png", 999_999, swedish)).isEqualTo("Bild, 1000 kB");
        assertThat(FileKind.words("image/png", 1_000_000, swedish)).isEqualTo("Bild, 1 MB");
        assertThat(FileKind.words("x/y", 1_250_000, swedish)).isEqualTo("Fil, 1,3 MB");
        assertThat(FileKind.words("x/y", 1_250_000, new Wording(Language.ENGLISH)))
                .isEqualTo("File, 1.3 MB");
    }

    @Test
    void onlyHttpsBecomesALink() {
        assertThat(EventPage.link("https://bygg.example.se/a?b"))
                .isEqualTo(new EventPage.Link("https://bygg.example.se/a?b", "bygg.example.se"));
        assertThat(EventPage.link("http://bygg.example.se/")).isNull();
        assertThat(EventPage.link("javascript:alert(1)")).isNull();
        assertThat(EventPage.link("https://[")).isNull();
    }

    @Test
    void aTextFallsIntoParagraphs() {
        assertThat(EventPage.paragraphs("Ett.\r\n\r\n Två. \nTre.\n")).containsExactly("Ett.", "Två.", "Tre.");
        assertThat(EventPage.paragraphs("")).isEmpty();
    }
}
