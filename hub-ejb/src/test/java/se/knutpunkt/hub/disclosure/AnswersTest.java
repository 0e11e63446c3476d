package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import se.knutpunkt.hub.disclosure.Insight.Answer;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.TypePlace;

class AnswersTest {
    private static final Map<String, TypePlace> TYPES =
            Worlds.TYPES.stream().collect(Collectors.toMap(TypePlace::caseType, Function.identity()));

    @Property(tries = 50)
    void eachAgeIsInOneStretchAndTheStretchSaysWhatTheDecisionSays(@ForAll long seed) {
        Random random = new Random(seed);
        Policy policy = new Policy(1, Worlds.TODAY, Worlds.lines(random), TYPES);
        EventClass event = Worlds.one(random, List.copyOf(Worlds.classes(random).values()));
        List<Answer> answers = Answers.all(event, policy);
        for (Capacity capacity : Capacity.values()) {
            if (capacity == Capacity.NONE) {
                continue;
            }
            for (int age = 0; age < 100; age++) {
                int years = age;
                List<Answer> here = answers.stream()
                        .filter(answer ->
                                answer.capacity() == capacity && answer.ages().contains(years))
                        .toList();
                assertThat(here).hasSize(1);
                assertThat(here.get(0).decision()).isEqualTo(Answers.decide(capacity, event, age, policy));
            }
        }
    }

    @Example
    void aGuardianOfASchoolchildSeesUntilSixteen() {
        Policy shipped = new Policy(1, Worlds.TODAY, FirstPolicy.shipped(), TYPES);
        assertThat(Answers.all(EventClass.plain("FÖR"), shipped))
                .filteredOn(answer -> answer.capacity() == Capacity.GUARDIAN)
                .extracting(answer -> answer.ages() + " " + answer.decision().rule())
                .containsExactly(
                        new AgeBand(null, 12) + " VH-0-11",
                        new AgeBand(12, 16) + " VH-12-17",
                        new AgeBand(16, 18) + " SKOLA-VH-16-17",
                        new AgeBand(18, null) + " NO_MINOR");
    }
}
