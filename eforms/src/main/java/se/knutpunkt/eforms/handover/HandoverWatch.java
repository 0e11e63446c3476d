package se.knutpunkt.eforms.handover;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import se.knutpunkt.hub.database.DatabaseFailure;

/** Notices when hand-overs become overdue: one line in one node's log for each time, since that node marks the rows. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class HandoverWatch {

    private static final Logger LOG = System.getLogger(HandoverWatch.class.getName());

    @Inject
    HandoverTable table;

    /** Looks each minute, on every node. */
    @Schedule(hour = "*", minute = "*", second = "45", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void look() {
        try {
            int overdue = table.alarm();
            if (overdue > 0) {
                LOG.log(Level.WARNING, "{0} hand-over(s) were not taken over in time: see /overlamningar", overdue);
            }
        } catch (DatabaseFailure later) {
            LOG.log(Level.DEBUG, "Overdue hand-overs are looked for the next time", later);
        }
    }
}
