package se.knutpunkt.portal.deadletter;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.deadletter.Letter;
import se.knutpunkt.hub.deadletter.OpenLetter;
import se.knutpunkt.hub.disclosure.KeptEvent;
import se.knutpunkt.hub.disclosure.KeptEvents;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.source.Verdict;
import se.knutpunkt.portal.api.EventReplay;

/** The event that stands in the way of one that was refused for it. */
@ApplicationScoped
class Beside {
    @EJB
    KeptEvents events;

    @Inject
    EventReplay door;

    /** Both events; each null when it can't be told. */
    record Both(@Nullable IncomingEvent refused, @Nullable KeptEvent kept) {}

    Both of(OpenLetter open, StaffId by) {
        Letter letter = open.letter();
        if (letter.kind() != Verdict.CONFLICT || open.document().isEmpty()) {
            return new Both(null, null);
        }
        IncomingEvent refused = door.event(open.document());
        if (refused == null) {
            return new Both(null, null);
        }
        Optional<KeptEvent> kept =
                events.beside("staff:" + by.value(), letter.source(), refused.externalId(), refused.subjects());
        return new Both(refused, kept.orElse(null));
    }
}
