package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.TypePlace;

/** The bars, and the lines that are shipped, at both sides of each limit. */
class DisclosureTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 22);
    private static final Map<String, TypePlace> TYPES = Map.of(
            "KUL", new TypePlace("KUL", "OTHER", "kfn", null),
            "FÖR", new TypePlace("FÖR", "SCHOOL", "bun", "förskola"),
            "EHM", new TypePlace("EHM", "PUPIL_HEALTH", "bun", "elevhälsa"),
            "SOC", new TypePlace("SOC", "SOCIAL_SERVICES", "son", null));
    private static final Policy SHIPPED = new Policy(1, DAY, FirstPolicy.shipped(), TYPES);
    private static final ViewerFacts COVERED = ViewerFacts.citizen(true);

    private static Viewer viewer(Capacity capacity) {
        if (capacity.isCitizen()) {
            return new Viewer.Citizen(new PartyId(1));
        }
        if (capacity.isStaff()) {
            return new Viewer.Staff("7");
        }
        return capacity == Capacity.SYSTEM ? new Viewer.Source("skola") : new Viewer.Anonymous();
    }

    private static Purpose purpose(Capacity capacity) {
        if (capacity.isCitizen()) {
            return Purpose.MY_PAGES;
        }
        if (capacity.isStaff()) {
            return Purpose.YOUR_PAGES;
        }
        return capacity == Capacity.SYSTEM ? Purpose.ASK : Purpose.OPEN;
    }

    private static Decision decide(Capacity capacity, EventFacts facts) {
        return Disclosure.decide(viewer(capacity), capacity, purpose(capacity), facts, SHIPPED);
    }

    private static ViewerFacts facts(Capacity capacity) {
        return capacity == Capacity.SYSTEM ? ViewerFacts.system(false, true) : COVERED;
    }

    private static EventFacts of(Capacity capacity, EventClass event, About about) {
        return new EventFacts(event, about, facts(capacity));
    }

    private static EventClass marked(String type, String provision) {
        return new EventClass(type, "", true, provision, false, false, false);
    }

    @Test
    void noViewerLooksInTheCapacityOrForThePurposeOfAnother() {
        EventFacts facts = new EventFacts(EventClass.plain("KUL"), About.aged(10), COVERED);
        List<Viewer> viewers = List.of(
                new Viewer.Citizen(new PartyId(1)),
                new Viewer.Staff("7"),
                new Viewer.Source("skola"),
                new Viewer.Anonymous());
        for (Viewer viewer : viewers) {
            for (Capacity capacity : Capacity.values()) {
                for (Purpose purpose : Purpose.values()) {
                    boolean fits = viewer.getClass() == viewer(capacity).getClass()
                            && capacity != Capacity.NONE
                            && (purpose == purpose(capacity)
                                    || (capacity == Capacity.SYSTEM && purpose == Purpose.TELL));
                    if (!fits) {
                        assertThat(Disclosure.decide(viewer, capacity, purpose, facts, SHIPPED)
                                        .rule())
                                .as("%s as %s for %s", viewer, capacity, purpose)
                                .isEqualTo(capacity == Capacity.NONE ? "NO_CAPACITY" : "VIEWER");
                    }
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void withoutALineNothingIsShown(Capacity capacity) {
        Policy empty = new Policy(1, DAY, List.of(), TYPES);
        EventFacts facts = of(capacity, EventClass.plain("KUL"), About.aged(10));
        Decision decision = Disclosure.decide(viewer(capacity), capacity, purpose(capacity), facts, empty);
        assertThat(decision.degree()).isEqualTo(Degree.HIDDEN);
        assertThat(decision.rule()).isEqualTo(capacity == Capacity.NONE ? "NO_CAPACITY" : "NO_LINE");
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void anUnregisteredCaseTypeIsShownToNobody(Capacity capacity) {
        Decision decision = decide(capacity, of(capacity, EventClass.plain("XYZ"), About.aged(10)));
        assertThat(decision.degree()).isEqualTo(Degree.HIDDEN);
        assertThat(decision.rule()).isEqualTo(capacity == Capacity.NONE ? "NO_CAPACITY" : "UNKNOWN_CASE_TYPE");
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void whatTheSourceKeepsFromCitizensIsForThoseWhoHandleOrFileItAlone(Capacity capacity) {
        EventClass internal = new EventClass("KUL", "", false, "", false, false, false);
        String rule = decide(capacity, of(capacity, internal, About.aged(10))).rule();
        String expected = switch (capacity) {
            case HANDLER -> "HANDLAGGARE";
            case REGISTRAR -> "REGISTRATOR";
            // no line is shipped for who examines, and a municipality may write one
            case AUDITOR -> "NO_LINE";
            case NONE -> "NO_CAPACITY";
            default -> "NOT_SHOWN";
        };
        assertThat(rule).isEqualTo(expected);
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void whoeverIsProtectedIsSeenByNobodyElse(Capacity capacity) {
        for (About about : List.of(new About(true, false, 10), new About(false, true, 10))) {
            assertThat(decide(capacity, of(capacity, EventClass.plain("KUL"), about))
                            .shows())
                    .isEqualTo(capacity == Capacity.SELF);
        }
    }

    @Test
    void aProtectedPersonIsOpenToTheFewOfTheStaff() {
        EventClass plain = EventClass.plain("KUL");
        About one = new About(true, false, 40);
        About other = new About(false, true, 40);
        for (About about : List.of(one, other)) {
            EventFacts open = new EventFacts(plain, about, ViewerFacts.staff(true, false));
            assertThat(decide(Capacity.HANDLER, open).degree()).isEqualTo(Degree.FULL);
        }
        assertThat(decide(Capacity.HANDLER, new EventFacts(plain, one, ViewerFacts.staff(false, false)))
                        .rule())
                .isEqualTo("PROTECTED_IDENTITY");
        assertThat(decide(Capacity.HANDLER, new EventFacts(plain, other, ViewerFacts.staff(false, false)))
                        .rule())
                .isEqualTo("OTHER_PROTECTED");
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void aConsentOpensForTheContactCentreAndHandlersOfOthersAlone(Capacity capacity) {
        EventFacts without = of(capacity, EventClass.plain("SOC"), About.aged(40));
        ViewerFacts seen = without.viewer();
        EventFacts with = new EventFacts(
                without.event(),
                without.about(),
                new ViewerFacts(seen.covered(), seen.isSender(), seen.mayAsk(), seen.opensProtected(), true));
        if (capacity == Capacity.CONTACT_CENTRE || capacity == Capacity.OTHER_HANDLER) {
            assertThat(decide(capacity, without).shows()).isFalse();
            assertThat(decide(capacity, with))
                    .isEqualTo(new Decision(Degree.FULL, "CONSENT", 1, new LegalGround("OSL", "12:2")));
        } else {
            assertThat(decide(capacity, with)).isEqualTo(decide(capacity, without));
        }
    }

    @Test
    void aConsentOpensNothingThatMayProtectSomebodyElse() {
        ViewerFacts consented = ViewerFacts.staff(false, true);
        EventClass reporter = new EventClass("KUL", "", true, "", false, true, false);
        EventClass alone = new EventClass("KUL", "", true, "", false, false, true);
        for (EventClass event : List.of(marked("KUL", "OSL 26:1"), reporter, alone)) {
            EventFacts with = new EventFacts(event, About.aged(40), consented);
            EventFacts without = new EventFacts(event, About.aged(40), ViewerFacts.staff(false, false));
            assertThat(decide(Capacity.CONTACT_CENTRE, with)).isEqualTo(decide(Capacity.CONTACT_CENTRE, without));
        }
        EventFacts secret = new EventFacts(EventClass.plain("KUL"), new About(true, false, 40), consented);
        assertThat(decide(Capacity.CONTACT_CENTRE, secret).rule()).isEqualTo("PROTECTED_IDENTITY");
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void whoReportedIsToldToNoneButStaff(Capacity capacity) {
        EventClass reporter = new EventClass("KUL", "", true, "", false, true, false);
        assertThat(decide(capacity, of(capacity, reporter, About.aged(10))).shows())
                .isEqualTo(decide(capacity, of(capacity, EventClass.plain("KUL"), About.aged(10)))
                                .shows()
                        && capacity.isStaff());
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void whatIsThePartysAloneIsSeenByNoneWhoActsForAnother(Capacity capacity) {
        EventClass alone = new EventClass("KUL", "", true, "", false, false, true);
        boolean otherwise = decide(capacity, of(capacity, EventClass.plain("KUL"), About.aged(10)))
                .shows();
        assertThat(decide(capacity, of(capacity, alone, About.aged(10))).shows())
                .isEqualTo(otherwise && (capacity == Capacity.SELF || capacity.isStaff()));
    }

    @Test
    void whatIsThePartysAloneIsHiddenFromThePartyWhileTheOtherIsProtected() {
        EventClass alone = new EventClass("KUL", "", true, "", false, false, true);
        About beside = new About(false, true, 40);
        assertThat(decide(Capacity.SELF, of(Capacity.SELF, alone, beside)).rule())
                .isEqualTo("OTHER_PROTECTED");
        assertThat(decide(Capacity.SELF, of(Capacity.SELF, alone, About.aged(40)))
                        .shows())
                .isTrue();
        assertThat(decide(Capacity.SELF, of(Capacity.SELF, EventClass.plain("KUL"), beside))
                        .shows())
                .isTrue();
    }

    @ParameterizedTest
    @EnumSource(Capacity.class)
    void whatIsSecretAgainstTheGuardianIsKeptFromTheGuardianAlone(Capacity capacity) {
        EventClass kept = new EventClass("KUL", "", true, "", true, false, false);
        boolean otherwise = decide(capacity, of(capacity, EventClass.plain("KUL"), About.aged(10)))
                .shows();
        assertThat(decide(capacity, of(capacity, kept, About.aged(10))).shows())
                .isEqualTo(otherwise && capacity != Capacity.GUARDIAN);
    }

    @ParameterizedTest
    @CsvSource({
        "KUL,0,FULL",
        "KUL,11,FULL",
        "KUL,12,FULL",
        "KUL,17,FULL",
        "KUL,18,HIDDEN",
        "FÖR,11,FULL",
        "FÖR,15,FULL",
        "FÖR,16,HIDDEN",
        "FÖR,17,HIDDEN",
        "FÖR,18,HIDDEN",
        "EHM,11,FULL",
        "EHM,12,HIDDEN",
        "EHM,17,HIDDEN",
        "SOC,11,FULL",
        "SOC,12,FULL",
        "SOC,14,FULL",
        "SOC,15,HIDDEN",
        "SOC,17,HIDDEN",
        "SOC,18,HIDDEN"
    })
    void aGuardianSeesLessAsTheChildGrows(String type, int age, Degree degree) {
        assertThat(decide(Capacity.GUARDIAN, of(Capacity.GUARDIAN, EventClass.plain(type), About.aged(age)))
                        .degree())
                .isEqualTo(degree);
    }

    @ParameterizedTest
    @CsvSource({"11,FULL", "12,HIDDEN", "14,HIDDEN"})
    void whatTheSocialServicesMarkIsTheChildsOwnFromTwelve(int age, Degree degree) {
        assertThat(decide(Capacity.GUARDIAN, of(Capacity.GUARDIAN, marked("SOC", "OSL 26:1"), About.aged(age)))
                        .degree())
                .isEqualTo(degree);
    }

    @Test
    void aChildOfUnknownAgeHasNoGuardian() {
        assertThat(decide(Capacity.GUARDIAN, of(Capacity.GUARDIAN, EventClass.plain("KUL"), About.aged(null)))
                        .rule())
                .isEqualTo("NO_MINOR");
    }

    @ParameterizedTest
    @EnumSource(names = {"PROXY", "TRUSTEE", "COMPANY"})
    void whoActsForAnotherSeesAsFarAsTheOrderReaches(Capacity capacity) {
        EventFacts covered = new EventFacts(EventClass.plain("SOC"), About.aged(80), ViewerFacts.citizen(true));
        EventFacts beyond = new EventFacts(EventClass.plain("SOC"), About.aged(80), ViewerFacts.citizen(false));
        // no line is shipped for companies, and a municipality may write one
        assertThat(decide(capacity, covered).rule())
                .isEqualTo(Map.of(Capacity.PROXY, "OMBUD", Capacity.TRUSTEE, "GOD-MAN")
                        .getOrDefault(capacity, "NO_LINE"));
        assertThat(decide(capacity, beyond).rule()).isEqualTo("OUT_OF_SCOPE");
    }

    @ParameterizedTest
    @CsvSource({
        "KUL,'',SUMMARY",
        "KUL,OSL 21:1,HIDDEN",
        "FÖR,'',EXISTS",
        "FÖR,OSL 23:1,EXISTS",
        "EHM,'',HIDDEN",
        "SOC,'',HIDDEN"
    })
    void theContactCentreSeesThatSomethingHappened(String type, String provision, Degree degree) {
        assertThat(decide(Capacity.CONTACT_CENTRE, of(Capacity.CONTACT_CENTRE, marked(type, provision), About.ANYONE))
                        .degree())
                .isEqualTo(degree);
    }

    @Test
    void whoHandlesForAnotherAuthorityAuditsOrPassesBySeesNothing() {
        for (Capacity capacity :
                List.of(Capacity.OTHER_HANDLER, Capacity.AUDITOR, Capacity.PUBLIC, Capacity.COMPANY, Capacity.NONE)) {
            assertThat(decide(capacity, of(capacity, EventClass.plain("KUL"), About.ANYONE))
                            .shows())
                    .as(capacity.name())
                    .isFalse();
        }
    }

    @Test
    void aDecisionNamesItsLineVersionAndGround() {
        Decision decision = decide(Capacity.GUARDIAN, of(Capacity.GUARDIAN, EventClass.plain("FÖR"), About.aged(16)));
        assertThat(decision.logName()).isEqualTo("SKOLA-VH-16-17@1");
        assertThat(decision.ground()).hasToString("SkolL 29:12");
    }

    @Nested
    class ASystem {

        @Test
        void seesWhatItHasTheRightToAndCitizensAreShown() {
            for (Purpose purpose : List.of(Purpose.ASK, Purpose.TELL)) {
                assertThat(as(purpose, system(EventClass.plain("KUL"), false, true))
                                .degree())
                        .isEqualTo(Degree.FULL);
                assertThat(as(purpose, system(EventClass.plain("KUL"), false, false))
                                .rule())
                        .isEqualTo("NO_RIGHT_TO_ASK");
            }
        }

        @Test
        void mayAskForWhatItSentAndIsNotToldOfIt() {
            EventClass internal = new EventClass("XYZ", "", false, "OSL 26:1", true, true, true);
            for (EventClass event : List.of(internal, EventClass.plain("KUL"))) {
                assertThat(as(Purpose.ASK, system(event, true, false)).degree()).isEqualTo(Degree.FULL);
                assertThat(as(Purpose.TELL, system(event, true, true)).rule()).isEqualTo("OWN_EVENT");
                assertThat(as(Purpose.TELL, system(event, true, true)).degree()).isEqualTo(Degree.HIDDEN);
            }
        }

        @Test
        void isAloneInKnowingWhatItSent() {
            EventFacts sent = new EventFacts(
                    new EventClass("SOC", "", true, "", true, true, true),
                    About.aged(10),
                    new ViewerFacts(true, true, true, false, true));
            for (Capacity capacity : Capacity.values()) {
                if (capacity != Capacity.SYSTEM) {
                    assertThat(decide(capacity, sent).rule())
                            .as(capacity.name())
                            .isEqualTo(decide(capacity, of(capacity, sent.event(), About.aged(10)))
                                    .rule());
                }
            }
        }

        private EventFacts system(EventClass event, boolean sender, @Nullable Boolean mayAsk) {
            return new EventFacts(event, About.ANYONE, ViewerFacts.system(sender, Boolean.TRUE.equals(mayAsk)));
        }

        private Decision as(Purpose purpose, EventFacts facts) {
            return Disclosure.decide(new Viewer.Source("skola"), Capacity.SYSTEM, purpose, facts, SHIPPED);
        }
    }

    @Test
    void everyShippedLineIsTheOneThatDecidesSomewhere() {
        List<String> deciding = Arrays.stream(Capacity.values())
                .flatMap(capacity -> TYPES.keySet().stream()
                        .flatMap(type -> List.of("", "OSL 26:1").stream()
                                .flatMap(provision -> List.of(5, 13, 16, 40).stream()
                                        .map(age -> decide(
                                                capacity, of(capacity, marked(type, provision), About.aged(age)))))))
                .map(Decision::rule)
                .distinct()
                .toList();
        assertThat(deciding)
                .containsAll(FirstPolicy.shipped().stream().map(PolicyLine::key).toList());
    }
}
