package se.knutpunkt.hub.disclosure;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import se.knutpunkt.hub.time.Repeatedly;

/** Counts new events of each class once a minute, and not too many at once: ten million of old take a quarter of an hour. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class EventCountTimer {
    private static final int SLICES = 30;

    @EJB
    EventCounts counts;

    /** Counts what has settled; on every node, one after the other. */
    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void count() {
        Repeatedly.run("The counting of events", () -> {
            int slices = 1;
            while (counts.countOn() && slices < SLICES) {
                slices++;
            }
        });
    }
}
