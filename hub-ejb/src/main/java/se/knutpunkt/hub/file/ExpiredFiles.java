package se.knutpunkt.hub.file;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.time.Repeatedly;

/** Sweeps away staged files that nobody adopted in time; on every node, which does no harm. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ExpiredFiles {

    private static final int AT_ONCE = 100;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** One file at a time, each its own commit, so that no sweep holds many locks. */
    @Schedule(hour = "*", minute = "17", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sweep() {
        Repeatedly.run("The sweep of files", this::deleteExpired);
    }

    private void deleteExpired() {
        List<Long> expired;
        do {
            expired = database.query(
                    "SELECT id FROM stored_file WHERE expires_at < ? ORDER BY expires_at LIMIT ?",
                    row -> row.number("id"),
                    clock.instant(),
                    AT_ONCE);
            for (long id : expired) {
                database.update("DELETE FROM stored_file WHERE id = ? AND expires_at < ?", id, clock.instant());
            }
        } while (expired.size() == AT_ONCE);
    }
}
