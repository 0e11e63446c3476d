package se.knutpunkt.hub.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * All that a system may see: the decisions of {@link Disclosure} made once for each case type, and the same as a condition
 * in SQL over {@code case_event e}, {@code case_file c} and the events' persons {@code p} and {@code q}. An event that was
 * corrected or withdrawn is no longer there for any system ({@code x}): it may have been about the wrong person. What
 * stands in its place says so.
 *
 * @param caseTypes of whose events it sees those that citizens are shown
 */
record SystemScope(Viewer.Source system, Purpose purpose, Set<String> caseTypes) {

    /** The joins that the condition needs. */
    static final String JOINS = """
              JOIN case_file c ON c.id = e.case_id
              LEFT JOIN party p ON p.id = e.party_id
              LEFT JOIN party q ON q.id = e.concerns_id
              LEFT JOIN event_replaced x ON x.event_id = e.id
            """;

    static SystemScope of(Viewer.Source system, Purpose purpose, Policy policy) {
        Set<String> types = new TreeSet<>();
        for (String type : policy.caseTypes()) {
            EventFacts facts = new EventFacts(type, true, false, null, false);
            if (Disclosure.decide(system, Capacity.SYSTEM, purpose, facts, policy)
                            .degree()
                    == Degree.FULL) {
                types.add(type);
            }
        }
        return new SystemScope(system, purpose, types);
    }

    /** Of these case types alone. */
    SystemScope within(Set<String> wanted) {
        Set<String> both = new TreeSet<>(caseTypes);
        both.retainAll(wanted);
        return new SystemScope(system, purpose, both);
    }

    /** Whether it sees an event: what it sent itself when it asks, never when it is told. The condition says the same. */
    boolean shows(EventFacts facts) {
        if (facts.own()) {
            return seesOwn();
        }
        return facts.shownToCitizen() && !facts.protectedIdentity() && caseTypes.contains(facts.caseType());
    }

    /** The condition; binds {@link #values}. */
    String condition() {
        String byType = caseTypes.isEmpty()
                ? "FALSE"
                : "e.shown AND NOT COALESCE(p.protected_identity, FALSE) AND NOT COALESCE(q.protected_identity, FALSE)"
                        + " AND c.case_type IN (" + String.join(", ", Collections.nCopies(caseTypes.size(), "?")) + ")";
        String seen = seesOwn() ? "(e.source = ? OR (" + byType + "))" : "(e.source <> ? AND (" + byType + "))";
        return "x.event_id IS NULL AND " + seen;
    }

    /** What the condition binds. */
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        values.add(system.code());
        values.addAll(caseTypes);
        return values;
    }

    private boolean seesOwn() {
        return purpose == Purpose.ASK;
    }
}
