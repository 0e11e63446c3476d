package se.knutpunkt.hub.event;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import se.knutpunkt.hub.database.FaultLog;

/** Numbers what was taken, every second on every node; what one node has numbered the others leave. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class ChangeNumbers {
    /** Then the next second goes on, so that a timer never runs for ever: the first start after an update has all. */
    private static final int ROUNDS = 40;

    private final FaultLog faults =
            new FaultLog(System.getLogger(ChangeNumbers.class.getName()), "Changes are numbered the next time");

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
            faults.worked();
        } catch (RuntimeException fault) {
            // mostly two nodes at once, or a database that is away
            faults.failed(fault);
        }
    }
}
