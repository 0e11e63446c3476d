package se.knutpunkt.hub.proof;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.hub.disclosure.Bar;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.policy.PolicyLine;

/**
 * Each rule of who may see what is left out and changed, one at a time, and a test of what somebody sees must fail. A few
 * drawn by lot run here; {@code ./test rules} runs all, {@code ./test rules WORD} those whose name has the word.
 */
class RulesProvedTest {
    private static final String WANTED = System.getProperty("policy.rules", "8");
    private static final Path SOURCES = Path.of("src", "main", "java");
    private static final Path RESOURCES = Path.of("src", "main", "resources");

    /** What somebody sees, by hand; nothing by chance, so that what is noticed once is noticed always. */
    private static final List<String> OF_SIGHT =
            List.of("se.knutpunkt.hub.disclosure.DisclosureTest", "se.knutpunkt.hub.disclosure.ShippedPolicyTest");

    /** What the handbook says of the lines. */
    private static final List<String> OF_WORDS = List.of("se.knutpunkt.hub.policy.RuleTableTest");

    /**
     * Changes by which nobody sees otherwise, since something else decides first: of who is of age a bar, between two
     * lines that show the same the other one, and where the contact centre has a line of the field, that one. The
     * handbook's table notices them.
     */
    private static final Set<String> SEEN_BY_NOBODY = Set.of(
            "VH-0-11, below one year later",
            "VH-0-11, below no age",
            "VH-12-17, below one year later",
            "VH-12-17, below no age",
            "SOC-VH-15-17, below one year later",
            "SOC-VH-15-17, below no age",
            "EHM-VH-12-17, below one year later",
            "EHM-VH-12-17, below no age",
            "SKOLA-VH-16-17, below one year later",
            "SKOLA-VH-16-17, below no age",
            "KC-MARKT, in OTHER");

    private static List<Mutant> all() {
        return Stream.concat(LineMutants.all(RESOURCES).stream(), BarMutants.all(SOURCES).stream())
                .toList();
    }

    @Test
    void everyLineAndEveryBarIsTried() {
        Set<String> tried = all().stream().map(Mutant::rule).collect(Collectors.toSet());
        assertThat(tried)
                .containsAll(FirstPolicy.shipped().stream().map(PolicyLine::key).toList())
                .containsAll(Arrays.stream(Bar.values()).map(Bar::name).toList());
        assertThat(all()).extracting(Mutant::toString).doesNotHaveDuplicates().containsAll(SEEN_BY_NOBODY);
    }

    @Test
    void noRuleCanBeDoneWithout(@TempDir Path scratch) {
        Trial trial = new Trial(scratch);
        assertThat(trial.unchanged(
                        Stream.concat(OF_SIGHT.stream(), OF_WORDS.stream()).toList()))
                .as("fails with every rule in its place")
                .isEmpty();
        List<Mutant> wanted = wanted();
        List<String> unnoticed = new ArrayList<>();
        Set<String> bySight = new TreeSet<>();
        for (int i = 0; i < wanted.size(); i++) {
            Mutant mutant = wanted.get(i);
            Optional<String> sight = mutant.sees() ? trial.with(mutant, i, OF_SIGHT) : Optional.empty();
            boolean words = !mutant.sees() || SEEN_BY_NOBODY.contains(mutant.toString());
            Optional<String> noticed = sight.isEmpty() && words ? trial.with(mutant, i, OF_WORDS) : sight;
            System.out.printf("%-60s %s%n", mutant, noticed.orElse("NOTHING NOTICED"));
            if (noticed.isEmpty()) {
                unnoticed.add(mutant.toString());
            }
            sight.ifPresent(test -> bySight.add(mutant.toString()));
        }
        System.out.printf(
                "%d changes of rules, %d noticed, %d of them by a test of what somebody sees%n",
                wanted.size(), wanted.size() - unnoticed.size(), bySight.size());
        assertThat(unnoticed).as("changes of rules that no test notices").isEmpty();
        assertThat(bySight).as("seen after all").doesNotContainAnyElementsOf(SEEN_BY_NOBODY);
    }

    private static List<Mutant> wanted() {
        List<Mutant> all = new ArrayList<>(all());
        if (WANTED.equals("all")) {
            return all;
        }
        if (!WANTED.matches("\\d+")) {
            String word = WANTED.toLowerCase(Locale.ROOT);
            all.removeIf(mutant -> !mutant.toString().toLowerCase(Locale.ROOT).contains(word));
            assertThat(all).as("rules whose name has " + WANTED).isNotEmpty();
            return all;
        }
        long seed = Long.getLong("policy.rules.seed", System.nanoTime());
        System.out.println("drawn by -Dpolicy.rules.seed=" + seed);
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(all.size(), Integer.parseInt(WANTED)));
    }
}
