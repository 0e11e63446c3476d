package se.knutpunkt.eforms.handover;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.submission.TakingOver.JustSent;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.vault.Vault;

/** The rows of {@code handover} and {@code handover_step}. */
@ApplicationScoped
class HandoverTable {

    private static final String WORDS = "handover_step.words";
    private static final String SELECT = "SELECT " + Handover.COLUMNS + " FROM handover ";
    private static final String OPEN = "state IN ('WAITING', 'DELIVERED', 'REFUSED', 'GIVEN_UP')";

    /** Enough for staff to see what is going on. */
    private static final int MOST_NUMBERS = 20;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** A step as kept. */
    record Step(
            Instant at,
            HandoverStep.What what,
            @Nullable Failure failure,
            @Nullable StaffId by,
            String words) {}

    /** Keeps a new hand-over; answers its public id. */
    String insert(JustSent sent, HandoverRule rule) {
        Instant now = clock.instant();
        String id = UUID.randomUUID().toString();
        long row = database.insert(
                "INSERT INTO handover (public_id, submission_id, case_id, case_number, form_slug, authority, source, format,"
                        + " endpoint_id, sender_level, state, tries, failures, begun_at, sent_since, due_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, 0, ?, ?, ?)",
                id,
                sent.submission(),
                sent.opened().id(),
                sent.opened().caseNumber(),
                sent.form(),
                sent.authority(),
                rule.source(),
                rule.format(),
                rule.endpoint(),
                sent.level() == null ? null : sent.level().code(),
                HandoverState.WAITING,
                now,
                now,
                now.plus(rule.alarmAfter()));
        step(row, HandoverStep.What.BEGUN, null, null, "");
        return id;
    }

    void step(long handover, HandoverStep.What what, @Nullable Failure failure, @Nullable StaffId by, String words) {
        database.update(
                "INSERT INTO handover_step (handover_id, at, what, failure, staff, words_sealed) VALUES (?, ?, ?, ?, ?, ?)",
                handover,
                clock.instant(),
                what,
                failure == null ? null : failure.text(),
                by == null ? null : by.value(),
                words.isEmpty() ? null : vault.sealBytes(words.getBytes(StandardCharsets.UTF_8), WORDS));
    }

    /**
     * Keeps a step with a number that was told in vain, once for each number; the caller has locked the hand-over. No more
     * than {@link #MOST_NUMBERS} of a kind: a system that tells one after the other fills nothing.
     */
    void numberStep(long handover, HandoverStep.What what, String number) {
        List<String> told = database.query(
                "SELECT words_sealed FROM handover_step WHERE handover_id = ? AND what = ?",
                row -> opened(row.bytesOrNull("words_sealed")),
                handover,
                what);
        if (told.size() < MOST_NUMBERS && !told.contains(number)) {
            step(handover, what, null, null, number);
        }
    }

    private String opened(byte @Nullable [] words) {
        return words == null ? "" : new String(vault.openBytes(words, WORDS), StandardCharsets.UTF_8);
    }

    Optional<Handover> find(String id) {
        return database.first(SELECT + "WHERE public_id = ?", Handover::of, id);
    }

    /** Takes the row until the transaction ends. */
    Optional<Handover> lock(String id) {
        return database.first(SELECT + "WHERE public_id = ? FOR UPDATE", Handover::of, id);
    }

    void become(long row, HandoverState state) {
        database.update("UPDATE handover SET state = ? WHERE id = ?", state, row);
    }

    /** Somebody should look at once: whatever its time was, it is out. */
    void giveUp(long row) {
        database.update(
                "UPDATE handover SET state = ?, due_at = LEAST(due_at, ?) WHERE id = ?",
                HandoverState.GIVEN_UP,
                clock.instant(),
                row);
    }

    /** Why the last try failed; null when something else has happened since, or nothing. */
    @Nullable
    Failure lastFailure(long handover) {
        return database.first(
                        "SELECT failure FROM handover_step WHERE handover_id = ? ORDER BY id DESC LIMIT 1",
                        row -> Optional.ofNullable(row.textOrNull("failure")),
                        handover)
                .flatMap(Function.identity())
                .map(Failure::parse)
                .orElse(null);
    }

    /** Those that were given up, the oldest first. */
    List<String> givenUp(@Nullable String form, @Nullable String source, int most) {
        return database.query(
                "SELECT public_id FROM handover WHERE state = 'GIVEN_UP' AND form_slug = COALESCE(?, form_slug)"
                        + " AND source = COALESCE(?, source) ORDER BY id LIMIT ?",
                row -> row.text("public_id"),
                form,
                source,
                most);
    }

    void taken(long row, String number) {
        database.update(
                "UPDATE handover SET state = ?, taken_number = ?, taken_at = ? WHERE id = ?",
                HandoverState.TAKEN,
                number,
                clock.instant(),
                row);
    }

    void tryAgain(Handover one) {
        database.update(
                "UPDATE handover SET tries = tries + 1, failures = failures + 1 WHERE id = ? AND tries = ?",
                one.row(),
                one.tries());
    }

    void startAgain(Handover one) {
        database.update(
                "UPDATE handover SET state = ?, tries = tries + 1, failures = 0, sent_since = ? WHERE id = ?",
                HandoverState.WAITING,
                clock.instant(),
                one.row());
    }

    List<Handover> list(HandoverQuery query) {
        List<String> conditions = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        if (query.state() != null) {
            conditions.add("state = ?");
            values.add(query.state());
        }
        if (query.form() != null) {
            conditions.add("form_slug = ?");
            values.add(query.form());
        }
        if (query.source() != null) {
            conditions.add("source = ?");
            values.add(query.source());
        }
        if (query.caseNumber() != null) {
            conditions.add("id IN (SELECT id FROM handover WHERE case_number = ? UNION"
                    + " SELECT id FROM handover WHERE taken_number = ?)");
            values.add(query.caseNumber());
            values.add(query.caseNumber());
        }
        if (query.before() > 0) {
            conditions.add("id < ?");
            values.add(query.before());
        }
        String where = conditions.isEmpty() ? "" : "WHERE " + String.join(" AND ", conditions);
        values.add(HandoverQuery.PAGE + 1);
        return database.query(SELECT + where + " ORDER BY id DESC LIMIT ?", Handover::of, values.toArray());
    }

    Map<HandoverState, Long> counts() {
        Map<HandoverState, Long> counts = new EnumMap<>(HandoverState.class);
        database.query(
                        "SELECT state, COUNT(*) AS many FROM handover GROUP BY state",
                        row -> Map.entry(HandoverState.valueOf(row.text("state")), row.number("many")))
                .forEach(one -> counts.put(one.getKey(), one.getValue()));
        return counts;
    }

    int overdue() {
        return database.first(
                        "SELECT COUNT(*) AS many FROM handover WHERE " + OPEN + " AND due_at <= ?",
                        row -> (int) row.number("many"),
                        clock.instant())
                .orElse(0);
    }

    /** Marks those that became overdue; how many. Each is counted once, by one node. */
    int alarm() {
        return database.update(
                "UPDATE handover SET alarmed_at = ? WHERE " + OPEN + " AND due_at <= ? AND alarmed_at IS NULL",
                clock.instant(),
                clock.instant());
    }

    List<Step> steps(long handover) {
        return database.query(
                "SELECT at, what, failure, staff, words_sealed FROM handover_step WHERE handover_id = ? ORDER BY id DESC"
                        + " LIMIT 200",
                row -> {
                    String failure = row.textOrNull("failure");
                    Long by = row.numberOrNull("staff");
                    return new Step(
                            row.instant("at"),
                            HandoverStep.What.valueOf(row.text("what")),
                            failure == null ? null : Failure.parse(failure),
                            by == null ? null : new StaffId(by),
                            opened(row.bytesOrNull("words_sealed")));
                },
                handover);
    }
}
