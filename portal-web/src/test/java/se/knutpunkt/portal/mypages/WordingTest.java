package se.knutpunkt.portal.mypages;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.disclosure.LateSource;
import se.knutpunkt.hub.disclosure.Whom;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.portal.page.Language;

class WordingTest {
    private static final Wording SWEDISH = new Wording(Language.SWEDISH);
    private static final Wording ENGLISH = new Wording(Language.ENGLISH);
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-11-22T11:00:00Z"), ZoneOffset.UTC);

    @Test
    void theReadersOwnEventsHaveNoTag() {
        Whom self = whom(Capacity.SELF, null, null);

        assertThat(SWEDISH.tag(self)).isEmpty();
        assertThat(SWEDISH.filter(self)).isEqualTo("Mig själv");
    }

    @Test
    void aRelationIsSaidAsItWasRegistered() {
        Whom father = whom(Capacity.PROXY, "Folke Demosson", "din far");

        assertThat(SWEDISH.tag(father)).isEqualTo("Din far");
        assertThat(SWEDISH.whom(father)).isEqualTo("Folke Demosson (din far)");
    }

    @Test
    void anotherLanguageDoesNotBorrowTheSwedishRelation() {
        Whom father = whom(Capacity.PROXY, "Folke Demosson", "din far");

        assertThat(ENGLISH.tag(father)).isEqualTo("Folke Demosson");
        assertThat(ENGLISH.whom(father)).isEqualTo("Folke Demosson (someone who gave you power of attorney)");
    }

    @Test
    void aChildIsKnownByNameOrAsTheReadersChild() {
        assertThat(SWEDISH.tag(whom(Capacity.GUARDIAN, "Disa Demosson", null))).isEqualTo("Disa Demosson");
        assertThat(SWEDISH.tag(whom(Capacity.GUARDIAN, null, null))).isEqualTo("Ditt barn");
    }

    @Test
    void tellsSinceWhenASourceIsSilent() {
        assertThat(late("2026-11-22T09:05:00Z")).contains("sedan i dag kl. 10.05.");
        assertThat(late("2026-11-21T22:59:00Z")).contains("sedan i går kl. 23.59.");
        assertThat(late("2026-11-20T22:59:00Z")).contains("sedan 20 november 2026 kl. 23.59.");
        assertThat(late(null)).startsWith("Omsorgens system har ännu inte hört av sig.");
        assertThat(late(null)).endsWith("Det gäller: Hemtjänst, Färdtjänst.");
        assertThat(late("2026-11-22T09:05:00Z")).endsWith("Det gäller: Hemtjänst, Färdtjänst.");
    }

    private static String late(@Nullable String heard) {
        return SWEDISH.late(
                new LateSource(
                        new Name("Omsorgens system", "The care system"),
                        new Name("Omsorgsnämnden", "The Care Committee"),
                        heard == null ? null : Instant.parse(heard),
                        List.of(new Name("Hemtjänst", "Home care"), new Name("Färdtjänst", "Mobility service"))),
                NOON);
    }

    private static Whom whom(Capacity capacity, @Nullable String name, @Nullable String label) {
        return new Whom(new PartyId(2), capacity, name, label);
    }
}
