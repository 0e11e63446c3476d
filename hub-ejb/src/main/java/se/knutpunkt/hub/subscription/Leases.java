package se.knutpunkt.hub.subscription;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.delivery.Patience;
import se.knutpunkt.hub.subscription.Subscription.State;

/** Where each subscription stands, and the lease by which one node at a time moves it. Each step commits by itself. */
@Stateless
public class Leases {
    /** Longer than a try may take, so that no other node takes over in the middle of one. */
    static final Duration LEASE = Duration.ofSeconds(90);

    private static final Logger LOG = System.getLogger(Leases.class.getName());

    @Inject
    Database database;

    @Inject
    Clock clock;

    /**
     * A subscription that this node may tell.
     *
     * @param refused how many events in a row the receiver has refused alone, with none taken between
     */
    public record Held(
            String source,
            String lease,
            long endpoint,
            Set<String> caseTypes,
            long upTo,
            long singleUpTo,
            int refused) {}

    /** The sources that are to be told something now and that nobody tells. */
    public List<String> due() {
        Instant now = clock.instant();
        return database.query(
                "SELECT s.source FROM subscription s JOIN source_system y ON y.code = s.source"
                        + " JOIN change_counter n ON n.id = 1"
                        + " WHERE s.state = 'ACTIVE' AND y.closed_at IS NULL AND s.told_up_to < n.last_number"
                        + " AND (s.next_try_at IS NULL OR s.next_try_at <= ?)"
                        + " AND (s.lease_ends_at IS NULL OR s.lease_ends_at < ?)",
                row -> row.text("source"),
                now,
                now);
    }

    /** Takes the lease; false when another has it. */
    public boolean take(String source, String lease) {
        Instant now = clock.instant();
        return database.update(
                        "UPDATE subscription SET lease = ?, lease_ends_at = ?"
                                + " WHERE source = ? AND (lease_ends_at IS NULL OR lease_ends_at < ?)",
                        lease,
                        now.plus(LEASE),
                        source,
                        now)
                == 1;
    }

    /** Gives the lease back. */
    public void release(String source, String lease) {
        database.update(
                "UPDATE subscription SET lease = NULL, lease_ends_at = NULL WHERE source = ? AND lease = ?",
                source,
                lease);
    }

    /** The subscription, if this node still has it and it is to be told. */
    public Optional<Held> held(String source, String lease) {
        database.update(
                "UPDATE subscription SET lease_ends_at = ? WHERE source = ? AND lease = ?",
                clock.instant().plus(LEASE),
                source,
                lease);
        return database.first(
                "SELECT endpoint_id, case_types, told_up_to, single_up_to, refused FROM subscription"
                        + " WHERE source = ? AND lease = ? AND state = 'ACTIVE'",
                row -> new Held(
                        source,
                        lease,
                        row.number("endpoint_id"),
                        CaseTypeList.read(row.text("case_types")),
                        row.number("told_up_to"),
                        row.number("single_up_to"),
                        (int) row.number("refused")),
                source,
                lease);
    }

    /** There was nothing to tell up to a number. */
    public void passed(Held held, long upTo) {
        database.update(
                "UPDATE subscription SET told_up_to = ? WHERE source = ? AND lease = ?",
                upTo,
                held.source(),
                held.lease());
    }

    /** The receiver is there, but has refused the one event up to a number, which is dead now. */
    public void putAside(Held held, long upTo) {
        database.update(
                "UPDATE subscription SET told_up_to = ?, refused = refused + 1, failures = 0, failing_since = NULL,"
                        + " failure = NULL, next_try_at = NULL WHERE source = ? AND lease = ?",
                upTo,
                held.source(),
                held.lease());
    }

    /** The receiver has taken what there was up to a number. */
    public void delivered(Held held, long upTo) {
        database.update(
                "UPDATE subscription SET told_up_to = ?, delivered_at = ?, refused = 0, failures = 0,"
                        + " failing_since = NULL, failure = NULL, next_try_at = NULL WHERE source = ? AND lease = ?",
                upTo,
                clock.instant(),
                held.source(),
                held.lease());
    }

    /** The receiver refused several at once: up to a number they go one by one. */
    public void oneByOne(Held held, long upTo) {
        database.update(
                "UPDATE subscription SET single_up_to = ? WHERE source = ? AND lease = ?",
                upTo,
                held.source(),
                held.lease());
    }

    /** The receiver could not be told; waits, or stops when that has gone on for too long. */
    public void failed(Held held, Failure failure, @Nullable Duration asked) {
        Instant now = clock.instant();
        Failed before = database.first(
                        "SELECT failures, failing_since, failure FROM subscription WHERE source = ?",
                        Failed::of,
                        held.source())
                .orElse(Failed.NEVER);
        int failures = before.failures() + 1;
        Instant since = before.since() == null ? now : before.since();
        database.update(
                "UPDATE subscription SET failures = ?, failing_since = ?, failure = ?,"
                        + " next_try_at = ? WHERE source = ? AND lease = ?",
                failures,
                since,
                failure.text(),
                now.plus(Patience.pause(failures, asked)),
                held.source(),
                held.lease());
        if (Patience.isOver(failure, before.last(), failures, since, now)) {
            stop(held, failure);
        }
    }

    private void stop(Held held, Failure failure) {
        boolean stopped = database.update(
                        "UPDATE subscription SET state = ? WHERE source = ? AND lease = ? AND state = ?",
                        State.STOPPED,
                        held.source(),
                        held.lease(),
                        State.ACTIVE)
                == 1;
        if (stopped) {
            LOG.log(
                    Level.WARNING,
                    "The subscription of {0} is stopped: it cannot be told, last {1}",
                    held.source(),
                    failure.text());
        }
    }

    /** How the tries have gone since the last one that went well. */
    private record Failed(
            int failures, @Nullable Instant since, @Nullable Failure last) {
        static final Failed NEVER = new Failed(0, null, null);

        static Failed of(Row row) {
            String last = row.textOrNull("failure");
            return new Failed(
                    (int) row.number("failures"),
                    row.instantOrNull("failing_since"),
                    last == null ? null : Failure.parse(last));
        }
    }
}
