package se.knutpunkt.hub.subscription;

import jakarta.annotation.Resource;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.RejectedExecutionException;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.database.FaultLog;

/** Looks every second, on every node, for sources that are to be told; each on a thread of its own, so that a slow one holds up nobody. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class TellRounds {
    /** So many are told at once by a node; the others come in the next rounds. */
    private static final int AT_ONCE = 8;

    private static final Logger LOG = System.getLogger(TellRounds.class.getName());

    private final FaultLog faults = new FaultLog(LOG, "Subscriptions are looked for the next time");
    private final Set<String> running = ConcurrentHashMap.newKeySet();

    @EJB
    Leases leases;

    @Inject
    Teller teller;

    @Resource
    ManagedExecutorService threads;

    /** Begins to tell those who are to be told. */
    @Schedule(hour = "*", minute = "*", second = "*", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void round() {
        try {
            for (String source : leases.due()) {
                if (running.size() < AT_ONCE && running.add(source)) {
                    begin(source);
                }
            }
            faults.worked();
        } catch (RuntimeException fault) {
            faults.failed(fault);
        }
    }

    private void begin(String source) {
        try {
            threads.execute(() -> tell(source));
        } catch (RejectedExecutionException busy) {
            running.remove(source);
        }
    }

    private void tell(String source) {
        try {
            teller.tell(source);
        } catch (RuntimeException fault) {
            Level level = DatabaseFailure.isPassing(fault) ? Level.DEBUG : Level.WARNING;
            LOG.log(level, "The subscription of " + source + " could not be told; it is tried again", fault);
        } finally {
            running.remove(source);
        }
    }
}
