package se.knutpunkt.hub.source;

import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Instant;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.DatabaseFailure;

/**
 * Notices when a source falls silent and when it is heard again: one line in one node's log for each, since the node that
 * changes the row is the one that tells.
 */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class SilenceWatch {
    private static final Logger LOG = System.getLogger(SilenceWatch.class.getName());

    @EJB
    SourceRegister sources;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** Looks at each source, every minute on every node. */
    @Schedule(hour = "*", minute = "*", second = "30", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void look() {
        Instant now = clock.instant();
        try {
            sources.all().forEach(source -> look(source, now));
        } catch (DatabaseFailure | EJBException later) {
            LOG.log(Level.DEBUG, "Silent sources are looked for the next time", later);
        }
    }

    private void look(KeptSource source, Instant now) {
        String code = source.settings().code();
        boolean silent = source.state(now) == SourceState.SILENT;
        if (silent && source.silentSince() == null && begins(source, now)) {
            LOG.log(
                    Level.WARNING,
                    "The source {0} is silent: last heard {1}, expected every {2} minutes",
                    code,
                    source.lastHeard() == null ? "never" : source.lastHeard(),
                    Long.toString(source.settings().rhythm().toMinutes()));
        } else if (!silent && source.silentSince() != null && ends(code)) {
            LOG.log(Level.INFO, "The source {0} is no longer silent", code);
        }
    }

    private boolean begins(KeptSource source, Instant now) {
        return database.update(
                        "UPDATE source_system SET silent_since = ?"
                                + " WHERE code = ? AND silent_since IS NULL AND closed_at IS NULL AND last_heard_at <=> ?",
                        now,
                        source.settings().code(),
                        source.lastHeard())
                == 1;
    }

    private boolean ends(String code) {
        return database.update(
                        "UPDATE source_system SET silent_since = NULL WHERE code = ? AND silent_since IS NOT NULL",
                        code)
                == 1;
    }
}
