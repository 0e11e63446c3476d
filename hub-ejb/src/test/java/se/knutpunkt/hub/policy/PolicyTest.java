package se.knutpunkt.hub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.hub.policy.Lines.PLAIN;
import static se.knutpunkt.hub.policy.Lines.TODAY;
import static se.knutpunkt.hub.policy.Lines.ages;
import static se.knutpunkt.hub.policy.Lines.days;
import static se.knutpunkt.hub.policy.Lines.events;
import static se.knutpunkt.hub.policy.Lines.line;
import static se.knutpunkt.hub.policy.Lines.policy;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PolicyTest {
    private static final EventClass PRESCHOOL = EventClass.plain("FÖR");

    private static String rule(Policy policy, EventClass event, @Nullable Integer age) {
        return policy.line(Capacity.GUARDIAN, event, age).map(PolicyLine::key).orElse("");
    }

    private static EventClass event(String kind, String marking) {
        return new EventClass("FÖR", kind, true, marking, false, false, false);
    }

    @Test
    void theNarrowerPlaceWinsAtEachStep() {
        List<Place> places = List.of(
                Place.MUNICIPALITY,
                new Place(Level.SECTOR, "SCHOOL"),
                new Place(Level.AUTHORITY, "bun"),
                new Place(Level.BRANCH, "förskola"),
                new Place(Level.CASE_TYPE, "FÖR"));
        for (int i = 1; i < places.size(); i++) {
            // the wider is the stricter, and yet it is not the one
            PolicyLine wide = line("WIDE", places.get(i - 1), Degree.HIDDEN);
            PolicyLine narrow = line("NARROW", places.get(i), Degree.FULL);
            assertThat(rule(policy(TODAY, wide, narrow), PRESCHOOL, 5))
                    .as("%s before %s", places.get(i), places.get(i - 1))
                    .isEqualTo("NARROW");
            assertThat(rule(policy(TODAY, narrow, wide), EventClass.plain("KUL"), 5))
                    .as("%s elsewhere", places.get(i))
                    .isEqualTo(i == 1 ? "WIDE" : "");
        }
    }

    @Test
    void whatIsRememberedIsBounded() {
        Policy policy = policy(TODAY, PLAIN);
        for (int i = 0; i < 2 * Policy.MOST_REMEMBERED + 5; i++) {
            assertThat(rule(policy, event("KIND" + i, ""), 5)).isEqualTo("PLAIN");
            assertThat(policy.remembered()).isLessThanOrEqualTo(Policy.MOST_REMEMBERED);
        }
        assertThat(policy.remembered()).isPositive();
    }

    @Test
    void kindGoesBeforeMarkingAndMarkingBeforeAge() {
        PolicyLine aged = ages("AGED", Capacity.GUARDIAN, new AgeBand(0, 18), Degree.HIDDEN);
        PolicyLine marked = events("MARKED", null, PolicyLine.ANY_MARKING, Degree.SUMMARY);
        PolicyLine provision = events("PROVISION", null, "OSL 26:1", Degree.EXISTS);
        PolicyLine kind = events("KIND", "BESLUT", null, Degree.FULL);
        Policy policy = policy(TODAY, PLAIN, aged, marked, provision, kind);
        assertThat(rule(policy, event("KLAR", ""), null)).isEqualTo("PLAIN");
        assertThat(rule(policy, event("KLAR", ""), 5)).isEqualTo("AGED");
        assertThat(rule(policy, event("KLAR", "OSL 25:1"), 5)).isEqualTo("MARKED");
        assertThat(rule(policy, event("KLAR", "OSL 26:1"), 5)).isEqualTo("PROVISION");
        assertThat(rule(policy, event("BESLUT", "OSL 26:1"), 5)).isEqualTo("KIND");
    }

    @Test
    void theAgeOfAnEighteenthBirthdayIsOutside() {
        Policy policy = policy(TODAY, ages("MINOR", Capacity.GUARDIAN, new AgeBand(12, 18), Degree.FULL));
        assertThat(rule(policy, PRESCHOOL, 11)).isEmpty();
        assertThat(rule(policy, PRESCHOOL, 12)).isEqualTo("MINOR");
        assertThat(rule(policy, PRESCHOOL, 17)).isEqualTo("MINOR");
        assertThat(rule(policy, PRESCHOOL, 18)).isEmpty();
        assertThat(rule(policy, PRESCHOOL, null)).isEmpty();
    }

    @Test
    void ofTwoAsNarrowTheStricterStands() {
        PolicyLine open = ages("OPEN", Capacity.GUARDIAN, new AgeBand(0, 16), Degree.FULL);
        PolicyLine strict = ages("STRICT", Capacity.GUARDIAN, new AgeBand(12, 18), Degree.EXISTS);
        for (Policy policy : List.of(policy(TODAY, open, strict), policy(TODAY, strict, open))) {
            assertThat(rule(policy, PRESCHOOL, 11)).isEqualTo("OPEN");
            assertThat(rule(policy, PRESCHOOL, 12)).isEqualTo("STRICT");
            assertThat(rule(policy, PRESCHOOL, 16)).isEqualTo("STRICT");
        }
    }

    @Test
    void ofAnUncountedKindTheStrictestOfAllDecides() {
        PolicyLine wide = line("WIDE", Place.MUNICIPALITY, Degree.EXISTS);
        PolicyLine narrow = line("NARROW", new Place(Level.CASE_TYPE, "FÖR"), Degree.FULL);
        PolicyLine kind = events("KIND", "BESLUT", null, Degree.HIDDEN);
        assertThat(rule(policy(TODAY, wide, narrow), event("KLAR", ""), 5)).isEqualTo("NARROW");
        assertThat(rule(policy(TODAY, wide, narrow), event(EventClass.UNCOUNTED, ""), 5))
                .isEqualTo("WIDE");
        assertThat(rule(policy(TODAY, wide, narrow, kind), event(EventClass.UNCOUNTED, ""), 5))
                .isEqualTo("KIND");
    }

    @Test
    void aLineHoldsOnItsFirstAndLastDayAndNotBesideThem() {
        PolicyLine line = days("DAYS", TODAY, TODAY.plusDays(1), Degree.FULL);
        assertThat(rule(policy(TODAY.minusDays(1), line), PRESCHOOL, 5)).isEmpty();
        assertThat(rule(policy(TODAY, line), PRESCHOOL, 5)).isEqualTo("DAYS");
        assertThat(rule(policy(TODAY.plusDays(1), line), PRESCHOOL, 5)).isEqualTo("DAYS");
        assertThat(rule(policy(TODAY.plusDays(2), line), PRESCHOOL, 5)).isEmpty();
    }

    @Test
    void whatNoLineSpeaksOfIsNotShown() {
        Policy policy = policy(TODAY, PLAIN);
        assertThat(policy.line(Capacity.PROXY, PRESCHOOL, 5)).isEmpty();
        assertThat(policy.line(Capacity.GUARDIAN, EventClass.plain("XYZ"), 5)).isEmpty();
        assertThat(policy.knows("XYZ")).isFalse();
        assertThat(policy.asksAge(Capacity.GUARDIAN)).isFalse();
        assertThat(policy(TODAY, ages("A", Capacity.SELF, new AgeBand(0, 16), Degree.FULL))
                        .asksAge(Capacity.SELF))
                .isTrue();
    }
}
