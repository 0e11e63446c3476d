package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.knutpunkt.eforms.submission.TakingOver;
import se.knutpunkt.hub.outbox.Outbox;

/** Begins hand-overs, in the transaction of their submissions. */
@ApplicationScoped
class HandoverBegin implements TakingOver {

    @Inject
    HandoverTable table;

    @EJB
    HandoverRules rules;

    @EJB
    Outbox outbox;

    @Override
    public boolean begin(JustSent sent) {
        Optional<HandoverRule> rule = rules.find(sent.form());
        rule.map(found -> table.insert(sent, found)).ifPresent(id -> outbox.schedule(HandoverTasks.of(id, 1, null)));
        return rule.isPresent();
    }
}
