package se.knutpunkt.hub.event;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import se.knutpunkt.hub.database.DatabaseFailure;

/** Numbers what was taken, every second on every node; what one node has numbered the others leave. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ChangeNumbers {
    /** Then the next second goes on, so that a timer never runs for ever: the first start after an update has all. */
    private static final int ROUNDS = 40;

    private static final Logger LOG = System.getLogger(ChangeNumbers.class.getName());

    @EJB
    ChangeWriter writer;

    /** Numbers what there is. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void number() {
        try {
            boolean more = writer.anyUnnumbered();
            for (int round = 0; more && round < ROUNDS; round++) {
                more = writer.numberSome() == ChangeWriter.MOST;
            }
        } catch (DatabaseFailure | EJBException later) {
            // two nodes at once, or a database that is away
            LOG.log(Level.DEBUG, "Changes are numbered the next time", later);
        }
    }
}
