package se.knutpunkt.hub.disclosure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.EventCounts.Counts;
import se.knutpunkt.hub.disclosure.Insight.Impact;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.FirstPolicy;
import se.knutpunkt.hub.policy.LegalGround;
import se.knutpunkt.hub.policy.Level;
import se.knutpunkt.hub.policy.Place;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.TypePlace;

class ImpactsTest {
    private static final LocalDate TODAY = Worlds.TODAY;
    private static final Map<String, TypePlace> TYPES =
            Worlds.TYPES.stream().collect(Collectors.toMap(TypePlace::caseType, Function.identity()));
    private static final List<PolicyLine> SHIPPED = FirstPolicy.shipped();
    private static final Map<Integer, EventClass> CLASSES = new TreeMap<>(Map.of(
            1, EventClass.plain("KUL"),
            2, EventClass.plain("BIB"),
            3, EventClass.plain("SOC"),
            4, new EventClass("KUL", "", true, "OSL 21:1", false, false, false),
            5, EventClass.plain("XYZ"),
            6, EventClass.plain("EHM"),
            7, new EventClass("FÖR", "", true, "", true, false, false)));
    private static final Counts COUNTS =
            new Counts(Map.of(1, 412L, 2, 3L, 3, 44L, 4, 17L, 5, 100L, 6, 36L, 7, 55L), true);

    private static Effect effect(List<PolicyLine> planned) {
        return new Impacts(SHIPPED, planned, Worlds.TYPES).of(CLASSES, TODAY, COUNTS);
    }

    private static List<PolicyLine> with(PolicyLine line) {
        List<PolicyLine> lines = new ArrayList<>(SHIPPED);
        lines.removeIf(one -> one.key().equals(line.key()));
        lines.add(line);
        return lines;
    }

    private static List<PolicyLine> without(String key) {
        return SHIPPED.stream().filter(line -> !line.key().equals(key)).toList();
    }

    private static PolicyLine line(
            String key,
            Place place,
            Capacity who,
            AgeBand ages,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            Degree degree) {
        return new PolicyLine(
                key, place, who, ages, null, null, from, until, degree, new LegalGround("OSL", "8:1"), "");
    }

    @Example
    void nothingIsOtherwiseWhenNothingIsChanged() {
        assertThat(effect(SHIPPED)).isEqualTo(new Effect(TODAY, true, Extent.NONE, Extent.NONE, List.of()));
    }

    @Example
    void whatIsOpenedIsCountedByClassCapacityAndAges() {
        PolicyLine open = line("NY", Place.MUNICIPALITY, Capacity.AUDITOR, AgeBand.ALL, null, null, Degree.SUMMARY);
        Effect effect = effect(with(open));
        assertThat(effect.day()).isEqualTo(TODAY);
        assertThat(effect.fewer().isNone()).isTrue();
        assertThat(effect.more()).isEqualTo(new Extent(412 + 40 + 20 + 40 + 60, 1, true));
        assertThat(effect.impacts())
                .extracting(Impact::event, impact -> impact.events().told())
                .containsExactlyInAnyOrder(
                        tuple(CLASSES.get(1), 412L),
                        tuple(CLASSES.get(6), 40L),
                        tuple(CLASSES.get(3), 40L),
                        tuple(CLASSES.get(7), 60L),
                        tuple(CLASSES.get(4), 20L),
                        tuple(CLASSES.get(2), 0L));
        assertThat(effect.impacts())
                .isSortedAccordingTo(Comparator.comparingLong(
                        (Impact impact) -> -impact.events().told()));
        assertThat(effect.impacts()).allSatisfy(impact -> {
            assertThat(impact.capacity()).isEqualTo(Capacity.AUDITOR);
            assertThat(impact.ages()).isEqualTo(AgeBand.ALL);
            assertThat(impact.before()).isEqualTo(Degree.HIDDEN);
            assertThat(impact.after()).isEqualTo(Degree.SUMMARY);
        });
    }

    @Example
    void whatASourceKeepsFromCitizensIsToldInTensAsWhatIsCloseToSomebody() {
        EventClass internal = new EventClass("KUL", "", false, "", false, false, false);
        PolicyLine open = line("NY", Place.MUNICIPALITY, Capacity.AUDITOR, AgeBand.ALL, null, null, Degree.SUMMARY);
        Effect effect = new Impacts(SHIPPED, with(open), Worlds.TYPES)
                .of(Map.of(8, internal), TODAY, new Counts(Map.of(8, 412L), true));
        assertThat(effect.more()).isEqualTo(new Extent(410, 0, true));
    }

    @Example
    void anAgeLimitThatMovesTouchesTheAgesBetween() {
        PolicyLine later = line(
                "SOC-VH-15-17",
                new Place(Level.SECTOR, "SOCIAL_SERVICES"),
                Capacity.GUARDIAN,
                new AgeBand(16, 18),
                null,
                null,
                Degree.HIDDEN);
        assertThat(effect(with(later)).impacts()).singleElement().satisfies(impact -> {
            assertThat(impact.ages()).isEqualTo(new AgeBand(15, 16));
            assertThat(impact.before()).isEqualTo(Degree.HIDDEN);
            assertThat(impact.after()).isEqualTo(Degree.FULL);
        });
    }

    @Example
    void whatIsTakenAwayAndWhatComesAreSummedEachForItself() {
        PolicyLine strict =
                line("KC", Place.MUNICIPALITY, Capacity.CONTACT_CENTRE, AgeBand.ALL, null, null, Degree.HIDDEN);
        List<PolicyLine> planned = new ArrayList<>(with(strict));
        planned.removeIf(line -> line.key().equals("SOC-KC"));
        planned.add(line(
                "SOC-KC",
                new Place(Level.SECTOR, "SOCIAL_SERVICES"),
                Capacity.CONTACT_CENTRE,
                AgeBand.ALL,
                null,
                null,
                Degree.EXISTS));
        Effect effect = effect(planned);
        assertThat(effect.more()).isEqualTo(new Extent(40, 0, true));
        assertThat(effect.fewer()).isEqualTo(new Extent(412, 1, false));
    }

    @Example
    void aClassIsCountedOnceInASumHoweverManyStretchesOfAgesItIsIn() {
        List<PolicyLine> planned = new ArrayList<>(without("VH-0-11"));
        planned.removeIf(line -> line.key().equals("VH-12-17"));
        Effect effect = effect(planned);
        assertThat(effect.fewer().told()).isEqualTo(412 + 40 + 20 + 40);
        assertThat(effect.impacts())
                .filteredOn(impact -> impact.event().equals(CLASSES.get(1)))
                .hasSize(2);
    }

    @Example
    void whatBeginsLaterIsToldOfTheDayItBegins() {
        LocalDate later = TODAY.plusDays(40);
        PolicyLine open = line("NY", Place.MUNICIPALITY, Capacity.AUDITOR, AgeBand.ALL, later, null, Degree.FULL);
        Effect effect = effect(with(open));
        assertThat(effect.day()).isEqualTo(later);
        assertThat(effect.more().isNone()).isFalse();
        PolicyLine past =
                line("NY", Place.MUNICIPALITY, Capacity.AUDITOR, AgeBand.ALL, null, TODAY.minusDays(1), Degree.FULL);
        assertThat(effect(with(past)).impacts()).isEmpty();
        PolicyLine ends = line("OMBUD", Place.MUNICIPALITY, Capacity.PROXY, AgeBand.ALL, null, TODAY, Degree.FULL);
        assertThat(effect(with(ends)).day()).isEqualTo(TODAY.plusDays(1));
        assertThat(effect(with(ends)).fewer().isNone()).isFalse();
        PolicyLine today = line("NY", Place.MUNICIPALITY, Capacity.AUDITOR, AgeBand.ALL, TODAY, null, Degree.FULL);
        assertThat(effect(with(today)).day()).isEqualTo(TODAY);
    }

    @Example
    void whatIsStillToBeCountedIsSaid() {
        Effect effect =
                new Impacts(SHIPPED, without("EGET"), Worlds.TYPES).of(CLASSES, TODAY, new Counts(Map.of(), false));
        assertThat(effect.whole()).isFalse();
        assertThat(effect.fewer()).isEqualTo(new Extent(0, 6, false));
        assertThat(new Impacts(SHIPPED, SHIPPED, Worlds.TYPES)
                        .of(CLASSES, TODAY, new Counts(Map.of(), false))
                        .whole())
                .isFalse();
    }

    @Property(tries = 60)
    void eachAgeIsAsTheDecisionsSay(@ForAll long seed) {
        Random random = new Random(seed);
        List<PolicyLine> before = undated(Worlds.lines(random));
        List<PolicyLine> after = new ArrayList<>(before);
        after.addAll(undated(Worlds.lines(random)));
        if (!before.isEmpty()) {
            after.remove(0);
        }
        Map<Integer, EventClass> classes = Worlds.classes(random);
        Policy now = new Policy(0, TODAY, before, TYPES);
        Policy then = new Policy(0, TODAY, after, TYPES);
        List<Impact> impacts = new Impacts(before, after, Worlds.TYPES)
                .of(classes, TODAY, new Counts(Map.of(), true))
                .impacts();
        for (EventClass event : classes.values()) {
            for (Capacity capacity : Capacity.values()) {
                if (capacity == Capacity.NONE) {
                    continue;
                }
                for (int age : List.of(0, 11, 12, 14, 15, 17, 18, 20, 21, 119)) {
                    Degree was = Answers.decide(capacity, event, age, now).degree();
                    Degree is = Answers.decide(capacity, event, age, then).degree();
                    List<String> told = impacts.stream()
                            .filter(impact -> impact.event().equals(event)
                                    && impact.capacity() == capacity
                                    && impact.ages().contains(age))
                            .map(impact -> impact.before() + ">" + impact.after())
                            .distinct()
                            .toList();
                    assertThat(told).isEqualTo(was == is ? List.of() : List.of(was + ">" + is));
                }
            }
        }
    }

    private static List<PolicyLine> undated(List<PolicyLine> lines) {
        return lines.stream()
                .filter(line -> Objects.isNull(line.from()) && Objects.isNull(line.until()))
                .filter(line -> line.capacity() != Capacity.NONE)
                .toList();
    }
}
