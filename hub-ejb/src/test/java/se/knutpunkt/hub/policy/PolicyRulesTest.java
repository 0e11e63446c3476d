package se.knutpunkt.hub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.hub.policy.Lines.PLAIN;
import static se.knutpunkt.hub.policy.Lines.TODAY;
import static se.knutpunkt.hub.policy.Lines.TYPES;
import static se.knutpunkt.hub.policy.Lines.ages;
import static se.knutpunkt.hub.policy.Lines.days;
import static se.knutpunkt.hub.policy.Lines.events;
import static se.knutpunkt.hub.policy.Lines.line;
import static se.knutpunkt.hub.policy.Lines.of;
import static se.knutpunkt.hub.policy.Lines.texts;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.hub.policy.LineFault.Kind;

class PolicyRulesTest {

    private static List<Kind> faults(PolicyLine... lines) {
        return PolicyRules.faults(List.of(lines), TYPES).stream()
                .map(LineFault::kind)
                .toList();
    }

    @Test
    void theShippedLinesMayStand() {
        assertThat(PolicyRules.faults(FirstPolicy.shipped(), TYPES)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"AB", "å1", "SOC-VH-12-14-MARKT", "abcdefghijabcdefghijabcdefghijabcdefghij"})
    void aKeyIsLettersDigitsAndHyphens(String key) {
        assertThat(faults(of(PLAIN, key, Degree.FULL))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "A", "A B", "A_B", "A/B", "abcdefghijabcdefghijabcdefghijabcdefghijk"})
    void anythingElseIsNoKey(String key) {
        assertThat(faults(of(PLAIN, key, Degree.FULL))).containsExactly(Kind.KEY);
    }

    @Test
    void aKeyIsOnce() {
        PolicyLine other = line(PLAIN.key(), new Place(Level.AUTHORITY, "kfn"), Degree.FULL);
        assertThat(faults(PLAIN, other)).containsExactly(Kind.KEY_TWICE);
        assertThat(faults(PLAIN, of(other, "OTHER", Degree.FULL))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "SECTOR,SCHOOL,true", "SECTOR,SPORT,false", "AUTHORITY,bun,true", "AUTHORITY,förskola,false",
        "BRANCH,förskola,true", "BRANCH,bun,false", "CASE_TYPE,KUL,true", "CASE_TYPE,XYZ,false"
    })
    void aPlaceIsRegistered(Level level, String code, boolean right) {
        assertThat(faults(line("A-B", new Place(level, code), Degree.FULL)))
                .isEqualTo(right ? List.of() : List.of(Kind.PLACE));
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void aLineIsForSomebodyAndAsksAgeOfFew(Capacity who) {
        assertThat(faults(ages("A-B", who, AgeBand.ALL, Degree.FULL)))
                .isEqualTo(who == Capacity.NONE ? List.of(Kind.CAPACITY) : List.of());
        boolean aged = who == Capacity.SELF || who == Capacity.GUARDIAN;
        List<Kind> faults = faults(ages("A-B", who, new AgeBand(12, null), Degree.FULL));
        assertThat(faults.contains(Kind.AGES)).isEqualTo(!aged);
    }

    @ParameterizedTest
    @CsvSource({"BESLUT,true", "BESLUT_2,true", "beslut,false", "BE SLUT,false", "*,false", "'',false"})
    void aKindIsTheLastPartOfAType(String kind, boolean right) {
        assertThat(faults(events("A-B", kind, null, Degree.FULL)))
                .isEqualTo(right ? List.of() : List.of(Kind.EVENT_KIND));
    }

    @ParameterizedTest
    @CsvSource({"*,true", "OSL 26:1,true", "OSL 23:2 1 st,true", "OSL 23:2,false", "OSL 8:1,false", "'',false"})
    void aMarkingNamesAProvisionOfSecrecy(String marking, boolean right) {
        assertThat(faults(events("A-B", null, marking, Degree.FULL)))
                .isEqualTo(right ? List.of() : List.of(Kind.MARKING));
    }

    @Test
    void theLastDayIsNotBeforeTheFirst() {
        assertThat(faults(days("A-B", TODAY, TODAY, Degree.FULL))).isEmpty();
        assertThat(faults(days("A-B", TODAY, TODAY.minusDays(1), Degree.FULL))).containsExactly(Kind.DAYS);
        assertThat(faults(days("A-B", null, TODAY.minusDays(1), Degree.FULL))).isEmpty();
    }

    @Test
    void theGroundIsThereAndHasRoom() {
        assertThat(faults(texts("A-B", "L".repeat(40), "1".repeat(60), ""))).isEmpty();
        assertThat(faults(texts("A-B", "L".repeat(41), "1", ""))).containsExactly(Kind.GROUND);
        assertThat(faults(texts("A-B", "L", "1".repeat(61), ""))).containsExactly(Kind.GROUND);
        assertThat(faults(texts("A-B", " ", "1", ""))).containsExactly(Kind.GROUND);
        assertThat(faults(texts("A-B", "L", "", ""))).containsExactly(Kind.GROUND);
    }

    @Test
    void theWordsHaveRoom() {
        assertThat(faults(texts("A-B", "OSL", "8:1", "o".repeat(500)))).isEmpty();
        assertThat(faults(texts("A-B", "OSL", "8:1", "o".repeat(501)))).containsExactly(Kind.WORDS);
    }

    @Test
    void twoLinesSpeakOfTheSameNowhere() {
        assertThat(PolicyRules.faults(List.of(PLAIN, of(PLAIN, "OTHER", Degree.HIDDEN)), TYPES))
                .containsExactly(new LineFault("OTHER", Kind.SAME_AS_OTHER));
        assertThat(faults(PLAIN, days("OTHER", null, TODAY, Degree.HIDDEN))).isEmpty();
        assertThat(faults(PLAIN, events("OTHER", null, PolicyLine.ANY_MARKING, Degree.HIDDEN)))
                .isEmpty();
    }
}
