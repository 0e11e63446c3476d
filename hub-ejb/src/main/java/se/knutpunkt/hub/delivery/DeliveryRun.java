package se.knutpunkt.hub.delivery;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import se.knutpunkt.hub.outbox.OutboxHandler;

/** One try to deliver, as a task of the outbox. The receiver is called outside any transaction. */
@ApplicationScoped
public class DeliveryRun implements OutboxHandler {
    static final String KIND = "delivery.send";

    private static final Logger LOG = System.getLogger(DeliveryRun.class.getName());

    @EJB
    DeliverySteps steps;

    @Inject
    Courier courier;

    @Inject
    @Any
    Instance<MessageKind> kinds;

    @Override
    public String kind() {
        return KIND;
    }

    @Override
    public void run(String key) {
        int colon = key.indexOf(':');
        long id = Long.parseLong(key.substring(0, colon));
        steps.waiting(id, Integer.parseInt(key.substring(colon + 1))).ifPresent(this::deliver);
    }

    private void deliver(Waiting one) {
        MessageKind kind = kinds.stream()
                .filter(known -> known.kind().equals(one.kind()))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Nobody composes messages of kind " + one.kind()));
        Optional<Message> message = kind.compose(one.endpoint(), one.item());
        if (message.isEmpty()) {
            steps.forget(one);
            return;
        }
        Verdict verdict = courier.send(one.endpoint(), message.get());
        if (verdict instanceof Verdict.Delivered answer) {
            kind.delivered(one.endpoint(), one.item(), answer);
            steps.forget(one);
        } else if (verdict instanceof Verdict.Later later) {
            if (!steps.later(one, later.failure(), later.pause())) {
                tellDead(one, later.failure());
            }
        } else if (verdict instanceof Verdict.Refused refused) {
            steps.die(one, refused.failure());
            tellDead(one, refused.failure());
        }
    }

    private static void tellDead(Waiting one, Failure failure) {
        LOG.log(
                Level.WARNING,
                "Delivery {0} ({1}) to endpoint {2} was given up: {3}",
                Long.toString(one.id()),
                one.kind(),
                Long.toString(one.endpoint()),
                failure.text());
    }
}
