package se.knutpunkt.hub.policy;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The lines of a version that hold on a day, and where the case types belong. What no line speaks of is not shown. */
public final class Policy {
    /** So many answers are remembered; a policy may be in force for years, and some questions are asked once. */
    static final int MOST_REMEMBERED = 20_000;

    private final int version;
    private final LocalDate day;
    private final Map<Capacity, List<PolicyLine>> lines;
    private final Map<String, TypePlace> types;
    private final Map<Asked, Optional<PolicyLine>> answered = new ConcurrentHashMap<>();

    /** What was asked; asked again at each list, of a few hundred classes. */
    private record Asked(
            Capacity capacity, EventClass event, @Nullable Integer age) {}

    /**
     * The policy on a day.
     *
     * @param version 0 for one that is only planned
     * @param day the Swedish day
     * @param types by their codes
     */
    public Policy(int version, LocalDate day, List<PolicyLine> lines, Map<String, TypePlace> types) {
        this.version = version;
        this.day = day;
        this.lines = lines.stream()
                .filter(line -> line.holdsOn(day))
                .collect(Collectors.groupingBy(
                        PolicyLine::capacity, () -> new EnumMap<>(Capacity.class), Collectors.toUnmodifiableList()));
        this.types = Map.copyOf(types);
    }

    public int version() {
        return version;
    }

    public LocalDate day() {
        return day;
    }

    /** The registered case types. */
    public Set<String> caseTypes() {
        return types.keySet();
    }

    /** Whether the age of whom an event concerns makes a difference in a capacity. */
    public boolean asksAge(Capacity capacity) {
        return lines.getOrDefault(capacity, List.of()).stream()
                .anyMatch(line -> line.ages().isLimited());
    }

    /** Whether a case type is registered. */
    public boolean knows(String caseType) {
        return types.containsKey(caseType);
    }

    /** Where a case type belongs. */
    public Optional<TypePlace> placeOf(String caseType) {
        return Optional.ofNullable(types.get(caseType));
    }

    /**
     * The line that decides: the narrowest of those that speak of the event, and of several the strictest. Of an event
     * whose kind is not counted, each line about a kind might be the one; so the strictest of all that speak of it decides.
     *
     * @param age in whole years of whom it concerns; null when not known
     */
    public Optional<PolicyLine> line(Capacity capacity, EventClass event, @Nullable Integer age) {
        if (answered.size() >= MOST_REMEMBERED) {
            answered.clear();
        }
        return answered.computeIfAbsent(
                new Asked(capacity, event, age), asked -> decide(asked.capacity(), asked.event(), asked.age()));
    }

    /** How many answers are remembered. */
    int remembered() {
        return answered.size();
    }

    private Optional<PolicyLine> decide(Capacity capacity, EventClass event, @Nullable Integer age) {
        TypePlace type = types.get(event.caseType());
        if (type == null) {
            return Optional.empty();
        }
        Comparator<PolicyLine> strictest =
                Comparator.comparing(PolicyLine::degree).thenComparing(PolicyLine::key);
        Comparator<PolicyLine> order = event.isOfUncountedKind()
                ? strictest
                : Comparator.comparingInt(PolicyLine::narrowness).thenComparing(strictest);
        return lines.getOrDefault(capacity, List.of()).stream()
                .filter(line -> line.speaksOf(type, event, age))
                .max(order);
    }
}
