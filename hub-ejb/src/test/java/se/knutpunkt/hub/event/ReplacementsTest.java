package se.knutpunkt.hub.event;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.event.Replacements.Standing;

class ReplacementsTest {
    private static final Instant DAY = Instant.parse("2026-11-22T12:00:00Z");

    /** An event of a case: which one it names and when that was decided, if any. */
    record Sent(int id, @Nullable Integer names, int decided) {
        Standing standing() {
            return new Standing(id, "id-" + id, names == null ? null : DAY.plusSeconds(decided));
        }
    }

    @Test
    void lastDecidedStandsInThePlaceOfWhatItNames() {
        Standing original = new Standing(1, "a", null);
        Standing first = new Standing(2, "b", DAY);
        Standing later = new Standing(3, "c", DAY.plusSeconds(1));
        assertThat(Replacements.replaced(List.of(original), List.of())).isEmpty();
        assertThat(Replacements.replaced(List.of(), List.of(first))).isEmpty();
        assertThat(Replacements.replaced(List.of(original), List.of(first))).isEqualTo(Map.of(1L, by(2)));
        assertThat(Replacements.replaced(List.of(original), List.of(later, first)))
                .isEqualTo(Map.of(1L, by(3), 2L, new Replacements.By(3, false)));
    }

    private static Replacements.By by(long event) {
        return new Replacements.By(event, true);
    }

    @Test
    void idDecidesBetweenTwoOfTheSameTime() {
        assertThat(Replacements.replaced(List.of(), List.of(new Standing(1, "b", DAY), new Standing(2, "a", DAY))))
                .isEqualTo(Map.of(2L, new Replacements.By(1, false)));
    }

    @Test
    void twoThatNameEachOtherDoNotBothFall() {
        Standing early = new Standing(1, "a", DAY);
        Standing late = new Standing(2, "b", DAY.plusSeconds(1));
        assertThat(Replacements.replaced(List.of(late), List.of(early))).isEmpty();
        assertThat(Replacements.replaced(List.of(early), List.of(late))).isEqualTo(Map.of(1L, by(2)));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void whatStandsDoesNotDependOnTheOrderOfComing(@ForAll("ordered") Tuple.Tuple2<List<Sent>, List<Sent>> ordered) {
        assertThat(fallen(ordered.get2())).isEqualTo(expected(ordered.get1())).isEqualTo(fallen(ordered.get1()));
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void somethingAlwaysStands(@ForAll("ordered") Tuple.Tuple2<List<Sent>, List<Sent>> ordered) {
        assertThat(fallen(ordered.get1()).size()).isLessThan(ordered.get1().size());
    }

    @Provide
    Arbitrary<Tuple.Tuple2<List<Sent>, List<Sent>>> ordered() {
        Arbitrary<Tuple.Tuple2<Integer, Integer>> one = Combinators.combine(
                        Arbitraries.integers().between(-3, 7),
                        Arbitraries.integers().between(0, 3))
                .as(Tuple::of);
        return one.list().ofMinSize(1).ofMaxSize(8).flatMap(drawn -> {
            List<Sent> world = IntStream.range(0, drawn.size())
                    .mapToObj(i -> {
                        int names = drawn.get(i).get1();
                        return new Sent(
                                i,
                                names < 0 || names == i ? null : names,
                                drawn.get(i).get2());
                    })
                    .toList();
            return Arbitraries.shuffle(world).map(shuffled -> Tuple.of(world, shuffled));
        });
    }

    /** As the intake does it: at each event, what it names and what names it. */
    private static Set<Long> fallen(List<Sent> coming) {
        List<Sent> come = new ArrayList<>();
        Set<Long> fallen = new HashSet<>();
        for (Sent one : coming) {
            come.add(one);
            for (Integer target : new Integer[] {one.names(), one.id()}) {
                fallen.addAll(Replacements.replaced(
                                standing(come, it -> target != null && it.id() == target),
                                standing(come, it -> target != null && target.equals(it.names())))
                        .keySet());
            }
        }
        return fallen;
    }

    private static List<Standing> standing(List<Sent> come, java.util.function.Predicate<Sent> which) {
        return come.stream().filter(which).map(Sent::standing).toList();
    }

    /** The rule as it is written for senders, over all that came. */
    private static Set<Long> expected(List<Sent> all) {
        return all.stream()
                .filter(one -> all.stream().anyMatch(other -> isReplacedBy(one, other)))
                .map(one -> (long) one.id())
                .collect(Collectors.toSet());
    }

    private static boolean isReplacedBy(Sent one, Sent other) {
        if (other.names() == null || other.id() == one.id()) {
            return false;
        }
        boolean later = one.names() == null
                || other.decided() > one.decided()
                || other.decided() == one.decided() && other.id() > one.id();
        return later && (other.names() == one.id() || Objects.equals(other.names(), one.names()));
    }
}
