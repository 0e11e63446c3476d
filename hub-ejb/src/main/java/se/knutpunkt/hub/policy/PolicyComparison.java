package se.knutpunkt.hub.policy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Holds planned lines against those in force. What lines say changes only at what they name: so it is enough to try each
 * place, kind, provision, age and day that some line names, and one that none names. Nothing is left to chance, and
 * nothing depends on which events there happen to be.
 */
final class PolicyComparison {
    private static final String OTHER = "\u0000";

    private final List<PolicyLine> before;
    private final List<PolicyLine> after;
    private final Collection<TypePlace> types;
    private final LocalDate today;

    PolicyComparison(List<PolicyLine> before, List<PolicyLine> after, Collection<TypePlace> types, LocalDate today) {
        this.before = before;
        this.after = after;
        this.types = types;
        this.today = today;
    }

    /** Whether the planned lines show anything to anyone, today or later, that those in force do not. */
    boolean loosens() {
        Set<PolicyLine> changed = new LinkedHashSet<>(before);
        changed.addAll(after);
        changed.removeIf(line -> before.contains(line) && after.contains(line));
        Set<Capacity> capacities =
                changed.stream().map(PolicyLine::capacity).collect(Collectors.toCollection(TreeSet::new));
        return capacities.stream().anyMatch(this::loosens);
    }

    private boolean loosens(Capacity capacity) {
        List<PolicyLine> old = of(before, capacity);
        List<PolicyLine> planned = of(after, capacity);
        List<PolicyLine> both = Stream.concat(old.stream(), planned.stream()).toList();
        List<TypePlace> places = places(both);
        var byCode = places.stream().collect(Collectors.toMap(TypePlace::caseType, type -> type));
        for (LocalDate day : days(both)) {
            Policy now = new Policy(0, day, old, byCode);
            Policy then = new Policy(0, day, planned, byCode);
            for (TypePlace place : places) {
                for (EventClass event : events(place.caseType(), both)) {
                    for (Optional<Integer> age : ages(both)) {
                        if (degree(then, capacity, event, age.orElse(null))
                                .showsMoreThan(degree(now, capacity, event, age.orElse(null)))) {
                            return true;
                        }
                    }
                }
            }
        }
        return false;
    }

    private static List<PolicyLine> of(List<PolicyLine> lines, Capacity capacity) {
        return lines.stream().filter(line -> line.capacity() == capacity).toList();
    }

    private static Degree degree(Policy policy, Capacity capacity, EventClass event, @Nullable Integer age) {
        return policy.line(capacity, event, age).map(PolicyLine::degree).orElse(Degree.HIDDEN);
    }

    /** The days on which something may begin to be otherwise. */
    private Set<LocalDate> days(List<PolicyLine> lines) {
        Set<LocalDate> days = new TreeSet<>(Set.of(today));
        for (PolicyLine line : lines) {
            if (line.from() != null && line.from().isAfter(today)) {
                days.add(line.from());
            }
            if (line.until() != null && !line.until().isBefore(today)) {
                days.add(line.until().plusDays(1));
            }
        }
        return days;
    }

    /** The registered case types that differ in what lines name, and ones that may be registered later. */
    private List<TypePlace> places(List<PolicyLine> lines) {
        Set<String> named = codes(lines, Level.CASE_TYPE);
        Set<String> authorities = codes(lines, Level.AUTHORITY);
        Set<String> branches = codes(lines, Level.BRANCH);
        Set<List<String>> seen = new LinkedHashSet<>();
        List<TypePlace> places = new ArrayList<>();
        Stream<TypePlace> later = with(codes(lines, Level.SECTOR)).stream()
                .flatMap(sector -> with(authorities).stream()
                        .flatMap(authority -> with(branches).stream()
                                .map(branch -> new TypePlace(
                                        String.join(OTHER, OTHER, sector, authority, branch),
                                        sector,
                                        authority,
                                        branch))));
        Stream.concat(types.stream(), later).forEach(type -> {
            boolean isNew = seen.add(List.of(
                    named.contains(type.caseType()) ? type.caseType() : OTHER,
                    type.sector(),
                    authorities.contains(type.authority()) ? type.authority() : OTHER,
                    branches.contains(Objects.toString(type.branch())) ? Objects.toString(type.branch()) : OTHER));
            if (isNew) {
                places.add(type);
            }
        });
        return places;
    }

    private static Set<String> codes(List<PolicyLine> lines, Level level) {
        return lines.stream()
                .map(PolicyLine::place)
                .filter(place -> place.level() == level)
                .map(Place::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> with(Set<String> named) {
        Set<String> all = new TreeSet<>(named);
        all.add(OTHER);
        return all;
    }

    private static List<EventClass> events(String type, List<PolicyLine> lines) {
        Set<String> kinds = with(named(lines, PolicyLine::eventKind));
        kinds.add(EventClass.UNCOUNTED);
        Set<String> markings = with(named(lines, PolicyLine::marking));
        markings.remove(PolicyLine.ANY_MARKING);
        markings.add("");
        return kinds.stream()
                .flatMap(kind -> markings.stream()
                        .map(marking -> new EventClass(type, kind, true, marking, false, false, false)))
                .toList();
    }

    private static Set<String> named(List<PolicyLine> lines, Function<PolicyLine, @Nullable String> what) {
        return lines.stream().map(what).filter(Objects::nonNull).collect(Collectors.toCollection(TreeSet::new));
    }

    private static List<Optional<Integer>> ages(List<PolicyLine> lines) {
        Set<Integer> ages = new TreeSet<>(Set.of(0));
        for (PolicyLine line : lines) {
            Stream.of(line.ages().from(), line.ages().below())
                    .filter(Objects::nonNull)
                    .forEach(ages::add);
        }
        return Stream.concat(Stream.of(Optional.<Integer>empty()), ages.stream().map(Optional::of))
                .toList();
    }
}
