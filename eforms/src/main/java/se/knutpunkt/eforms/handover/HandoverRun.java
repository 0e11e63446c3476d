package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.knutpunkt.hub.delivery.Courier;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.delivery.Verdict;
import se.knutpunkt.hub.outbox.OutboxHandler;
import se.knutpunkt.hub.source.SourceRegister;

/** One try to hand over. The system is called outside any transaction. */
@ApplicationScoped
public class HandoverRun implements OutboxHandler {

    private static final Failure CLOSED = new Failure(Failure.Kind.CLOSED, 0);

    @Inject
    HandoverTable table;

    @Inject
    HandoverDocument document;

    @Inject
    Courier courier;

    @EJB
    HandoverOutcome outcome;

    @EJB
    SourceRegister sources;

    @Override
    public String kind() {
        return HandoverTasks.KIND;
    }

    @Override
    public void run(String key) {
        Optional<Handover> waiting = table.find(HandoverTasks.id(key))
                .filter(one -> one.state() == HandoverState.WAITING && one.tries() == HandoverTasks.tries(key));
        waiting.ifPresent(this::send);
    }

    private boolean isClosed(String source) {
        return sources.find(source).filter(found -> found.closed() == null).isEmpty();
    }

    private void send(Handover one) {
        if (isClosed(one.source())) {
            // taken in use again within the days of trying, it gets it after all
            outcome.failed(one.id(), CLOSED, null);
            return;
        }
        Verdict verdict = courier.send(one.endpoint(), document.of(one));
        if (verdict instanceof Verdict.Delivered delivered) {
            outcome.delivered(one.id(), Answer.caseNumber(delivered.body()).orElse(null), delivered.status());
        } else if (verdict instanceof Verdict.Refused refused) {
            outcome.refused(one.id(), refused.failure(), Answer.reason(refused.body()));
        } else if (verdict instanceof Verdict.Later later) {
            outcome.failed(one.id(), later.failure(), later.pause());
        }
    }
}
