package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.TypePlace;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.hub.representation.Represented;

/** The list takes its conditions from a scope; each row of it must get what a single decision on the event gives. */
class ListAgreesWithLookTest {

    private static final Viewer.Citizen READER = new Viewer.Citizen(new PartyId(1));
    private static final PartyId OTHER = new PartyId(2);
    private static final Map<String, TypePlace> TYPES =
            Worlds.TYPES.stream().collect(Collectors.toMap(TypePlace::caseType, Function.identity()));

    private static Now now(Random random) {
        return new Now(new Policy(1, Worlds.TODAY, Worlds.lines(random), TYPES), Map.copyOf(Worlds.classes(random)));
    }

    @Property
    void forWhatConcernsTheReader(@ForAll long seed) {
        Random random = new Random(seed);
        Now now = now(random);
        Integer age = Worlds.age(random);
        Scope scope = Scope.self(READER, age, now);
        now.classes()
                .forEach((id, event) -> assertSame(
                        scope,
                        id,
                        Disclosure.decide(
                                READER,
                                Capacity.SELF,
                                Purpose.MY_PAGES,
                                new EventFacts(event, About.aged(age), ViewerFacts.citizen(false)),
                                now.policy())));
    }

    @Property
    void forWhatConcernsSomeoneElse(@ForAll long seed, @ForAll Relation relation) {
        Random random = new Random(seed);
        Now now = now(random);
        Set<String> covered = random.nextBoolean() ? Set.of() : Set.of("KUL", "FÖR");
        Represented represented = new Represented(OTHER, null, relation, null, covered, Worlds.age(random));
        Scope scope = Scope.of(READER, represented, now);
        now.classes()
                .forEach((id, event) -> assertSame(
                        scope,
                        id,
                        Disclosure.decide(
                                READER,
                                Scope.capacity(relation),
                                Purpose.MY_PAGES,
                                new EventFacts(
                                        event,
                                        About.aged(represented.age()),
                                        ViewerFacts.citizen(represented.covers(event.caseType()))),
                                now.policy())));
    }

    @Property
    void inSqlThatAsksForTheVisibleClassesAlone(@ForAll long seed) {
        Scope scope = Scope.self(READER, 40, now(new Random(seed)));
        ScopeSql sql = ScopeSql.page(List.of(scope), READER, Cursor.START, 20);
        assertThat(sql.sql().chars().filter(c -> c == '?').count()).isEqualTo(sql.values().length);
        if (!scope.isEmpty()) {
            assertThat(sql.sql()).contains("s.shown").contains("s.class_id").doesNotContain("OFFSET");
        }
    }

    @Property
    void inRangesThatHoldNoOtherId(@ForAll("ids") Set<Integer> ids) {
        NavigableSet<Integer> sorted = new TreeSet<>(ids);
        IdRanges ranges = new IdRanges(sorted);
        Set<Integer> within = new TreeSet<>();
        List<Integer> values = ranges.values();
        int next = 0;
        for (String part : ranges.condition("c").split(" OR ")) {
            if (part.contains("BETWEEN")) {
                for (int id = values.get(next); id <= values.get(next + 1); id++) {
                    within.add(id);
                }
                next += 2;
            } else if (part.contains("=")) {
                within.add(values.get(next));
                next++;
            }
        }
        assertThat(within).isEqualTo(sorted);
        assertThat(next).isEqualTo(values.size());
        if (ids.isEmpty()) {
            assertThat(ranges.condition("c")).isEqualTo("FALSE");
        }
    }

    @Provide
    Arbitrary<Set<Integer>> ids() {
        return Arbitraries.integers().between(1, 60).set();
    }

    @Property
    void forASystem(@ForAll long seed, @ForAll boolean own, @ForAll boolean marked) {
        Random random = new Random(seed);
        Now now = now(random);
        Viewer.Source system = new Viewer.Source("skola");
        Set<String> asks = random.nextBoolean() ? Set.of("KUL", "SOC", "FÖR", "XYZ") : Set.of("BIB");
        Purpose purpose = random.nextBoolean() ? Purpose.ASK : Purpose.TELL;
        SystemScope scope = SystemScope.of(system, purpose, now, asks);
        now.classes().forEach((id, event) -> {
            EventFacts facts = new EventFacts(
                    event, new About(marked, false, null), ViewerFacts.system(own, asks.contains(event.caseType())));
            Decision single = Disclosure.decide(system, Capacity.SYSTEM, purpose, facts, now.policy());
            assertThat(scope.shows(id, facts)).isEqualTo(single.degree() == Degree.FULL);
        });
        assertThat(scope.condition().chars().filter(c -> c == '?').count())
                .isEqualTo(scope.values().size());
        assertThat(scope.condition())
                .contains(purpose == Purpose.ASK ? "(e.source = ? OR (" : "(e.source <> ? AND (")
                .doesNotContain(purpose == Purpose.ASK ? "<>" : "e.source = ?");
    }

    @Property
    void soThatNothingIsShownWithoutALine(@ForAll long seed) {
        Now world = now(new Random(seed));
        Now without = new Now(new Policy(1, Worlds.TODAY, List.of(), TYPES), world.classes());
        assertThat(Scope.self(READER, 40, without).isEmpty()).isTrue();
    }

    @Property
    void andWhatIsOnlyKnownToExistIsNotReadable(@ForAll long seed) {
        Scope scope = Scope.self(READER, 40, now(new Random(seed)));
        assertThat(scope.readable().decisions().values())
                .noneMatch(decision -> decision.degree() == Degree.EXISTS)
                .hasSize((int) scope.decisions().values().stream()
                        .filter(decision -> decision.degree() != Degree.EXISTS)
                        .count());
    }

    private static void assertSame(Scope scope, int id, Decision single) {
        if (single.shows()) {
            assertThat(scope.decision(id)).isEqualTo(single);
        } else {
            assertThat(scope.decision(id)).isNull();
        }
        assertThat(scope.decision(null)).isNull();
    }

    /** An event whose class this node has not read yet is shown by no list. */
    @Property
    void andAClassThatIsNotKnownIsHidden(@ForAll long seed) {
        Now now = now(new Random(seed));
        int unknown = now.classes().keySet().stream().mapToInt(id -> id).max().orElseThrow() + 1;
        EventClass plain = EventClass.plain("KUL");
        assertThat(plain.shown()).isTrue();
        assertThat(Scope.self(READER, 40, now).decision(unknown)).isNull();
    }
}
