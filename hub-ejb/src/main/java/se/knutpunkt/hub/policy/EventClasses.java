package se.knutpunkt.hub.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** The ids of event classes, in memory: an event of a class that was seen before costs the intake no statement. */
@ApplicationScoped
public class EventClasses {
    /** So many kinds of event are told apart for a case type: no sender can fill the table, or a list's conditions. */
    static final int MOST_KINDS = 500;

    @EJB
    EventClassTable table;

    private final Map<EventClass, Integer> ids = new ConcurrentHashMap<>();

    /** The id of a class; a new one is committed when this returns, whatever becomes of the event. */
    public int idOf(EventClass wanted) {
        Integer known = ids.get(wanted);
        return known == null ? look(wanted) : known;
    }

    private int look(EventClass wanted) {
        ids.putAll(table.all().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
        Integer there = ids.get(wanted);
        if (there != null) {
            return there;
        }
        Set<String> kinds = ids.keySet().stream()
                .filter(one -> one.caseType().equals(wanted.caseType()))
                .map(EventClass::kind)
                .collect(Collectors.toSet());
        if (kinds.size() >= MOST_KINDS && !kinds.contains(wanted.kind())) {
            EventClass uncounted = wanted.ofUncountedKind();
            return ids.computeIfAbsent(uncounted, table::number);
        }
        return ids.computeIfAbsent(wanted, table::number);
    }
}
