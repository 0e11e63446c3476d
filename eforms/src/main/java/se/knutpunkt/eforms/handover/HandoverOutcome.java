package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.handover.Handovers.Told;
import se.knutpunkt.hub.casefile.CaseBoundElsewhere;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.delivery.Patience;
import se.knutpunkt.hub.outbox.Outbox;

/** What comes of a hand-over, one transaction each, with its row locked: answers and calls back may meet. */
@Stateless
public class HandoverOutcome {

    private static final Logger LOG = System.getLogger(HandoverOutcome.class.getName());
    private static final int ACCEPTED = 202;

    @Inject
    HandoverTable table;

    @Inject
    TakenEvent event;

    @Inject
    Clock clock;

    @EJB
    Cases cases;

    @EJB
    Outbox outbox;

    /**
     * The system has taken the document.
     *
     * @param number its case number; null when it has told none
     */
    public void delivered(String id, @Nullable String number, int status) {
        Handover one = table.lock(id).orElseThrow();
        if (number != null && !one.state().isReceivers()) {
            table.numberStep(one.row(), HandoverStep.What.LATE, number);
        } else if (number != null) {
            if (take(one, number) == Told.CONFLICT && one.state() == HandoverState.WAITING) {
                table.become(one.row(), HandoverState.DELIVERED);
            }
        } else if (one.state() == HandoverState.WAITING) {
            table.become(one.row(), HandoverState.DELIVERED);
            HandoverStep.What what = status == ACCEPTED ? HandoverStep.What.DELIVERED : HandoverStep.What.UNNUMBERED;
            table.step(one.row(), what, null, null, "");
        }
    }

    /**
     * The system tells its case number of itself. When it has no claim any longer, staff see the number all the same: the
     * case may be in two places.
     *
     * @param source code of the system
     */
    public Told told(String source, String id, String number) {
        Handover one =
                table.lock(id).filter(found -> found.source().equals(source)).orElse(null);
        if (one == null) {
            return Told.UNKNOWN;
        }
        if (!one.state().isReceivers()) {
            table.numberStep(one.row(), HandoverStep.What.LATE, number);
            return Told.UNKNOWN;
        }
        return take(one, number);
    }

    private Told take(Handover one, String number) {
        if (one.takenNumber() != null) {
            if (one.takenNumber().equals(number)) {
                return Told.TAKEN;
            }
            table.numberStep(one.row(), HandoverStep.What.OTHER_NUMBER, number);
            return Told.CONFLICT;
        }
        try {
            cases.bind(one.caseId(), one.source(), number);
        } catch (CaseBoundElsewhere other) {
            table.numberStep(one.row(), HandoverStep.What.CONFLICT, number);
            return Told.CONFLICT;
        }
        table.taken(one.row(), number);
        table.step(one.row(), HandoverStep.What.TAKEN, null, null, "");
        event.record(one, number);
        return Told.TAKEN;
    }

    /** The system will not have it. */
    public void refused(String id, Failure failure, String reason) {
        Handover one = table.lock(id).orElseThrow();
        if (one.state() == HandoverState.WAITING) {
            table.become(one.row(), HandoverState.REFUSED);
            table.step(one.row(), HandoverStep.What.REFUSED, failure, null, reason);
            LOG.log(Level.WARNING, "The hand-over {0} to {1} was refused: {2}", id, one.source(), failure.text());
        }
    }

    /**
     * A try came to nothing; the next one is scheduled, or it is given up.
     *
     * @param wait how long the system wants to be left alone; null when it does not say
     */
    public void failed(String id, Failure failure, @Nullable Duration wait) {
        Handover one = table.lock(id).orElseThrow();
        if (one.state() != HandoverState.WAITING) {
            return;
        }
        Instant now = clock.instant();
        if (Patience.isOver(failure, table.lastFailure(one.row()), one.failures() + 1, one.sentSince(), now)) {
            table.giveUp(one.row());
            table.step(one.row(), HandoverStep.What.GIVEN_UP, failure, null, "");
            LOG.log(Level.WARNING, "The hand-over {0} to {1} was given up: {2}", id, one.source(), failure.text());
            return;
        }
        table.step(one.row(), HandoverStep.What.FAILED, failure, null, "");
        table.tryAgain(one);
        Instant next = now.plus(Patience.pause(one.failures() + 1, wait));
        outbox.schedule(HandoverTasks.of(id, one.tries() + 1, next));
    }
}
