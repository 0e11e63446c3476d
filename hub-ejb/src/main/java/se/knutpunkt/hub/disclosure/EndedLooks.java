package se.knutpunkt.hub.disclosure;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.time.Repeatedly;

/** Forgets whom staff looked up when the look-up is over; on every node, which does no harm. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class EndedLooks {
    private static final int AT_ONCE = 100;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** Some at a time, each time its own commit: nobody who looks somebody up waits for it, or is undone by it. */
    @Schedule(hour = "*", minute = "*", second = "50", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sweep() {
        Repeatedly.run("The sweep of look-ups", this::deleteEnded);
    }

    private void deleteEnded() {
        int deleted;
        do {
            deleted = database.update(
                    "DELETE FROM staff_look WHERE ends_at <= ? ORDER BY ends_at LIMIT ?", clock.instant(), AT_ONCE);
        } while (deleted == AT_ONCE);
    }
}
