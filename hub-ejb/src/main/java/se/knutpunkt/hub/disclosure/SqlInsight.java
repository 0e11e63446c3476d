package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.CurrentPolicy;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.policy.PolicyLine;
import se.knutpunkt.hub.policy.PolicyTable;
import se.knutpunkt.hub.policy.TypePlace;

/** Insight into the policy in force, and into one that is planned. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SqlInsight implements Insight {
    @Inject
    CurrentPolicy policy;

    @EJB
    PolicyTable table;

    @Inject
    Database database;

    @Override
    public Optional<EventClass> classOf(String source, String externalId) {
        Now now = policy.now();
        return database.first(
                        "SELECT class_id FROM case_event WHERE source = ? AND external_id = ? AND class_id IS NOT NULL",
                        row -> Math.toIntExact(row.number("class_id")),
                        source,
                        externalId)
                .map(now.classes()::get);
    }

    @Override
    public List<EventClass> classes() {
        return policy.now().classes().values().stream()
                .sorted(Comparator.comparing(EventClass::caseType)
                        .thenComparing(EventClass::kind)
                        .thenComparing(EventClass::marking)
                        .thenComparing(EventClass::toString))
                .toList();
    }

    @Override
    public List<Answer> whoSees(EventClass event) {
        Policy now = policy.now().policy();
        // one of its own: what is tried out is not to stay in the memory of the one in force
        return Answers.all(event, planned(table.linesOfVersion(now.version()), now));
    }

    @Override
    public List<Impact> impact(List<PolicyLine> planned) {
        Now now = policy.now();
        Policy then = planned(planned, now.policy());
        List<Impact> impacts = new ArrayList<>();
        Map<Integer, Long> counts = new HashMap<>();
        now.classes().forEach((id, event) -> {
            List<Impact> ofClass = differences(event, now.policy(), then);
            if (!ofClass.isEmpty() && counts.isEmpty()) {
                counts.putAll(counts());
            }
            long events = counts.getOrDefault(id, 0L);
            ofClass.forEach(one ->
                    impacts.add(new Impact(event, events, one.capacity(), one.ages(), one.before(), one.after())));
        });
        impacts.sort(Comparator.comparingLong(Impact::events).reversed());
        return impacts;
    }

    private Policy planned(List<PolicyLine> lines, Policy now) {
        return new Policy(
                now.version(),
                now.day(),
                lines,
                table.types().stream().collect(Collectors.toMap(TypePlace::caseType, type -> type)));
    }

    private Map<Integer, Long> counts() {
        record Count(int id, long events) {}
        return database
                .query(
                        "SELECT class_id, COUNT(*) AS events FROM case_event WHERE class_id IS NOT NULL GROUP BY class_id",
                        row -> new Count(Math.toIntExact(row.number("class_id")), row.number("events")))
                .stream()
                .collect(Collectors.toMap(Count::id, Count::events));
    }

    private static List<Impact> differences(EventClass event, Policy before, Policy after) {
        List<Impact> differences = new ArrayList<>();
        for (Answer old : Answers.all(event, before)) {
            for (Answer planned : Answers.all(event, after)) {
                AgeBand both = planned.capacity() == old.capacity() ? overlap(old.ages(), planned.ages()) : null;
                if (both != null
                        && old.decision().degree() != planned.decision().degree()) {
                    differences.add(new Impact(
                            event,
                            0,
                            old.capacity(),
                            both,
                            old.decision().degree(),
                            planned.decision().degree()));
                }
            }
        }
        return differences;
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
