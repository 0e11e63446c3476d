package se.knutpunkt.portal.api;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventRefused;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Outcome;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.register.SourceSystem;

/** Takes everything and keeps nothing; refuses one id. */
final class CountingIntake implements EventIntake {

    static final String REFUSED = "refuse-me";

    final List<Integer> groups = new ArrayList<>();
    final List<String> ids = new ArrayList<>();
    boolean keepIds;
    int taken;
    int failAfter = Integer.MAX_VALUE;
    Runnable everyGroup = () -> {};

    @Override
    public Taken take(SourceSystem source, IncomingEvent event) {
        Outcome outcome = outcome(event);
        if (outcome instanceof Outcome.Refused refused) {
            throw refused.reason();
        }
        return ((Outcome.Accepted) outcome).taken();
    }

    @Override
    public List<Outcome> takeAll(SourceSystem source, List<IncomingEvent> events) {
        if (taken >= failAfter) {
            throw new IllegalStateException("the database is out");
        }
        groups.add(events.size());
        everyGroup.run();
        return events.stream().map(this::outcome).toList();
    }

    @Override
    public Taken record(IncomingEvent event) {
        throw new UnsupportedOperationException();
    }

    private Outcome outcome(IncomingEvent event) {
        if (event.externalId().equals(REFUSED)) {
            return new Outcome.Refused(
                    REFUSED,
                    new EventRefused(EventRefused.Reason.UNKNOWN_CASE_TYPE, "The case type is not registered"));
        }
        taken++;
        if (keepIds) {
            ids.add(event.externalId());
        }
        return new Outcome.Accepted(
                event.externalId(), new Taken(UUID.randomUUID().toString(), false));
    }
}
