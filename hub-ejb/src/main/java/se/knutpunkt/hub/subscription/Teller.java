package se.knutpunkt.hub.subscription;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.UUID;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.delivery.Courier;
import se.knutpunkt.hub.delivery.Deliveries;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.delivery.Verdict;
import se.knutpunkt.hub.disclosure.SystemEvent;
import se.knutpunkt.hub.disclosure.SystemEvents;
import se.knutpunkt.hub.disclosure.ToldEvents;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.subscription.Leases.Held;

/**
 * Tells one source what there is, in order: the next is not sent before the one before is taken, or is dead. What it may
 * be told is decided anew for each batch.
 */
@ApplicationScoped
public class Teller {
    /** So many in a row are put aside; a receiver that refuses more than these is not fit to be told anything. */
    static final int PUT_ASIDE = 20;

    private static final int TOGETHER = 100;

    @EJB
    Leases leases;

    @EJB
    SystemEvents events;

    @EJB
    Deliveries deliveries;

    @Inject
    Courier courier;

    /** Tells all there is, unless another node does. */
    void tell(String source) {
        String lease = UUID.randomUUID().toString();
        if (!leases.take(source, lease)) {
            return;
        }
        try {
            boolean more = true;
            while (more) {
                Optional<Held> held = leases.held(source, lease);
                more = held.isPresent() && stepOrFail(held.get());
            }
        } finally {
            leases.release(source, lease);
        }
    }

    /** A fault of ours that lasts counts as a failure: staff see that nothing goes out, and the tries grow fewer. */
    private boolean stepOrFail(Held held) {
        try {
            return step(held);
        } catch (RuntimeException fault) {
            if (!DatabaseFailure.isPassing(fault)) {
                leases.failed(held, new Failure(Failure.Kind.FAULT, 0), null);
            }
            throw fault;
        }
    }

    /** One batch; whether to go on at once. */
    private boolean step(Held held) {
        int limit = held.singleUpTo() > held.upTo() ? 1 : TOGETHER;
        ToldEvents told = events.told(new Viewer.Source(held.source()), held.caseTypes(), held.upTo(), limit);
        if (told.events().isEmpty()) {
            leases.passed(held, told.upTo());
            return told.more();
        }
        Batch batch = Batch.of(told.events());
        boolean whole = batch.events() == told.events().size();
        SystemEvent last = told.events().get(batch.events() - 1);
        long upTo = whole ? told.upTo() : last.number();
        Verdict verdict = courier.send(held.endpoint(), batch.message());
        if (verdict instanceof Verdict.Later later) {
            leases.failed(held, later.failure(), later.pause());
            return false;
        }
        if (verdict instanceof Verdict.Refused refused) {
            if (batch.events() > 1) {
                leases.oneByOne(held, last.number());
                return true;
            }
            if (held.refused() >= PUT_ASIDE) {
                // no fault of this event any longer; the place is kept, and so is all that waits
                leases.failed(held, refused.failure(), null);
                return false;
            }
            // dead first: a crash between the two sends it once more, and loses nothing
            deliveries.bury(held.endpoint(), ToldEventKind.KIND, last.eventId(), refused.failure());
            leases.putAside(held, upTo);
            return true;
        }
        leases.delivered(held, upTo);
        return !whole || told.more();
    }
}
