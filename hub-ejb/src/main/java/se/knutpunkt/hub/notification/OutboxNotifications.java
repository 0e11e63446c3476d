package se.knutpunkt.hub.notification;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Set;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.outbox.Outbox;
import se.knutpunkt.hub.outbox.OutboxTask;
import se.knutpunkt.hub.party.PartyId;

/** Turns news into outbox tasks, one a party and minute. */
@Stateless
public class OutboxNotifications implements Notifications {

    static final String KIND = "notification.mail";

    @Inject
    Outbox outbox;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void newEvent(PartyId party) {
        newEvents(Set.of(party));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void newEvents(Set<PartyId> parties) {
        if (parties.isEmpty()) {
            return;
        }
        Values wanted = Values.of(parties);
        database.query(
                        "SELECT id FROM party WHERE notify_by_email AND NOT protected_identity AND id IN ("
                                + wanted.rows() + ")",
                        row -> row.party("id"),
                        wanted.bound())
                .forEach(party -> outbox.schedule(noticeOf(party, clock.instant())));
    }

    /**
     * The task of a party's news at an instant. It runs only when its minute is over, so that news of
     * that minute never meets a notice of the same key that is already being sent.
     */
    static OutboxTask noticeOf(PartyId party, Instant now) {
        Instant minute = now.truncatedTo(ChronoUnit.MINUTES);
        return new OutboxTask(KIND, party.value() + ":" + minute.getEpochSecond(), minute.plus(1, ChronoUnit.MINUTES));
    }

    /** The party that a task's key names. */
    static PartyId partyOf(String key) {
        return new PartyId(Long.parseLong(key.substring(0, key.indexOf(':'))));
    }
}
