package se.knutpunkt.portal.forms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import se.knutpunkt.portal.page.Language;

class CataloguePageTest {

    @Test
    void searchesForOneLineOfPrintableText() {
        assertThat(CataloguePage.cleaned("  skräp\r\n\u0000 i\tskogen ")).isEqualTo("skräp i skogen");
    }

    @Test
    void searchesForTheFirstHundredCharacters() {
        assertThat(CataloguePage.cleaned("å".repeat(100))).hasSize(100);
        assertThat(CataloguePage.cleaned("å".repeat(101))).hasSize(100);
        assertThat(CataloguePage.cleaned("🦌".repeat(101)).codePointCount(0, 200))
                .isEqualTo(100);
    }

    @Test
    void tellsInWordsWhenNothingIsFound() {
        CataloguePage page = CataloguePage.found("xyz", List.of(), List.of(), Language.SWEDISH);

        assertThat(page.nothingFound()).isTrue();
        assertThat(page.title()).isEqualTo("Inga e-tjänster för ”xyz”");
    }

    @Test
    void readsBracesInASearchAsTheyStand() {
        assertThat(CataloguePage.found("{0} '{'", List.of(), List.of(), Language.ENGLISH)
                        .title())
                .isEqualTo("No e-services for “{0} '{'”");
    }

    @Test
    void isNoSearchWithoutWords() {
        assertThat(CataloguePage.all(List.of(), Language.SWEDISH).searched()).isFalse();
    }
}
