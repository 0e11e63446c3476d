package se.knutpunkt.portal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.knutpunkt.hub.disclosure.Extent;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.portal.page.Language;

class EffectPagesTest {
    private static final PolicyWords SWEDISH =
            new PolicyWords(Language.SWEDISH, new PlaceNames(Language.SWEDISH, Map.of()));
    private static final PolicyWords ENGLISH =
            new PolicyWords(Language.ENGLISH, new PlaceNames(Language.ENGLISH, Map.of()));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "0    | 0 | false | ''",
                "412  | 0 | false | 412",
                "410  | 0 | true  | omkring 410",
                "0    | 1 | false | färre än fem",
                "0    | 3 | false | färre än fem av vart och ett av 3 slag",
                "412  | 2 | false | 412, och färre än fem av 2 slag till",
                "410  | 1 | true  | omkring 410, och färre än fem av 1 slag till"
            })
    void howManyIsSaidInWords(long told, int few, boolean rounded, String said) {
        assertThat(EffectPages.extent(new Extent(told, few, rounded), SWEDISH)).isEqualTo(said);
    }

    @Test
    void aClassOfEventsIsSaidInWords() {
        assertThat(SWEDISH.event(EventClass.plain("KUL"))).isEqualTo("KUL");
        EventClass all = new EventClass("KUL", "BESLUT", false, "OSL 26:1", true, true, true);
        assertThat(SWEDISH.event(all))
                .isEqualTo("KUL, händelser av slaget BESLUT, det som är sekretessmärkt enligt OSL 26:1,"
                        + " visas inte för invånare, hemlig för vårdnadshavare, röjer den som anmälde,"
                        + " gäller bara parten själv");
        EventClass uncounted =
                new EventClass("KUL", EventClass.UNCOUNTED, true, EventClass.UNCOUNTED, false, false, false);
        assertThat(SWEDISH.event(uncounted)).isEqualTo("KUL, alla andra slag av händelser, det som är sekretessmärkt");
        assertThat(ENGLISH.event(uncounted)).contains("all other kinds of events");
    }
}
