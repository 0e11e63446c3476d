package se.knutpunkt.hub.disclosure;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.disclosure.EventCounts.Counts;
import se.knutpunkt.hub.disclosure.Insight.Answer;
import se.knutpunkt.hub.disclosure.Insight.Impact;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.TypePlace;
import se.knutpunkt.hub.register.Sector;

/**
 * Holds what planned lines say of the events that there are against what those in force say, by the one decision. Only
 * capacities of which a line is changed are asked.
 */
final class Impacts {
    private static final Set<String> CLOSE = Set.of(Sector.SOCIAL_SERVICES.name(), Sector.PUPIL_HEALTH.name());
    private static final Comparator<Impact> MOST_FIRST = Comparator.comparingLong(
                    (Impact impact) -> -impact.events().told())
            .thenComparingInt(impact -> impact.events().few())
            .thenComparing(impact -> impact.event().toString())
            .thenComparing(Impact::capacity);

    private final List<PolicyLine> before;
    private final List<PolicyLine> after;
    private final Map<String, TypePlace> types;
    private final Set<PolicyLine> changed;

    Impacts(List<PolicyLine> before, List<PolicyLine> after, Collection<TypePlace> types) {
        this.before = before;
        this.after = after;
        this.types = types.stream().collect(Collectors.toMap(TypePlace::caseType, Function.identity()));
        changed = new HashSet<>(before);
        changed.addAll(after);
        changed.removeIf(line -> before.contains(line) && after.contains(line));
    }

    /** The effect on the first day, from today, on which something is otherwise. */
    Effect of(Map<Integer, EventClass> classes, LocalDate today, Counts counts) {
        for (LocalDate day : days(today)) {
            List<Impact> impacts = on(day, classes, counts.byClass());
            if (!impacts.isEmpty()) {
                return new Effect(
                        day,
                        counts.whole(),
                        sum(impacts, impact -> impact.after().showsMoreThan(impact.before())),
                        sum(impacts, impact -> impact.before().showsMoreThan(impact.after())),
                        impacts);
            }
        }
        return new Effect(today, counts.whole(), Extent.NONE, Extent.NONE, List.of());
    }

    /** The days on which a changed line begins, or has ceased. */
    private Set<LocalDate> days(LocalDate today) {
        Set<LocalDate> days = new TreeSet<>(Set.of(today));
        for (PolicyLine line : changed) {
            if (line.from() != null && line.from().isAfter(today)) {
                days.add(line.from());
            }
            if (line.until() != null && !line.until().isBefore(today)) {
                days.add(line.until().plusDays(1));
            }
        }
        return days;
    }

    private List<Impact> on(LocalDate day, Map<Integer, EventClass> classes, Map<Integer, Long> counts) {
        Policy now = new Policy(0, day, before, types);
        Policy then = new Policy(0, day, after, types);
        Set<Capacity> capacities =
                changed.stream().map(PolicyLine::capacity).collect(Collectors.toCollection(TreeSet::new));
        List<Impact> impacts = new ArrayList<>();
        classes.forEach((id, event) -> {
            Extent events = Extent.of(counts.getOrDefault(id, 0L), isClose(event));
            capacities.forEach(capacity -> impacts.addAll(differences(capacity, event, events, now, then)));
        });
        impacts.sort(MOST_FIRST);
        return List.copyOf(impacts);
    }

    private static List<Impact> differences(
            Capacity capacity, EventClass event, Extent events, Policy now, Policy then) {
        List<Impact> differences = new ArrayList<>();
        for (Answer old : Answers.of(capacity, event, now)) {
            for (Answer planned : Answers.of(capacity, event, then)) {
                AgeBand both = overlap(old.ages(), planned.ages());
                if (both != null
                        && old.decision().degree() != planned.decision().degree()) {
                    differences.add(new Impact(
                            event,
                            events,
                            capacity,
                            both,
                            old.decision().degree(),
                            planned.decision().degree()));
                }
            }
        }
        return differences;
    }

    /** Each class once, in however many capacities and ages it is shown otherwise. */
    private static Extent sum(List<Impact> impacts, Predicate<Impact> which) {
        Map<EventClass, Extent> once = new HashMap<>();
        impacts.stream().filter(which).forEach(impact -> once.put(impact.event(), impact.events()));
        return once.values().stream().reduce(Extent.NONE, Extent::plus);
    }

    /** Whether that there is such an event is itself close to somebody, or nobody has read the law for it. */
    private boolean isClose(EventClass event) {
        TypePlace type = types.get(event.caseType());
        return type == null
                || CLOSE.contains(type.sector())
                || !event.shown()
                || !event.marking().isEmpty()
                || event.keptFromGuardian()
                || event.keepsReporter()
                || event.partyOnly();
    }

    private static @Nullable AgeBand overlap(AgeBand one, AgeBand other) {
        int from = Math.max(from(one), from(other));
        int below = Math.min(below(one), below(other));
        if (from >= below) {
            return null;
        }
        return new AgeBand(from == 0 ? null : from, below == AgeBand.BEYOND ? null : below);
    }

    private static int from(AgeBand band) {
        return band.from() == null ? 0 : band.from();
    }

    private static int below(AgeBand band) {
        return band.below() == null ? AgeBand.BEYOND : band.below();
    }
}
