package se.knutpunkt.portal.api;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventRefused;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Outcome;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.register.SourceSystem;

/** Where all doors lead: hands what they read to the one intake, and tells what became of it. */
@ApplicationScoped
class EventDoor {

    /** As many as the hub writes in one transaction. */
    private static final int GROUP_EVENTS = 100;

    /** Read and not yet taken, at most, besides the event that went beyond it. */
    private static final long GROUP_BYTES = 4L * 1_048_576;

    @EJB
    EventIntake intake;

    @Inject
    IntakeGate gate;

    @Inject
    RefusedEvents refused;

    /**
     * Takes one event; it is committed when this returns.
     *
     * @throws ProblemException when it is refused
     */
    Taken takeOne(SourceSystem source, ReadEvent read) {
        IncomingEvent event = read.event();
        if (event == null) {
            throw refused(source, read, wrong(read));
        }
        try {
            Taken taken = intake.take(source, event);
            gate.taken(source);
            return taken;
        } catch (EventRefused refusal) {
            throw refused(source, read, Refusals.problem(refusal, read.root()));
        }
    }

    /**
     * Takes events in groups, each committed before its results are told; one that is refused stops no other. What stands
     * whole before a place that cannot be read is taken.
     *
     * @return why the rest could not be read; null when all was
     * @throws RuntimeException a fault of ours: what has a result stands; of the group under way nothing is known
     */
    @Nullable
    Problem takeAll(SourceSystem source, EventStream events, EventResults results) throws IOException {
        List<ReadEvent> group = new ArrayList<>();
        long start = events.position();
        boolean any = false;
        while (true) {
            @Nullable ReadEvent next;
            try {
                next = events.next();
            } catch (ProblemException unreadable) {
                take(source, group, results);
                if (any) {
                    gate.refused(source, unreadable.problem());
                }
                return unreadable.problem();
            }
            if (next == null) {
                take(source, group, results);
                return null;
            }
            any = true;
            group.add(next);
            if (group.size() == GROUP_EVENTS || events.position() - start >= GROUP_BYTES) {
                take(source, group, results);
                group.clear();
                start = events.position();
            }
        }
    }

    private void take(SourceSystem source, List<ReadEvent> group, EventResults results) throws IOException {
        List<IncomingEvent> fit = new ArrayList<>();
        for (ReadEvent read : group) {
            if (read.event() != null) {
                fit.add(read.event());
            }
        }
        List<Outcome> outcomes = fit.isEmpty() ? List.of() : intake.takeAll(source, fit);
        List<EventResult> told = new ArrayList<>();
        List<RefusedEvents.Refusal> refusals = new ArrayList<>();
        int next = 0;
        for (ReadEvent read : group) {
            EventResult result = read.event() == null
                    ? new EventResult(read.id(), null, wrong(read))
                    : result(outcomes.get(next++), read.root());
            told.add(result);
            if (result.problem() != null) {
                refusals.add(new RefusedEvents.Refusal(read, result.problem()));
            }
        }
        refused.keep(source, refusals);
        for (EventResult result : told) {
            if (result.problem() == null) {
                gate.taken(source);
            } else {
                gate.refused(source, result.problem());
            }
            results.add(result);
        }
    }

    private static EventResult result(Outcome outcome, String root) {
        if (outcome instanceof Outcome.Accepted accepted) {
            return new EventResult(accepted.externalId(), accepted.taken(), null);
        }
        Outcome.Refused refusal = (Outcome.Refused) outcome;
        return new EventResult(refusal.externalId(), null, Refusals.problem(refusal.reason(), root));
    }

    /** Keeps the event for staff, and tells the sender: the one, whatever becomes of the other. */
    private ProblemException refused(SourceSystem source, ReadEvent read, Problem problem) {
        refused.keep(source, List.of(new RefusedEvents.Refusal(read, problem)));
        return new ProblemException(problem);
    }

    private static Problem wrong(ReadEvent read) {
        if (read.problem() == null) {
            throw new IllegalStateException("an event that was not read has a problem");
        }
        return read.problem();
    }
}
