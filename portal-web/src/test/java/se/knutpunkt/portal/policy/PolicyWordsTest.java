package se.knutpunkt.portal.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.LineFault;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.PolicyRefused;
import se.knutpunkt.portal.page.Language;
import se.knutpunkt.portal.page.Texts;

class PolicyWordsTest {
    private static final PolicyWords SWEDISH = words(Language.SWEDISH);
    private static final PolicyWords ENGLISH = words(Language.ENGLISH);

    private static PolicyWords words(Language language) {
        return new PolicyWords(
                language, new PlaceNames(language, Map.of(new Place(Level.AUTHORITY, "bun"), "Barnnämnden")));
    }

    private static PolicyLine line(
            Capacity who, AgeBand ages, @Nullable String kind, @Nullable String marking, Degree degree) {
        return new PolicyLine(
                "PROV",
                Place.MUNICIPALITY,
                who,
                ages,
                kind,
                marking,
                null,
                null,
                degree,
                new LegalGround("SoL", "21:1"),
                "");
    }

    @Test
    void aShippedRuleIsAPlainSentence() {
        PolicyLine line = FirstPolicy.shipped().stream()
                .filter(one -> one.key().equals("SOC-VH-12-14-MARKT"))
                .findFirst()
                .orElseThrow();
        assertThat(SWEDISH.sentence(line))
                .isEqualTo("Vårdnadshavare till barn 12–14 år ser ingenting av det som är sekretessmärkt.");
        assertThat(ENGLISH.sentence(line))
                .isEqualTo("The guardian of a child aged 12–14 sees nothing of what is marked as secret.");
    }

    @ParameterizedTest
    @CsvSource({
        ",,Vårdnadshavare ser allt.",
        ",12,Vårdnadshavare till barn under 12 år ser allt.",
        "0,12,Vårdnadshavare till barn under 12 år ser allt.",
        "12,,Vårdnadshavare till barn från 12 år ser allt.",
        "12,13,Vårdnadshavare till barn 12 år ser allt.",
        "12,18,Vårdnadshavare till barn 12–17 år ser allt."
    })
    void agesAreSaidAsPeopleSayThem(@Nullable Integer from, @Nullable Integer below, String said) {
        assertThat(SWEDISH.sentence(line(Capacity.GUARDIAN, new AgeBand(from, below), null, null, Degree.FULL)))
                .isEqualTo(said);
    }

    @ParameterizedTest
    @CsvSource({
        ",OSL 26:1,SUMMARY,Kontaktcenter ser bara en neutral sammanfattning av det som är sekretessmärkt enligt OSL 26:1.",
        "BESLUT,,HIDDEN,Kontaktcenter ser ingenting av händelser av slaget BESLUT.",
        "BESLUT,*,HIDDEN,Kontaktcenter ser ingenting av händelser av slaget BESLUT som är sekretessmärkta.",
        "BESLUT,OSL 26:1,FULL,Kontaktcenter ser allt av händelser av slaget BESLUT som är sekretessmärkta enligt OSL 26:1.",
        ",,EXISTS,Kontaktcenter ser bara att det finns något."
    })
    void eventsAreSaidByKindAndMarking(@Nullable String kind, @Nullable String marking, Degree degree, String said) {
        assertThat(SWEDISH.sentence(line(Capacity.CONTACT_CENTRE, AgeBand.ALL, kind, marking, degree)))
                .isEqualTo(said);
    }

    @Test
    void daysEndTheSentence() {
        PolicyLine line = new PolicyLine(
                "PROV",
                Place.MUNICIPALITY,
                Capacity.PROXY,
                AgeBand.ALL,
                null,
                null,
                LocalDate.of(2027, 1, 1),
                LocalDate.of(2027, 3, 31),
                Degree.FULL,
                new LegalGround("OSL", "12:2"),
                "");
        assertThat(SWEDISH.sentence(line))
                .isEqualTo("Ombud med fullmakt ser allt, från och med 1 januari 2027 till och med 31 mars 2027.");
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void everyoneHasWordsInBothLanguages(Capacity who) {
        if (who == Capacity.NONE) {
            return;
        }
        for (PolicyWords words : List.of(SWEDISH, ENGLISH)) {
            assertThat(words.capacity(who)).isNotBlank();
            for (Degree degree : Degree.values()) {
                assertThat(words.sentence(line(who, AgeBand.ALL, null, null, degree)))
                        .endsWith(".");
                assertThat(words.sentence(line(who, AgeBand.ALL, null, "*", degree)))
                        .endsWith(".");
            }
        }
    }

    @Test
    void everyFaultAndRefusalHasWords() {
        for (LineFault.Kind kind : LineFault.Kind.values()) {
            assertThat(Texts.text(Language.SWEDISH, "policy.fault." + kind)).endsWith(".");
        }
        for (PolicyRefused.Reason reason : List.of(
                PolicyRefused.Reason.SAME_PERSON,
                PolicyRefused.Reason.NOT_WAITING,
                PolicyRefused.Reason.CHANGED_MEANWHILE)) {
            assertThat(Texts.text(Language.SWEDISH, "policy.refused." + reason)).endsWith(".");
        }
    }

    @Test
    void placesAreSaidWithTheirKind() {
        assertThat(SWEDISH.places().title(Place.MUNICIPALITY)).isEqualTo("Hela kommunen");
        assertThat(SWEDISH.places().title(new Place(Level.AUTHORITY, "bun"))).isEqualTo("Nämnd: Barnnämnden");
        assertThat(SWEDISH.places().title(new Place(Level.CASE_TYPE, "XYZ"))).isEqualTo("Ärendetyp: XYZ");
    }

    @Test
    void aPlaceThatIsGoneStaysChosen() {
        List<LineFormPage.Group> groups = SWEDISH.places().groups("CASE_TYPE:XYZ");
        assertThat(groups.get(0).choices()).containsExactly(new LineFormPage.Choice("CASE_TYPE:XYZ", "XYZ", true));
        assertThat(SWEDISH.places().groups("AUTHORITY:bun"))
                .flatExtracting(LineFormPage.Group::choices)
                .filteredOn(LineFormPage.Choice::chosen)
                .extracting(LineFormPage.Choice::text)
                .containsExactly("Barnnämnden");
    }

    @Test
    void aDifferenceTellsWhatIsAddedRemovedAndChanged() {
        PolicyLine open = line(Capacity.PROXY, AgeBand.ALL, null, null, Degree.FULL);
        PolicyLine closed = line(Capacity.PROXY, AgeBand.ALL, null, null, Degree.HIDDEN);
        assertThat(Difference.between(List.of(open), List.of(open), SWEDISH)).isEmpty();
        Difference added = Difference.between(List.of(), List.of(open), SWEDISH).get(0);
        assertThat(added.before()).isEmpty();
        assertThat(added.after()).isEqualTo("Ombud med fullmakt ser allt.");
        Difference removed =
                Difference.between(List.of(open), List.of(), SWEDISH).get(0);
        assertThat(removed.after()).isEmpty();
        Difference changed =
                Difference.between(List.of(open), List.of(closed), SWEDISH).get(0);
        assertThat(changed.parts()).containsExactly(new Difference.Part("Hur mycket som visas", "Allt", "Ingenting"));
    }
}
