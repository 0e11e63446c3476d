package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.DisclosureRule;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.hub.representation.Represented;

/** The list takes its conditions from a scope; each row of it must get what a single decision on the event gives. */
class ListAgreesWithLookTest {

    private static final Viewer.Citizen READER = new Viewer.Citizen(new PartyId(1));
    private static final PartyId OTHER = new PartyId(2);
    private static final List<String> TYPES = List.of("BYGG", "FÖR", "SÄB", "XYZ");

    @Provide
    Arbitrary<Policy> policies() {
        Arbitrary<Set<DisclosureRule>> rules =
                Arbitraries.of(DisclosureRule.class).set();
        return Arbitraries.maps(Arbitraries.of("BYGG", "FÖR", "SÄB"), rules).map(Policy::new);
    }

    @Provide
    Arbitrary<Represented> represented() {
        return Combinators.combine(
                        Arbitraries.of(Relation.class),
                        Arbitraries.of("BYGG", "FÖR", "SÄB").set(),
                        Arbitraries.integers().between(0, 100).injectNull(0.1))
                .as((relation, scope, age) -> new Represented(OTHER, null, relation, null, scope, age));
    }

    @Property
    void forWhatConcernsTheReader(@ForAll("policies") Policy policy, @ForAll boolean shown) {
        Scope scope = Scope.self(READER, policy);
        for (String type : TYPES) {
            EventFacts facts = new EventFacts(type, shown, false, null, false);
            assertSame(scope, Disclosure.decide(READER, Capacity.SELF, Purpose.MY_PAGES, facts, policy), type, shown);
        }
    }

    @Property
    void forWhatConcernsSomeoneElse(
            @ForAll("policies") Policy policy, @ForAll("represented") Represented represented, @ForAll boolean shown) {
        Scope scope = Scope.of(READER, represented, policy);
        for (String type : TYPES) {
            EventFacts facts = new EventFacts(type, shown, false, represented.age(), represented.covers(type));
            Capacity capacity = Capacity.valueOf(represented.relation().name());
            assertSame(scope, Disclosure.decide(READER, capacity, Purpose.MY_PAGES, facts, policy), type, shown);
        }
    }

    @Property
    void inSqlThatAsksForTheVisibleCaseTypesOnly(
            @ForAll("policies") Policy policy, @ForAll("represented") Represented represented) {
        Scope scope = Scope.of(READER, represented, policy);
        ScopeSql sql = ScopeSql.page(List.of(scope), READER, Cursor.START, 20);
        List<String> asked = Arrays.stream(sql.values())
                .filter(String.class::isInstance)
                .map(String.class::cast)
                .toList();
        assertThat(asked).containsExactlyElementsOf(scope.decisions().keySet());
        assertThat(sql.sql().chars().filter(c -> c == '?').count()).isEqualTo(sql.values().length);
        if (!scope.decisions().isEmpty()) {
            assertThat(sql.sql()).contains("s.shown").doesNotContain("OFFSET");
        }
    }

    @Property
    void forASystem(
            @ForAll("policies") Policy rules,
            @ForAll("asks") Set<String> asks,
            @ForAll("systemPurposes") Purpose purpose,
            @ForAll boolean shown,
            @ForAll boolean marked,
            @ForAll boolean own) {
        Viewer.Source system = new Viewer.Source("skola");
        Policy policy = new Policy(rules.rules(), Map.of("skola", asks));
        SystemScope scope = SystemScope.of(system, purpose, policy);
        for (String type : TYPES) {
            EventFacts facts = new EventFacts(type, shown, marked, null, false, own);
            Decision single = Disclosure.decide(system, Capacity.SYSTEM, purpose, facts, policy);
            assertThat(scope.shows(facts)).isEqualTo(single.degree() == Degree.FULL);
        }
        assertThat(scope.condition().chars().filter(c -> c == '?').count())
                .isEqualTo(scope.values().size());
        assertThat(scope.condition())
                .contains(purpose == Purpose.ASK ? "(e.source = ? OR (" : "(e.source <> ? AND (")
                .doesNotContain(purpose == Purpose.ASK ? "<>" : "e.source = ?");
        assertThat(scope.values()).containsAll(scope.caseTypes());
    }

    @Provide
    Arbitrary<Set<String>> asks() {
        return Arbitraries.of(TYPES).set();
    }

    @Provide
    Arbitrary<Purpose> systemPurposes() {
        return Arbitraries.of(Purpose.ASK, Purpose.TELL);
    }

    @Property
    void soThatNothingIsShownWithoutARegisteredRule(@ForAll("represented") Represented represented) {
        assertThat(Scope.of(READER, represented, new Policy(Map.of("FÖR", Set.of())))
                        .decisions())
                .isEmpty();
    }

    private static void assertSame(Scope scope, Decision single, String type, boolean shown) {
        @Nullable Decision listed = scope.decision(type, shown);
        if (single.degree() == Degree.HIDDEN) {
            assertThat(listed).isNull();
        } else {
            assertThat(listed).isEqualTo(single);
        }
    }
}
