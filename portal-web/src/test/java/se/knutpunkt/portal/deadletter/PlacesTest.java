package se.knutpunkt.portal.deadletter;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import se.knutpunkt.portal.api.EventReplay;
import se.knutpunkt.portal.page.Language;

class PlacesTest {

    @Test
    void tellsTheLineOfAPlaceAndOfWhatSurroundsAMissingOne() {
        String text =
                EventReplay.pretty("{\"id\":\"a\",\"data\":{\"rubrik\":\"b\",\"taggar\":[\"x\",\"y\"],\"a/b~\":1}}");
        Places places = Places.of(text);

        assertThat(text.lines()).hasSize(11);
        assertThat(places.line("")).isEmpty();
        assertThat(places.line("/id")).contains(2);
        assertThat(places.line("/data")).contains(3);
        assertThat(places.line("/data/rubrik")).contains(4);
        assertThat(places.line("/data/taggar/1")).contains(7);
        assertThat(places.line("/data/a~1b~0")).contains(9);
        assertThat(places.line("/data/part/kund")).contains(3);
        assertThat(places.line("/source")).isEmpty();
    }

    @Test
    void goesAsFarAsTheTextIsJson() {
        Places places = Places.of("{\n\"id\": \"a\",\n\"b\": !\n");
        assertThat(places.line("/id")).contains(2);
        assertThat(Places.of("").line("/id")).isEmpty();
        assertThat(EventReplay.pretty("{ no json")).isEqualTo("{ no json");
    }

    @Test
    void saysFaultsInTheReadersLanguage() {
        assertThat(FaultWords.in(Language.SWEDISH, "The member is required.")).isEqualTo("Fältet saknas.");
        assertThat(FaultWords.in(Language.SWEDISH, "The text has at most 255 characters."))
                .isEqualTo("Texten får ha högst 255 tecken.");
        assertThat(FaultWords.in(Language.ENGLISH, "The member is required.")).isEqualTo("The member is required.");
        assertThat(FaultWords.in(Language.SWEDISH, "Something new.")).isEqualTo("Something new.");
    }
}
