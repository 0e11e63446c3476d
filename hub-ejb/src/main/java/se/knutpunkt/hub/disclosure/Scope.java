package se.knutpunkt.hub.disclosure;

import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.hub.representation.Represented;

/**
 * All that a reader may see of one person: the decision of each case type, made once by {@link Disclosure}. List
 * queries take their conditions from it ({@link ScopeSql}), so that a list cannot show more than a single look.
 *
 * @param decisions those that show something, by case type; of events that the source shows to citizens
 */
record Scope(Whom whom, Map<String, Decision> decisions) {

    /** What the reader may see of what concerns the reader. */
    static Scope self(Viewer.Citizen reader, Policy policy) {
        Whom whom = new Whom(reader.party(), Capacity.SELF, null, null);
        return of(reader, whom, policy, type -> new EventFacts(type, true, false, null, false));
    }

    /** What the reader may see of what concerns someone the reader may act for. */
    static Scope of(Viewer.Citizen reader, Represented represented, Policy policy) {
        Capacity capacity = represented.relation() == Relation.GUARDIAN ? Capacity.GUARDIAN : Capacity.PROXY;
        Whom whom = new Whom(represented.party(), capacity, represented.name(), represented.label());
        return of(
                reader,
                whom,
                policy,
                type -> new EventFacts(type, true, false, represented.age(), represented.covers(type)));
    }

    /** The decision on an event of a case type; null when it is hidden. */
    @Nullable
    Decision decision(String caseType, boolean shown) {
        return shown ? decisions.get(caseType) : null;
    }

    private interface FactsOfType {
        EventFacts of(String caseType);
    }

    private static Scope of(Viewer.Citizen reader, Whom whom, Policy policy, FactsOfType facts) {
        Map<String, Decision> decisions = new TreeMap<>();
        for (String type : policy.caseTypes()) {
            Decision decision = Disclosure.decide(reader, whom.capacity(), Purpose.MY_PAGES, facts.of(type), policy);
            if (decision.degree() != Degree.HIDDEN) {
                decisions.put(type, decision);
            }
        }
        return new Scope(whom, decisions);
    }
}
