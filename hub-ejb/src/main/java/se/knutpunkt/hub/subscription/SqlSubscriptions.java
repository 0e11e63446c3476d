package se.knutpunkt.hub.subscription;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.ejb.SessionContext;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.delivery.Courier;
import se.knutpunkt.hub.delivery.Endpoint;
import se.knutpunkt.hub.delivery.Endpoints;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.delivery.Message;
import se.knutpunkt.hub.delivery.OpenedEndpoint;
import se.knutpunkt.hub.delivery.Verdict;
import se.knutpunkt.hub.disclosure.SystemEvents;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.source.SourceChange.What;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.hub.subscription.Subscription.State;

/** Subscriptions by plain SQL. */
@Stateless
public class SqlSubscriptions implements Subscriptions {

    @Resource
    SessionContext context;

    @EJB
    Endpoints endpoints;

    @EJB
    SystemEvents events;

    @EJB
    SourceRegister sources;

    @Inject
    Courier courier;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private record Kept(
            long endpoint,
            Set<String> caseTypes,
            State state,
            long upTo,
            @Nullable Instant delivered,
            @Nullable String failure,
            @Nullable Instant failingSince,
            @Nullable Instant nextTry) {}

    @Override
    public Optional<Subscription> find(String source) {
        return kept(source).map(kept -> {
            Endpoint endpoint = endpoints.find(kept.endpoint()).orElseThrow();
            return new Subscription(
                    source,
                    endpoint,
                    new TreeSet<>(kept.caseTypes()),
                    kept.state(),
                    Math.max(0, events.latestChange() - kept.upTo()),
                    kept.delivered(),
                    kept.failure() == null ? null : Failure.parse(kept.failure()),
                    kept.failingSince(),
                    kept.nextTry());
        });
    }

    @Override
    public List<String> stopped() {
        return database.query(
                "SELECT s.source FROM subscription s JOIN source_system y ON y.code = s.source"
                        + " WHERE s.state = ? AND y.closed_at IS NULL ORDER BY s.source",
                row -> row.text("source"),
                State.STOPPED);
    }

    private Optional<Kept> kept(String source) {
        return database.first(
                "SELECT endpoint_id, case_types, state, told_up_to, delivered_at, failure, failing_since, next_try_at"
                        + " FROM subscription WHERE source = ?",
                row -> new Kept(
                        row.number("endpoint_id"),
                        CaseTypeList.read(row.text("case_types")),
                        State.valueOf(row.text("state")),
                        row.number("told_up_to"),
                        row.instantOrNull("delivered_at"),
                        row.textOrNull("failure"),
                        row.instantOrNull("failing_since"),
                        row.instantOrNull("next_try_at")),
                source);
    }

    @Override
    public Optional<String> begin(String source, URI address, Set<String> caseTypes, StaffId by) {
        if (kept(source).isPresent()) {
            return Optional.empty();
        }
        OpenedEndpoint endpoint = endpoints.open(address);
        try {
            insert(source, endpoint.id(), caseTypes);
        } catch (DatabaseFailure failure) {
            if (!DatabaseFailure.isDuplicate(failure)) {
                throw failure;
            }
            // someone else began at the same moment: theirs stands, and our endpoint goes with the transaction
            context.setRollbackOnly();
            return Optional.empty();
        }
        sources.note(source, What.TOLD, "", address.toString(), by);
        sources.note(source, What.TOLD_TYPES, "", CaseTypeList.text(caseTypes), by);
        return Optional.of(endpoint.secret());
    }

    private void insert(String source, long endpoint, Set<String> caseTypes) {
        database.update(
                "INSERT INTO subscription (source, endpoint_id, case_types, state, told_up_to) VALUES (?, ?, ?, ?, ?)",
                source,
                endpoint,
                CaseTypeList.text(caseTypes),
                State.ACTIVE,
                events.latestChange());
    }

    @Override
    public void change(String source, URI address, Set<String> caseTypes, StaffId by) {
        Subscription before = find(source).orElseThrow();
        String types = CaseTypeList.text(caseTypes);
        if (!before.endpoint().address().equals(address)) {
            endpoints.move(before.endpoint().id(), address);
            sources.note(source, What.TOLD, before.endpoint().address().toString(), address.toString(), by);
        }
        if (!before.caseTypes().equals(new TreeSet<>(caseTypes))) {
            sources.note(source, What.TOLD_TYPES, CaseTypeList.text(before.caseTypes()), types, by);
        }
        // whatever was wrong may be mended by this
        database.update("UPDATE subscription SET case_types = ?, next_try_at = NULL WHERE source = ?", types, source);
    }

    @Override
    public boolean pause(String source, StaffId by) {
        boolean paused = database.update(
                        "UPDATE subscription SET state = ? WHERE source = ? AND state = ?",
                        State.PAUSED,
                        source,
                        State.ACTIVE)
                == 1;
        if (paused) {
            sources.note(source, What.TOLD_PAUSED, "", "", by);
        }
        return paused;
    }

    @Override
    public boolean resume(String source, StaffId by) {
        boolean resumed = database.update(
                        "UPDATE subscription SET state = ?, refused = 0, failures = 0, failing_since = NULL,"
                                + " failure = NULL, next_try_at = NULL WHERE source = ? AND state <> ?",
                        State.ACTIVE,
                        source,
                        State.ACTIVE)
                == 1;
        if (resumed) {
            sources.note(source, What.TOLD_RESUMED, "", "", by);
        }
        return resumed;
    }

    @Override
    public Optional<String> rotate(String source, Duration overlap, StaffId by) {
        Optional<String> secret = kept(source).flatMap(kept -> endpoints.rotate(kept.endpoint(), overlap));
        secret.ifPresent(made -> sources.note(
                source, What.TOLD_SECRET, "", clock.instant().plus(overlap).toString(), by));
        return secret;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Verdict test(String source) {
        String id = UUID.randomUUID().toString();
        String body = JsonNodeFactory.instance
                .arrayNode()
                .add(JsonNodeFactory.instance
                        .objectNode()
                        .put("specversion", "1.0")
                        .put("id", id)
                        .put("source", "urn:knutpunkt")
                        .put("type", "se.kommun.arende.prov.v1")
                        .put("time", clock.instant().toString()))
                .toString();
        long endpoint = kept(source).orElseThrow().endpoint();
        return courier.send(endpoint, new Message("t-" + id, CloudEvents.BATCH, body.getBytes(StandardCharsets.UTF_8)));
    }
}
