package se.knutpunkt.hub.delivery;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.outbox.Outbox;
import se.knutpunkt.hub.outbox.OutboxTask;
import se.knutpunkt.hub.vault.Vault;

/** Deliveries as rows that hold ids alone; each try is a task of the outbox. */
@Stateless
public class SqlDeliveries implements Deliveries, DeliverySteps {
    private static final int SHOWN = 200;
    private static final String REASON = "delivery.purge_reason";

    @EJB
    Outbox outbox;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** How the tries of this round have gone. */
    private record Failed(int failures, @Nullable Failure last) {
        static final Failed NEVER = new Failed(0, null);

        static Failed of(Row row) {
            String last = row.textOrNull("failure");
            return new Failed((int) row.number("failures"), last == null ? null : Failure.parse(last));
        }
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public void post(long endpoint, String kind, String item) {
        database.update(
                "INSERT IGNORE INTO delivery (endpoint_id, kind, item, state, made_at, tries) VALUES (?, ?, ?, ?, ?, 0)",
                endpoint,
                kind,
                item,
                DeliveryState.WAITING,
                clock.instant());
        // one that is on its way goes on as it does
        begin("endpoint_id = ? AND kind = ? AND item = ? AND (state <> 'WAITING' OR tries = 0)", endpoint, kind, item);
    }

    @Override
    public void bury(long endpoint, String kind, String item, Failure failure) {
        Instant now = clock.instant();
        database.update(
                "INSERT INTO delivery (endpoint_id, kind, item, state, made_at, tries, died_at, failure)"
                        + " VALUES (?, ?, ?, ?, ?, 1, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE state = VALUES(state), died_at = VALUES(died_at),"
                        + " failure = VALUES(failure)",
                endpoint,
                kind,
                item,
                DeliveryState.DEAD,
                now,
                now,
                failure.text());
    }

    @Override
    public List<DeadDelivery> dead(long endpoint) {
        return database.query(
                "SELECT id, kind, item, made_at, died_at, failure FROM delivery WHERE endpoint_id = ? AND state = ?"
                        + " ORDER BY id DESC LIMIT ?",
                row -> new DeadDelivery(
                        row.number("id"),
                        row.text("kind"),
                        row.text("item"),
                        row.instant("made_at"),
                        row.instant("died_at"),
                        Failure.parse(row.text("failure"))),
                endpoint,
                DeliveryState.DEAD,
                SHOWN);
    }

    @Override
    public int countDead(long endpoint) {
        return database.first(
                        "SELECT COUNT(*) AS dead FROM delivery WHERE endpoint_id = ? AND state = ?",
                        row -> (int) row.number("dead"),
                        endpoint,
                        DeliveryState.DEAD)
                .orElse(0);
    }

    @Override
    public boolean sendAgain(long endpoint, long id) {
        return begin("endpoint_id = ? AND id = ? AND state = 'DEAD'", endpoint, id);
    }

    /** Starts from the first try; a task of a try before it finds another number in the row and does nothing. */
    private boolean begin(String which, Object... values) {
        Optional<Waiting> row = database.first(
                "SELECT id, endpoint_id, kind, item, state, made_at, tries FROM delivery WHERE " + which
                        + " FOR UPDATE",
                Waiting::of,
                values);
        row.ifPresent(one -> {
            int next = one.tries() + 1;
            database.update(
                    "UPDATE delivery SET state = ?, made_at = ?, first_try = ?, tries = ?, died_at = NULL, failure = NULL"
                            + " WHERE id = ?",
                    DeliveryState.WAITING,
                    clock.instant(),
                    next,
                    next,
                    one.id());
            outbox.schedule(OutboxTask.of(DeliveryRun.KIND, key(one.id(), next)));
        });
        return row.isPresent();
    }

    @Override
    public boolean purge(long endpoint, long id, String reason, StaffId by) {
        return database.update(
                        "UPDATE delivery SET state = ?, purged_at = ?, purged_by = ?, purge_reason_sealed = ?"
                                + " WHERE endpoint_id = ? AND id = ? AND state = ?",
                        DeliveryState.PURGED,
                        clock.instant(),
                        by.value(),
                        vault.seal(reason, REASON),
                        endpoint,
                        id,
                        DeliveryState.DEAD)
                == 1;
    }

    @Override
    public Optional<Waiting> waiting(long id, int tries) {
        return database.first(
                "SELECT id, endpoint_id, kind, item, state, made_at, tries FROM delivery"
                        + " WHERE id = ? AND tries = ? AND state = 'WAITING'",
                Waiting::of,
                id,
                tries);
    }

    @Override
    public void forget(Waiting done) {
        database.update("DELETE FROM delivery WHERE id = ? AND tries = ?", done.id(), done.tries());
    }

    @Override
    public boolean later(Waiting one, Failure failure, @Nullable Duration wait) {
        Instant now = clock.instant();
        Failed before = database.first(
                        "SELECT tries - first_try AS failures, failure FROM delivery WHERE id = ?",
                        Failed::of,
                        one.id())
                .orElse(Failed.NEVER);
        int failures = before.failures() + 1;
        if (Patience.isOver(failure, before.last(), failures, one.made(), now)) {
            die(one, failure);
            return false;
        }
        int next = one.tries() + 1;
        int changed = database.update(
                "UPDATE delivery SET tries = ?, failure = ? WHERE id = ? AND tries = ? AND state = 'WAITING'",
                next,
                failure.text(),
                one.id(),
                one.tries());
        if (changed == 1) {
            outbox.schedule(
                    new OutboxTask(DeliveryRun.KIND, key(one.id(), next), now.plus(Patience.pause(failures, wait))));
        }
        return true;
    }

    @Override
    public void die(Waiting one, Failure failure) {
        database.update(
                "UPDATE delivery SET state = ?, died_at = ?, failure = ? WHERE id = ? AND tries = ?",
                DeliveryState.DEAD,
                clock.instant(),
                failure.text(),
                one.id(),
                one.tries());
    }

    private static String key(long id, int tries) {
        return id + ":" + tries;
    }
}
