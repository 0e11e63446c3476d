package se.knutpunkt.hub.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import se.knutpunkt.hub.disclosure.EventFacts.About;
import se.knutpunkt.hub.disclosure.EventFacts.ViewerFacts;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;

/**
 * All that a system may see: the decisions of {@link Disclosure} made once for each class of events, and the same as a condition
 * in SQL over {@code case_event e}, {@code case_file c} and the events' persons {@code p} and {@code q}. An event that was
 * corrected or withdrawn is no longer there for any system ({@code x}): it may have been about the wrong person. What
 * stands in its place says so.
 *
 * <p>A system gets events whole: one that the policy would show it in part only is hidden.
 *
 * @param classes of the events of others that it sees, by their ids
 */
record SystemScope(Viewer.Source system, Purpose purpose, NavigableMap<Integer, EventClass> classes) {

    /** The joins that the condition needs. */
    static final String JOINS = """
              JOIN case_file c ON c.id = e.case_id
              LEFT JOIN party p ON p.id = e.party_id
              LEFT JOIN party q ON q.id = e.concerns_id
              LEFT JOIN event_replaced x ON x.event_id = e.id
            """;

    static SystemScope of(Viewer.Source system, Purpose purpose, Now now, Set<String> asks) {
        NavigableMap<Integer, EventClass> classes = new TreeMap<>();
        now.classes().forEach((id, event) -> {
            EventFacts facts =
                    new EventFacts(event, About.ANYONE, ViewerFacts.system(false, asks.contains(event.caseType())));
            if (Disclosure.decide(system, Capacity.SYSTEM, purpose, facts, now.policy())
                            .degree()
                    == Degree.FULL) {
                classes.put(id, event);
            }
        });
        return new SystemScope(system, purpose, classes);
    }

    /** Of these case types alone. */
    SystemScope within(Set<String> wanted) {
        NavigableMap<Integer, EventClass> both = new TreeMap<>(classes);
        both.values().removeIf(event -> !wanted.contains(event.caseType()));
        return new SystemScope(system, purpose, both);
    }

    /** Whether it sees an event: what it sent itself when it asks, never when it is told. The condition says the same. */
    boolean shows(int classId, EventFacts facts) {
        if (facts.viewer().isSender()) {
            return seesOwn();
        }
        return !facts.about().isProtected() && !facts.about().otherProtected() && classes.containsKey(classId);
    }

    /** The condition; binds {@link #values}. */
    String condition() {
        String ofOthers = "NOT COALESCE(p.protected_identity, FALSE) AND NOT COALESCE(q.protected_identity, FALSE) AND "
                + ranges().condition("e.class_id");
        String seen = seesOwn() ? "(e.source = ? OR (" + ofOthers + "))" : "(e.source <> ? AND (" + ofOthers + "))";
        return "x.event_id IS NULL AND " + seen;
    }

    /** What the condition binds. */
    List<Object> values() {
        List<Object> values = new ArrayList<>();
        values.add(system.code());
        values.addAll(ranges().values());
        return values;
    }

    private IdRanges ranges() {
        return new IdRanges(classes.navigableKeySet());
    }

    private boolean seesOwn() {
        return purpose == Purpose.ASK;
    }
}
