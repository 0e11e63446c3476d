package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.hub.disclosure.Capacity.GUARDIAN;
import static se.knutpunkt.hub.disclosure.Capacity.NONE;
import static se.knutpunkt.hub.disclosure.Capacity.PROXY;
import static se.knutpunkt.hub.disclosure.Capacity.SELF;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.DisclosureRule;

class DisclosureTest {

    private static final Viewer READER = new Viewer.Citizen(new PartyId(1));
    private static final EventFacts CHILD = new EventFacts("FÖR", true, false, 10, true);

    @Test
    void isClosedToEveryoneWithoutARule() {
        Policy everything = policy(EnumSet.allOf(DisclosureRule.class));
        for (Viewer viewer : new Viewer[] {new Viewer.Anonymous(), new Viewer.Source("s"), new Viewer.Staff("7")}) {
            assertThat(Disclosure.decide(viewer, SELF, Purpose.MY_PAGES, CHILD, everything))
                    .isEqualTo(new Decision(Degree.HIDDEN, "viewer-without-rule"));
        }
        assertThat(decide(NONE, CHILD, everything).rule()).isEqualTo("no-capacity");
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void hidesWhenNoRuleIsRegistered(Capacity capacity) {
        assertThat(decide(capacity, CHILD, policy(Set.of())).degree()).isEqualTo(Degree.HIDDEN);
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void hidesAnUnknownCaseType(Capacity capacity) {
        EventFacts unknown = new EventFacts("XYZ", true, false, 10, true);
        assertThat(decide(capacity, unknown, policy(EnumSet.allOf(DisclosureRule.class)))
                        .degree())
                .isEqualTo(Degree.HIDDEN);
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void hidesWhatTheSourceDoesNotShow(Capacity capacity) {
        EventFacts internal = new EventFacts("FÖR", false, false, 10, true);
        assertThat(decide(capacity, internal, policy(EnumSet.allOf(DisclosureRule.class)))
                        .degree())
                .isEqualTo(Degree.HIDDEN);
    }

    @Test
    void hidesAProtectedPersonFromAllButThatPerson() {
        EventFacts marked = new EventFacts("FÖR", true, true, 10, true);
        Policy everything = policy(EnumSet.allOf(DisclosureRule.class));
        assertThat(decide(SELF, marked, everything).degree()).isEqualTo(Degree.FULL);
        assertThat(decide(GUARDIAN, marked, everything).rule()).isEqualTo("protected-identity");
        assertThat(decide(PROXY, marked, everything).rule()).isEqualTo("protected-identity");
    }

    @Nested
    class Guardian {

        @Test
        void seesAChildUntilEighteen() {
            Policy full = policy(Set.of(DisclosureRule.GUARDIAN_FULL));
            assertThat(decide(GUARDIAN, aged(17), full).degree()).isEqualTo(Degree.FULL);
            assertThat(decide(GUARDIAN, aged(18), full).rule()).isEqualTo("guardian-of-adult");
            assertThat(decide(GUARDIAN, aged(null), full).degree()).isEqualTo(Degree.HIDDEN);
        }

        @Test
        void seesSocialServicesUntilFifteen() {
            Policy until15 = policy(Set.of(DisclosureRule.GUARDIAN_UNTIL_15));
            assertThat(decide(GUARDIAN, aged(14), until15).degree()).isEqualTo(Degree.FULL);
            assertThat(decide(GUARDIAN, aged(15), until15).degree()).isEqualTo(Degree.HIDDEN);
        }

        @Test
        void seesSchoolUntilSixteen() {
            Policy until16 = policy(Set.of(DisclosureRule.GUARDIAN_UNTIL_16));
            assertThat(decide(GUARDIAN, aged(15), until16).degree()).isEqualTo(Degree.FULL);
            assertThat(decide(GUARDIAN, aged(16), until16).degree()).isEqualTo(Degree.HIDDEN);
        }

        @Test
        void seesASummaryWhereOnlyThatIsRegistered() {
            Policy summary = policy(Set.of(DisclosureRule.GUARDIAN_SUMMARY));
            assertThat(decide(GUARDIAN, aged(17), summary).degree()).isEqualTo(Degree.SUMMARY);
            assertThat(decide(GUARDIAN, aged(18), summary).degree()).isEqualTo(Degree.HIDDEN);
        }

        private EventFacts aged(@Nullable Integer age) {
            return new EventFacts("FÖR", true, false, age, false);
        }
    }

    @Nested
    class Proxy {

        @Test
        void seesWhatThePowerOfAttorneyCovers() {
            Policy full = policy(Set.of(DisclosureRule.PROXY_FULL));
            assertThat(decide(PROXY, covered(true), full)).isEqualTo(new Decision(Degree.FULL, "proxy-full"));
            assertThat(decide(PROXY, covered(false), full)).isEqualTo(new Decision(Degree.HIDDEN, "proxy-scope"));
        }

        @Test
        void seesASummaryWhereOnlyThatIsRegistered() {
            Policy summary = policy(Set.of(DisclosureRule.PROXY_SUMMARY));
            assertThat(decide(PROXY, covered(true), summary).degree()).isEqualTo(Degree.SUMMARY);
        }

        private EventFacts covered(boolean covered) {
            return new EventFacts("FÖR", true, false, 80, covered);
        }
    }

    @Nested
    class System {
        private final Viewer school = new Viewer.Source("skola");
        private final EventFacts shown = new EventFacts("FÖR", true, false, null, false);
        private final Policy right =
                new Policy(Map.of("FÖR", Set.of(DisclosureRule.SELF_FULL)), Map.of("skola", Set.of("FÖR", "XYZ")));

        @Test
        void seesWhatItHasTheRightToAndCitizensAreShown() {
            for (Purpose purpose : new Purpose[] {Purpose.ASK, Purpose.TELL}) {
                assertThat(as(school, purpose, shown, right)).isEqualTo(new Decision(Degree.FULL, "system-asks"));
                assertThat(as(new Viewer.Source("annan"), purpose, shown, right).rule())
                        .isEqualTo("system-without-right");
                assertThat(as(school, purpose, shown, policy(EnumSet.allOf(DisclosureRule.class)))
                                .rule())
                        .isEqualTo("system-without-right");
                assertThat(as(school, purpose, new EventFacts("FÖR", false, false, null, false), right)
                                .rule())
                        .isEqualTo("not-shown-to-citizen");
                assertThat(as(school, purpose, new EventFacts("FÖR", true, true, null, false), right)
                                .rule())
                        .isEqualTo("protected-identity");
                assertThat(as(school, purpose, new EventFacts("XYZ", true, false, null, false), right)
                                .rule())
                        .isEqualTo("unknown-case-type");
            }
        }

        @Test
        void mayAskForWhatItSentAndIsNotToldOfIt() {
            EventFacts own = new EventFacts("FÖR", false, true, null, false, true);
            Policy nothing = new Policy(Map.of());
            assertThat(as(school, Purpose.ASK, own, nothing)).isEqualTo(new Decision(Degree.FULL, "system-own"));
            EventFacts ownShown = new EventFacts("FÖR", true, false, null, false, true);
            for (EventFacts facts : new EventFacts[] {own, ownShown}) {
                assertThat(as(school, Purpose.TELL, facts, right)).isEqualTo(new Decision(Degree.HIDDEN, "system-own"));
            }
        }

        @Test
        void isNobodyElse() {
            for (Capacity capacity : new Capacity[] {SELF, GUARDIAN, PROXY, NONE}) {
                assertThat(Disclosure.decide(school, capacity, Purpose.ASK, shown, right)
                                .degree())
                        .isEqualTo(Degree.HIDDEN);
            }
            assertThat(Disclosure.decide(school, Capacity.SYSTEM, Purpose.MY_PAGES, shown, right)
                            .degree())
                    .isEqualTo(Degree.HIDDEN);
            assertThat(Disclosure.decide(READER, Capacity.SYSTEM, Purpose.ASK, shown, right)
                            .degree())
                    .isEqualTo(Degree.HIDDEN);
        }

        private Decision as(Viewer viewer, Purpose purpose, EventFacts facts, Policy policy) {
            return Disclosure.decide(viewer, Capacity.SYSTEM, purpose, facts, policy);
        }
    }

    private static Policy policy(Set<DisclosureRule> rules) {
        return new Policy(Map.of("FÖR", rules));
    }

    private static Decision decide(Capacity capacity, EventFacts facts, Policy policy) {
        return Disclosure.decide(READER, capacity, Purpose.MY_PAGES, facts, policy);
    }
}
