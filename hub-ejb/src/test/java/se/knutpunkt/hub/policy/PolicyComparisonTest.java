package se.knutpunkt.hub.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.hub.policy.Lines.PLAIN;
import static se.knutpunkt.hub.policy.Lines.TODAY;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Whether a change loosens, against trying everything that may be asked in a small world. */
class PolicyComparisonTest {
    private static final List<Capacity> WHO = List.of(Capacity.GUARDIAN, Capacity.PROXY);
    private static final List<String> SECTORS = List.of("SCHOOL", "SOCIAL_SERVICES", "OTHER");
    private static final List<String> AUTHORITIES = List.of("bun", "son", "later");
    private static final List<@Nullable String> BRANCHES = Arrays.asList("förskola", "later", null);
    private static final List<String> KINDS = List.of("BESLUT", "KLAR", "", EventClass.UNCOUNTED);
    private static final List<String> MARKINGS = List.of("", "OSL 26:1", "OSL 25:1", "OSL 21:1");
    private static final int OLDEST = 7;
    private static final int DAYS = 4;

    @Property(tries = 250, shrinking = ShrinkingMode.OFF)
    void loosensWhenSomePointShowsMore(@ForAll long seed) {
        Random random = new Random(seed);
        List<PolicyLine> before = lines(random);
        List<PolicyLine> after = random.nextInt(4) == 0 ? lines(random) : changed(before, random);
        assertThat(new PolicyComparison(before, after, Lines.TYPES, TODAY).loosens())
                .as("from %s to %s", before, after)
                .isEqualTo(showsMoreSomewhere(before, after));
    }

    private static boolean showsMoreSomewhere(List<PolicyLine> before, List<PolicyLine> after) {
        List<TypePlace> types = places();
        for (int day = 0; day <= DAYS; day++) {
            Policy now = new Policy(1, TODAY.plusDays(day), before, Lines.byCode(types));
            Policy then = new Policy(1, TODAY.plusDays(day), after, Lines.byCode(types));
            for (TypePlace type : types) {
                for (String kind : KINDS) {
                    for (String marking : MARKINGS) {
                        EventClass event = new EventClass(type.caseType(), kind, true, marking, false, false, false);
                        if (showsMore(now, then, event)) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static boolean showsMore(Policy now, Policy then, EventClass event) {
        for (Capacity who : WHO) {
            for (int age = -1; age <= OLDEST + 1; age++) {
                Integer years = age < 0 ? null : Integer.valueOf(age);
                if (degree(then, who, event, years).compareTo(degree(now, who, event, years)) < 0) {
                    return true;
                }
            }
        }
        return false;
    }

    private static Degree degree(Policy policy, Capacity who, EventClass event, @Nullable Integer age) {
        return policy.line(who, event, age).map(PolicyLine::degree).orElse(Degree.HIDDEN);
    }

    /** The registered case types, and one for each place that may come. */
    private static List<TypePlace> places() {
        List<TypePlace> places = new ArrayList<>(Lines.TYPES);
        for (String sector : SECTORS) {
            for (String authority : AUTHORITIES) {
                for (String branch : BRANCHES) {
                    places.add(new TypePlace("NEW" + places.size(), sector, authority, branch));
                }
            }
        }
        return places;
    }

    private static List<PolicyLine> changed(List<PolicyLine> before, Random random) {
        List<PolicyLine> after = new ArrayList<>(before);
        if (after.isEmpty() || random.nextInt(3) == 0) {
            after.add(line(random, "NEW"));
            return after;
        }
        PolicyLine one = after.remove(random.nextInt(after.size()));
        if (random.nextBoolean()) {
            after.add(
                    random.nextBoolean()
                            ? line(random, one.key())
                            : Lines.of(one, one.key(), one(random, Degree.values())));
        }
        return after;
    }

    private static List<PolicyLine> lines(Random random) {
        List<PolicyLine> lines = new ArrayList<>();
        int count = random.nextInt(9);
        for (int i = 0; i < count; i++) {
            lines.add(line(random, "L-" + i));
        }
        return lines;
    }

    private static PolicyLine line(Random random, String key) {
        Place place = switch (one(random, Level.values())) {
            case MUNICIPALITY -> Place.MUNICIPALITY;
            case SECTOR -> new Place(Level.SECTOR, random.nextBoolean() ? "SCHOOL" : "SOCIAL_SERVICES");
            case AUTHORITY -> new Place(Level.AUTHORITY, random.nextBoolean() ? "bun" : "son");
            case BRANCH -> new Place(Level.BRANCH, "förskola");
            case CASE_TYPE -> new Place(Level.CASE_TYPE, random.nextBoolean() ? "FÖR" : "KUL");
        };
        return new PolicyLine(
                key,
                place,
                WHO.get(random.nextInt(WHO.size())),
                ages(random),
                random.nextInt(3) == 0 ? (random.nextBoolean() ? "BESLUT" : "KLAR") : null,
                random.nextInt(3) == 0 ? one(random, PolicyLine.ANY_MARKING, "OSL 26:1", "OSL 25:1") : null,
                day(random),
                day(random),
                one(random, Degree.values()),
                PLAIN.ground(),
                "");
    }

    private static AgeBand ages(Random random) {
        int from = random.nextInt(OLDEST);
        Integer below = from + 1 + random.nextInt(OLDEST - from);
        return switch (random.nextInt(6)) {
            case 0 -> new AgeBand(from, null);
            case 1 -> new AgeBand(null, below);
            case 2 -> new AgeBand(from, below);
            default -> AgeBand.ALL;
        };
    }

    private static @Nullable LocalDate day(Random random) {
        return random.nextInt(4) == 0 ? TODAY.plusDays(random.nextInt(DAYS + 2) - 2L) : null;
    }

    @SafeVarargs
    private static <T> T one(Random random, T... of) {
        return of[random.nextInt(of.length)];
    }

    @Test
    void whatIsRemovedLoosensWhenItHidAndNotWhenItShowed() {
        PolicyLine strict = Lines.events("STRICT", "BESLUT", null, Degree.HIDDEN);
        assertThat(loosens(List.of(PLAIN, strict), List.of(PLAIN))).isTrue();
        assertThat(loosens(List.of(PLAIN), List.of(PLAIN, strict))).isFalse();
        assertThat(loosens(List.of(PLAIN), List.of())).isFalse();
        assertThat(loosens(List.of(), List.of(PLAIN))).isTrue();
    }

    @Test
    void whatHasPassedLoosensNothingAndWhatIsToComeDoes() {
        assertThat(loosens(List.of(), List.of(Lines.days("A-B", null, TODAY.minusDays(1), Degree.FULL))))
                .isFalse();
        assertThat(loosens(List.of(), List.of(Lines.days("A-B", null, TODAY, Degree.FULL))))
                .isTrue();
        assertThat(loosens(List.of(), List.of(Lines.days("A-B", TODAY.plusYears(9), null, Degree.FULL))))
                .isTrue();
    }

    @Test
    void onlyTheWordsLoosenNothing() {
        PolicyLine said = Lines.texts(PLAIN.key(), "SoL", "3:4", "Andra ord.");
        assertThat(loosens(List.of(PLAIN), List.of(said))).isFalse();
    }

    private static boolean loosens(List<PolicyLine> before, List<PolicyLine> after) {
        return new PolicyComparison(before, after, Lines.TYPES, TODAY).loosens();
    }
}
