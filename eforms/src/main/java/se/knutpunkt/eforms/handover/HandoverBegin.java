package se.knutpunkt.eforms.handover;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import se.knutpunkt.eforms.submission.TakingOver;
import se.knutpunkt.hub.outbox.Outbox;
import se.knutpunkt.hub.source.SourceRegister;

/** Begins hand-overs, in the transaction of their submissions. */
@ApplicationScoped
class HandoverBegin implements TakingOver {

    @Inject
    HandoverTable table;

    @EJB
    HandoverRules rules;

    @EJB
    SourceRegister sources;

    @EJB
    Outbox outbox;

    @Override
    public boolean begin(JustSent sent) {
        Optional<HandoverRule> rule =
                rules.find(sent.form()).filter(found -> canGoOnAt(found.source(), sent.caseType()));
        rule.map(found -> table.insert(sent, found)).ifPresent(id -> outbox.schedule(HandoverTasks.of(id, 1, null)));
        return rule.isPresent();
    }

    /** Whether the system can still tell its case number and signal: the rule may be older than what staff changed of it. */
    private boolean canGoOnAt(String source, String caseType) {
        return sources.find(source)
                .filter(found -> found.closed() == null)
                .filter(found -> found.settings().caseTypes().contains(caseType))
                .isPresent();
    }
}
