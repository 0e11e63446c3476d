package se.knutpunkt.hub.source;

import jakarta.annotation.PreDestroy;
import jakarta.ejb.ConcurrencyManagement;
import jakarta.ejb.ConcurrencyManagementType;
import jakarta.ejb.Schedule;
import jakarta.ejb.Singleton;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.source.SourceFigures.Kind;
import se.knutpunkt.hub.time.Repeatedly;

/** Writes down what sources sent, on every node; what cannot be written now is written the next time. */
@Singleton
@ConcurrencyManagement(ConcurrencyManagementType.BEAN)
public class FigureWriter {
    /** Pages ask for the last hour and day. */
    static final Duration STEP = Duration.ofMinutes(5);

    private static final Duration KEPT = Duration.ofDays(8);
    private static final Logger LOG = System.getLogger(FigureWriter.class.getName());

    @Inject
    SourceFigures figures;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** Writes what was counted since the last time; a source that sends all the time costs one row each time. */
    @Schedule(hour = "*", minute = "*", second = "*/5", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write() {
        Map<Kind, Long> counted = figures.drain();
        try {
            writeCounts(counted);
        } catch (DatabaseFailure later) {
            figures.putBack(counted);
            LOG.log(Level.DEBUG, "Figures of sources are written the next time", later);
        }
        try {
            figures.drainUsed().forEach(this::writeUse);
        } catch (DatabaseFailure lost) {
            // a key in use is used again
            LOG.log(Level.DEBUG, "Uses of keys were not written", lost);
        }
    }

    /** Deletes what no page asks for. */
    @Schedule(hour = "*", minute = "41", persistent = false)
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void sweep() {
        Repeatedly.run(
                "The sweep of sources' figures",
                () -> database.update(
                        "DELETE FROM source_figure WHERE from_at < ? LIMIT 100000",
                        clock.instant().minus(KEPT)));
    }

    @PreDestroy
    void writeLast() {
        write();
    }

    private void writeCounts(Map<Kind, Long> counted) {
        if (counted.isEmpty()) {
            return;
        }
        Instant step = stepOf(clock.instant());
        Values rows = Values.of(4);
        // always in the same order, so that nodes that write at once wait for each other and do not lock up
        counted.forEach((kind, events) -> rows.row(kind.source(), step, kind.verdict(), events));
        database.update(
                "INSERT INTO source_figure (source, from_at, verdict, events) VALUES " + rows.rows()
                        + " ON DUPLICATE KEY UPDATE events = events + VALUES(events)",
                rows.bound());
    }

    private void writeUse(long key, Instant at) {
        database.update(
                "UPDATE source_key SET last_used_at = ? WHERE id = ? AND (last_used_at IS NULL OR last_used_at < ?)",
                at,
                key,
                at);
    }

    static Instant stepOf(Instant at) {
        return Instant.ofEpochSecond(at.getEpochSecond() / STEP.toSeconds() * STEP.toSeconds());
    }
}
