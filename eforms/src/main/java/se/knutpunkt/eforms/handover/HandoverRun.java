package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.knutpunkt.hub.delivery.Courier;
import se.knutpunkt.hub.delivery.Verdict;
import se.knutpunkt.hub.outbox.OutboxHandler;

/** One try to hand over. The system is called outside any transaction. */
@ApplicationScoped
public class HandoverRun implements OutboxHandler {

    @Inject
    HandoverTable table;

    @Inject
    HandoverDocument document;

    @Inject
    Courier courier;

    @EJB
    HandoverOutcome outcome;

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

    private void send(Handover one) {
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
