package se.knutpunkt.hub.event;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import se.knutpunkt.hub.time.Repeatedly;

/**
 * Looks some times a minute for events that were written at the same time as what replaces them, perhaps at two nodes; on
 * every node, which does no harm.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ReplacementTimer {

    @EJB
    EventWriter writer;

    /** Settles all there is, some at a time. */
    @Schedule(hour = "*", minute = "*", second = "*/10", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void settle() {
        Repeatedly.run("The settling of replaced events", () -> {
            while (writer.settleUnsettled()) {
                // until none is left
            }
        });
    }
}
