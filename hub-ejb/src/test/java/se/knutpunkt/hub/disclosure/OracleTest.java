package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.TypePlace;

/**
 * The decision against an independent restatement of the rules, over random policies, events and viewers. So many as
 * {@code -Doracle.count} says, from the seed of {@code -Doracle.seed}; both are printed.
 */
class OracleTest {
    private static final int COUNT = Integer.getInteger("oracle.count", 20_000);
    private static final long SEED = Long.getLong("oracle.seed", System.nanoTime());
    private static final int A_WORLD = 100;
    private static final Map<String, TypePlace> TYPES =
            Worlds.TYPES.stream().collect(Collectors.toMap(TypePlace::caseType, Function.identity()));

    @Test
    void theDecisionIsThatOfTheRuleTable() {
        System.out.println("OracleTest: " + COUNT + " decisions from seed " + SEED);
        Random random = new Random(SEED);
        int shown = 0;
        for (int done = 0; done < COUNT; ) {
            List<PolicyLine> lines = Worlds.lines(random);
            List<Oracle.Rule> rules = Worlds.described(lines);
            Policy policy = new Policy(1, Worlds.TODAY, lines, TYPES);
            List<EventClass> classes = List.copyOf(Worlds.classes(random).values());
            for (int i = 0; i < A_WORLD && done < COUNT; i++, done++) {
                Capacity capacity = Worlds.one(random, List.of(Capacity.values()));
                Purpose purpose = Worlds.purpose(random, capacity);
                EventFacts facts = new EventFacts(
                        Worlds.one(random, classes),
                        new About(random.nextInt(8) == 0, random.nextInt(8) == 0, Worlds.age(random)),
                        new ViewerFacts(
                                random.nextBoolean(),
                                random.nextInt(8) == 0,
                                random.nextBoolean(),
                                random.nextInt(8) == 0 && capacity.isStaff(),
                                random.nextInt(3) == 0));

                Decision decision = Disclosure.decide(Worlds.viewer(capacity), capacity, purpose, facts, policy);

                String expected = capacity == Capacity.NONE
                        ? "HIDDEN"
                        : Oracle.shows(
                                Worlds.described(capacity, purpose, facts.viewer()),
                                Worlds.described(facts),
                                facts.about().age(),
                                rules,
                                Worlds.TODAY);
                assertThat(decision.degree().name())
                        .as("seed %d, %s for %s of %s by %s", SEED, capacity, purpose, facts, lines)
                        .isEqualTo(expected);
                shown += decision.shows() ? 1 : 0;
            }
        }
        // random policies that hide all would agree about nothing
        assertThat(shown).isGreaterThan(COUNT / 50);
    }
}
