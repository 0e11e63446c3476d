package se.knutpunkt.hub.disclosure;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.policy.AgeBand;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.PolicyLine;

/**
 * Who will see an event, and why; and what a planned policy would change. It speaks of classes of events and of nobody:
 * whether somebody in an event is protected is neither asked nor told.
 */
@Local
public interface Insight {

    /**
     * What somebody in a capacity sees, and by which rule.
     *
     * @param ages of whom the event concerns; {@link AgeBand#ALL} where the age makes no difference
     */
    record Answer(Capacity capacity, AgeBand ages, Decision decision) {}

    /**
     * What would be otherwise.
     *
     * @param events how many there are of the class, as far as it may be told
     */
    record Impact(EventClass event, Extent events, Capacity capacity, AgeBand ages, Degree before, Degree after) {}

    /** The class of a source's event; empty when there is no such event, or nobody sees it. */
    Optional<EventClass> classOf(String source, String externalId);

    /** All classes that any event has had, by case type. */
    List<EventClass> classes();

    /** Who sees an event of the class today: each capacity, where the age counts once for each stretch of ages. */
    List<Answer> whoSees(EventClass event);

    /** What planned lines would change for the events that there are, whomever they concern. Reads no events but the newest. */
    Effect effect(List<PolicyLine> planned);
}
