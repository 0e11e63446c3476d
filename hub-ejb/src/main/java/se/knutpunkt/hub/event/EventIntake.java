package se.knutpunkt.hub.event;

import jakarta.ejb.Local;
import java.util.List;
import se.knutpunkt.hub.register.SourceSystem;

/** The one way in for case events. */
@Local
public interface EventIntake {

    /**
     * Takes one event of a source system, in a transaction of its own: when this returns, the event is committed.
     * The same (source, id) with the same content answers the same and changes nothing.
     *
     * @throws ConflictingEvent when the id came before with other content
     * @throws EventRefused when it can't be taken
     */
    Taken take(SourceSystem source, IncomingEvent event);

    /**
     * Takes events in groups that are each committed before this returns; one that is refused stops no other. Answers in
     * the same order.
     */
    List<Outcome> takeAll(SourceSystem source, List<IncomingEvent> events);

    /**
     * Takes an event of the portal's own, such as a submission, in the caller's transaction, which must exist. The
     * case number must be that of a case opened here or bound before.
     *
     * @throws EventRefused when it can't be taken
     */
    Taken record(IncomingEvent event);
}
