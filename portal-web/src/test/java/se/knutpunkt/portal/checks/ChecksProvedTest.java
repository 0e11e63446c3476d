package se.knutpunkt.portal.checks;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/**
 * Proves that no check of a login can be done without: each is taken out of a scratch copy, and a test must fail. A few
 * drawn by lot run here; {@code ./test checks} runs all, {@code ./test checks WORD} those whose name has the word, or one of several words
 * with semicolons between.
 */
class ChecksProvedTest {
    private static final String WANTED = System.getProperty("checks", "4");
    private static final Path SCRATCH = Path.of("target", "checks").toAbsolutePath();

    /** Errors that refuse nothing: they tell where a person who cannot log in is to go. */
    private static final Set<String> NO_CHECKS = Set.of();

    @Test
    void everyMutationStillApplies() {
        List<Mutation> all = Mutations.all();

        assertThat(all)
                .isNotEmpty()
                .allSatisfy(mutation -> assertThat(mutation.applied(Mutations.PROJECT))
                        .isNotEqualTo(Sources.text(Mutations.PROJECT.resolve(mutation.file()))));
        assertThat(all).extracting(Mutation::toString).doesNotHaveDuplicates();
    }

    @Test
    void everyErrorThatRefusesALoginHasItsMutation() {
        Set<String> covered = new TreeSet<>(NO_CHECKS);
        Mutations.all().forEach(mutation -> covered.add(mutation.error()));

        assertThat(covered).containsAll(Mutations.thrown());
    }

    @Test
    void noCheckCanBeDoneWithout() {
        Trial trial = new Trial(SCRATCH);
        if (WANTED.equals("all")) {
            // otherwise they run among all tests, or soon after them
            assertThat(trial.unchanged())
                    .as("fails with every check in its place")
                    .isEmpty();
        }
        List<Mutation> wanted = wanted();
        List<String> unnoticed = new ArrayList<>();
        for (int i = 0; i < wanted.size(); i++) {
            Mutation mutation = wanted.get(i);
            Optional<String> noticed = trial.without(mutation, i);
            System.out.printf("%-70s %s%n", mutation, noticed.orElse("NOTHING NOTICED"));
            if (noticed.isEmpty()) {
                unnoticed.add(mutation.toString());
            }
        }
        System.out.println(wanted.size() + " checks, " + (wanted.size() - unnoticed.size()) + " noticed");
        assertThat(unnoticed).as("checks that no test misses").isEmpty();
    }

    private static boolean isByLot() {
        return WANTED.matches("\\d+");
    }

    private static List<Mutation> wanted() {
        List<Mutation> all = new ArrayList<>(Mutations.all());
        if (WANTED.equals("all")) {
            return all;
        }
        if (!isByLot()) {
            List<String> words = List.of(WANTED.toLowerCase(Locale.ROOT).split(";"));
            List<Mutation> some = all.stream()
                    .filter(mutation ->
                            words.stream().anyMatch(mutation.toString().toLowerCase(Locale.ROOT)::contains))
                    .toList();
            assertThat(some).as("checks whose name has " + WANTED).isNotEmpty();
            return some;
        }
        long seed = Long.getLong("checks.seed", System.nanoTime());
        System.out.println("drawn by -Dchecks.seed=" + seed);
        Collections.shuffle(all, new Random(seed));
        return all.subList(0, Math.min(all.size(), Integer.parseInt(WANTED)));
    }
}
