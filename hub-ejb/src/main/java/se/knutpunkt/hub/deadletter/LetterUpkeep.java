package se.knutpunkt.hub.deadletter;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.time.Repeatedly;
import se.knutpunkt.hub.time.SwedishTime;

/** Writes down what was not kept, and deletes what is old; on every node, which does no harm. */
@Singleton
@Startup
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class LetterUpkeep {
    /** What was done with a letter, without any text of it, is kept so long after. */
    static final Duration TRACE = Duration.ofDays(730);

    private static final int AT_ONCE = 100;
    private static final Logger LOG = System.getLogger(LetterUpkeep.class.getName());

    @Inject
    LetterRooms rooms;

    @Inject
    LetterBounds bounds;

    @Inject
    Database database;

    @Inject
    Clock clock;

    @EJB
    LetterSweep sweep;

    @PostConstruct
    void start() {
        try {
            bounds.check();
        } catch (IllegalArgumentException wrong) {
            LOG.log(Level.ERROR, "Knutpunkt cannot start. {0}", wrong.getMessage());
            throw wrong;
        }
    }

    /** Writes what was counted since the last time. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    public void write() {
        Map<LetterRooms.Over, Long> counted = rooms.drain();
        if (counted.isEmpty()) {
            return;
        }
        Values rows = Values.of(3);
        counted.forEach((kind, events) -> rows.row(kind.source(), kind.day(), events));
        try {
            database.update(
                    "INSERT INTO dead_letter_over (source, day, events) VALUES " + rows.rows()
                            + " ON DUPLICATE KEY UPDATE events = events + VALUES(events)",
                    rows.bound());
        } catch (DatabaseFailure later) {
            rooms.putBack(counted);
            LOG.log(Level.DEBUG, "Events that were not kept are written down the next time", later);
        }
    }

    /** Purges what has waited or rested too long, and forgets in the end that it was there. */
    @Schedule(hour = "*", minute = "23", persistent = false)
    public void sweep() {
        Repeatedly.run("The sweep of dead letters", this::sweepNow);
    }

    private void sweepNow() {
        Instant now = clock.instant();
        List<Long> old;
        do {
            old = database.query(
                    "SELECT id FROM dead_letter WHERE state IN ('WAITING', 'REPLAYED') AND last_at < ?"
                            + " AND (claimed_until IS NULL OR claimed_until < ?) LIMIT ?",
                    row -> row.number("id"),
                    now.minus(bounds.kept()),
                    now,
                    AT_ONCE);
            sweep.purge(old);
        } while (old.size() == AT_ONCE);
        Instant trace = now.minus(TRACE);
        database.update("DELETE FROM dead_letter WHERE closed_at < ? AND state = 'PURGED' LIMIT 10000", trace);
        database.update("DELETE FROM dead_letter_work WHERE done_at < ? LIMIT 10000", trace);
        database.update("DELETE FROM dead_letter_over WHERE day < ? LIMIT 10000", SwedishTime.dateOf(trace));
    }

    @PreDestroy
    void writeLast() {
        write();
    }
}
