package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import se.knutpunkt.hub.database.Database;
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

    @EJB
    EventCounts counts;

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
    public Effect effect(List<PolicyLine> planned) {
        Now now = policy.now();
        return new Impacts(table.linesOfVersion(now.policy().version()), planned, table.types())
                .of(now.classes(), now.policy().day(), counts.now());
    }

    private Policy planned(List<PolicyLine> lines, Policy now) {
        return new Policy(
                now.version(),
                now.day(),
                lines,
                table.types().stream().collect(Collectors.toMap(TypePlace::caseType, type -> type)));
    }
}
