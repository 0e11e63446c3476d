package se.knutpunkt.hub.disclosure;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;

/**
 * Events and cases for other systems. What a system may not see answers as what does not exist, and each question that is
 * answered with something is noted in the access log, once.
 */
@Local
public interface SystemEvents {

    /** The most events in a page. */
    int MOST = 500;

    /** The cases of a number, at any authority unless one is named; at most 20. */
    List<SystemCase> casesOfNumber(Viewer.Source system, String caseNumber, @Nullable String authority);

    /** The cases with events about a person, the one with the newest event first; at most 100, of the newest 1 000 events. */
    List<SystemCase> casesOfPerson(Viewer.Source system, IdentityNumber number);

    /** A case. */
    Optional<SystemCase> openCase(Viewer.Source system, String caseId);

    /**
     * Events of a case, in the order in which they happened.
     *
     * @param after {@link SystemEventPage#next} of the page before; null for the first
     * @param limit 1–{@link #MOST}
     * @throws InvalidCursor when {@code after} is none
     */
    Optional<SystemEventPage> eventsOfCase(Viewer.Source system, String caseId, @Nullable String after, int limit);

    /**
     * What was taken, in an order that never changes: what comes later comes after.
     *
     * @param since {@link SystemEventPage#next} of the page before; null for the beginning; {@code latest} for now
     * @param limit 1–{@link #MOST}
     * @throws InvalidCursor when {@code since} is none
     */
    SystemEventPage changes(Viewer.Source system, @Nullable String since, int limit);

    /** The number of the latest change. */
    long latestChange();

    /**
     * What a system that subscribes is to be told after a change; decided by the right that it has now.
     *
     * @param caseTypes that it subscribes to
     */
    ToldEvents told(Viewer.Source system, Set<String> caseTypes, long after, int limit);

    /** One event, if the system is to be told of it now. */
    Optional<SystemEvent> told(Viewer.Source system, Set<String> caseTypes, String eventId);
}
