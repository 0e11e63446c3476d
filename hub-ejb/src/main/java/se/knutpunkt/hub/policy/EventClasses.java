package se.knutpunkt.hub.policy;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
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

    /** So many classes are told apart for a case type, whatever they differ in. */
    static final int MOST_CLASSES = 2_000;

    private final Map<EventClass, Integer> ids = new ConcurrentHashMap<>();

    /** The id of a class; a new one is committed when this returns, whatever becomes of the event. */
    public int idOf(EventClass wanted) {
        Integer known = ids.get(wanted);
        return known == null ? look(wanted) : known;
    }

    private int look(EventClass wanted) {
        Integer beyond = ids.get(counted(wanted));
        if (beyond != null) {
            return beyond;
        }
        ids.putAll(table.all().entrySet().stream().collect(Collectors.toMap(Map.Entry::getValue, Map.Entry::getKey)));
        return ids.computeIfAbsent(counted(wanted), table::number);
    }

    /** The class itself if it is known or there is room for one more; else the one for what is too much. */
    private EventClass counted(EventClass wanted) {
        List<EventClass> ofType = ids.keySet().stream()
                .filter(one -> one.caseType().equals(wanted.caseType()))
                .toList();
        if (ofType.contains(wanted)) {
            return wanted;
        }
        if (ofType.size() >= MOST_CLASSES) {
            return wanted.ofUncountedKindAndMarking();
        }
        Set<String> kinds = ofType.stream().map(EventClass::kind).collect(Collectors.toSet());
        return kinds.size() >= MOST_KINDS && !kinds.contains(wanted.kind()) ? wanted.ofUncountedKind() : wanted;
    }
}
