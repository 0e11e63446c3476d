package se.knutpunkt.hub.deadletter;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.source.Verdict;

/** Dead letters in their table. */
@Stateless
public class SqlDeadLetters implements DeadLetters {
    private static final String COLUMNS =
            "id, source, kind, external_id, case_type, state, received_at, last_at, seen, event_id";
    /** The database takes no statement above 16 MiB. */
    private static final long STATEMENT_BYTES = 4L * 1_048_576;

    private static final int STATEMENT_ROWS = 100;
    private static final int TRIES = 3;
    private static final int STEPS = 100;

    @Inject
    Database database;

    @Inject
    LetterSeals seals;

    @Inject
    LetterRooms rooms;

    @Inject
    LetterTable table;

    @Inject
    Clock clock;

    @EJB
    StaffMembers staff;

    @EJB
    AccessLog log;

    /** A letter ready to be written. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only bound to a SQL parameter
    private record Sized(NewLetter letter, byte[] same, long bytes) {}

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void keep(String source, List<NewLetter> letters) {
        List<Sized> fit = new ArrayList<>();
        List<Sized> beyond = new ArrayList<>();
        long unwritten = letters.size();
        try {
            for (NewLetter letter : letters) {
                long bytes = letter.document().getBytes(StandardCharsets.UTF_8).length;
                if (bytes <= LetterBounds.DOCUMENT_BYTES) {
                    Sized sized = new Sized(letter, seals.same(source, letter), bytes);
                    (rooms.take(source, bytes) ? fit : beyond).add(sized);
                }
            }
            // always in the same order, so that nodes that write at once wait for each other and do not lock up
            fit.sort((one, other) -> Arrays.compare(one.same(), other.same()));
            for (List<Sized> group : grouped(fit)) {
                insert(source, group);
                unwritten -= group.size();
            }
            unwritten -= countUp(beyond);
        } finally {
            rooms.over(source, unwritten);
        }
    }

    private static List<List<Sized>> grouped(List<Sized> letters) {
        List<List<Sized>> groups = new ArrayList<>();
        long bytes = 0;
        for (Sized letter : letters) {
            List<Sized> last = groups.isEmpty() ? null : groups.get(groups.size() - 1);
            if (last == null || last.size() == STATEMENT_ROWS || bytes + letter.bytes() > STATEMENT_BYTES) {
                last = new ArrayList<>();
                groups.add(last);
                bytes = 0;
            }
            last.add(letter);
            bytes += letter.bytes();
        }
        return groups;
    }

    private void insert(String source, List<Sized> group) {
        Instant now = clock.instant();
        Values rows = Values.of(13);
        long bytes = 0;
        for (Sized sized : group) {
            NewLetter letter = sized.letter();
            bytes += sized.bytes();
            rows.row(
                    source,
                    letter.kind(),
                    letter.externalId(),
                    letter.caseType(),
                    LetterState.WAITING,
                    sized.same(),
                    now,
                    now,
                    1,
                    sized.bytes(),
                    letter.partial(),
                    seals.document(letter.document()),
                    seals.faults(letter.faults()));
        }
        int changed = untilDone(
                "INSERT INTO dead_letter (source, kind, external_id, case_type, state, same_again, received_at, last_at,"
                        + " seen, bytes, partial, document_sealed, faults_sealed) VALUES " + rows.rows()
                        + " ON DUPLICATE KEY UPDATE seen = seen + 1, last_at = VALUES(last_at)",
                rows.bound());
        // the database counts a new row as one, and one that was there as two
        int repeated = changed - group.size();
        if (repeated > 0) {
            rooms.giveBack(source, repeated, bytes * repeated / group.size());
        }
    }

    /** What is beyond the bound but waits already only counts up; tells how many events that were. */
    private int countUp(List<Sized> beyond) {
        if (beyond.isEmpty()) {
            return 0;
        }
        Values same = Values.of(beyond.stream().map(Sized::same).toList());
        return untilDone(
                "UPDATE dead_letter SET seen = seen + 1, last_at = ? WHERE same_again IN (" + same.rows() + ")",
                same.boundAfter(clock.instant()));
    }

    private int untilDone(String sql, @Nullable Object... values) {
        for (int tries = 1; ; tries++) {
            try {
                return database.update(sql, values);
            } catch (DatabaseFailure failure) {
                if (tries == TRIES || !DatabaseFailure.isDeadlock(failure)) {
                    throw failure;
                }
            }
        }
    }

    @Override
    public List<Letter> list(LetterFilter filter, @Nullable Long before, int most) {
        LetterFilter.Condition condition = filter.condition();
        List<@Nullable Object> values = new ArrayList<>(condition.values());
        values.add(before == null ? Long.MAX_VALUE : before);
        values.add(most);
        return database.query(
                "SELECT " + COLUMNS + " FROM dead_letter WHERE " + condition.sql()
                        + " AND id < ? ORDER BY id DESC LIMIT ?",
                SqlDeadLetters::letter,
                values.toArray());
    }

    @Override
    public long count(LetterFilter filter) {
        LetterFilter.Condition condition = filter.condition();
        return database.first(
                        "SELECT COUNT(*) AS letters FROM dead_letter WHERE " + condition.sql(),
                        row -> row.number("letters"),
                        condition.values().toArray())
                .orElse(0L);
    }

    @Override
    public List<LetterCount> waiting() {
        return database.query(
                "SELECT source, kind, COUNT(*) AS letters, SUM(seen) AS seen FROM dead_letter WHERE state = 'WAITING'"
                        + " GROUP BY source, kind ORDER BY letters DESC, source, kind",
                row -> new LetterCount(
                        row.text("source"),
                        Verdict.valueOf(row.text("kind")),
                        row.number("letters"),
                        row.number("seen")));
    }

    @Override
    public Map<String, Long> over(LocalDate since) {
        Map<String, Long> over = new TreeMap<>();
        database.query(
                        "SELECT source, SUM(events) AS events FROM dead_letter_over WHERE day >= ? GROUP BY source",
                        row -> Map.entry(row.text("source"), row.number("events")),
                        since)
                .forEach(one -> over.put(one.getKey(), one.getValue()));
        return over;
    }

    /** A letter that is opened, with its texts still sealed. */
    @SuppressWarnings("ArrayRecordComponent") // opened once and dropped
    private record Sealed(
            Letter letter,
            boolean partial,
            byte @Nullable [] document,
            byte @Nullable [] faults,
            byte @Nullable [] draft,
            byte @Nullable [] draftFaults,
            @Nullable String draftKind) {}

    @Override
    public Optional<OpenLetter> open(long id, StaffId by) {
        Optional<Sealed> found = database.first(
                "SELECT " + COLUMNS + ", partial, document_sealed, faults_sealed, draft_sealed, draft_faults_sealed,"
                        + " draft_kind FROM dead_letter WHERE id = ?",
                row -> new Sealed(
                        letter(row),
                        row.flag("partial"),
                        row.bytesOrNull("document_sealed"),
                        row.bytesOrNull("faults_sealed"),
                        row.bytesOrNull("draft_sealed"),
                        row.bytesOrNull("draft_faults_sealed"),
                        row.textOrNull("draft_kind")),
                id);
        found.ifPresent(letter -> log.note(new Look(
                "staff:" + by.value(), "SYSTEM_MANAGER", "DEAD_LETTERS", "dead-letter:" + id, null, "system-manager")));
        return found.map(kept -> new OpenLetter(
                kept.letter(),
                seals.document(kept.document()),
                kept.partial(),
                seals.faults(kept.faults()),
                seals.draft(kept.draft()),
                kept.draftKind() == null ? null : Verdict.valueOf(kept.draftKind()),
                seals.faults(kept.draftFaults()),
                steps(id)));
    }

    private List<LetterStep> steps(long id) {
        record Line(@Nullable Long by, LetterStep nameless) {}
        List<Line> lines = database.query(
                "SELECT done_at, by_staff, what, kind, edited, document_sealed, note_sealed FROM dead_letter_step"
                        + " WHERE letter_id = ? ORDER BY id DESC LIMIT ?",
                row -> new Line(
                        row.numberOrNull("by_staff"),
                        new LetterStep(
                                row.instant("done_at"),
                                "",
                                LetterStep.What.valueOf(row.text("what")),
                                kind(row.textOrNull("kind")),
                                row.flag("edited"),
                                seals.step(row.bytesOrNull("document_sealed")),
                                seals.note(row.bytesOrNull("note_sealed")))),
                id,
                STEPS);
        Set<StaffId> people = lines.stream()
                .map(Line::by)
                .filter(Objects::nonNull)
                .map(StaffId::new)
                .collect(Collectors.toCollection(HashSet::new));
        Map<StaffId, String> names = people.isEmpty() ? Map.of() : staff.names(people);
        return lines.stream()
                .map(line -> {
                    LetterStep step = line.nameless();
                    Long member = line.by();
                    String name = member == null ? "" : names.getOrDefault(new StaffId(member), "");
                    return new LetterStep(
                            step.at(), name, step.what(), step.kind(), step.edited(), step.document(), step.note());
                })
                .toList();
    }

    @Override
    public Optional<LetterClaim> claim(long id) {
        return table.claim(List.of(id)).stream().findFirst();
    }

    @Override
    public List<LetterClaim> claimAll(List<Long> ids) {
        return table.claim(ids);
    }

    @Override
    public boolean settle(LetterClaim claim, LetterAttempt attempt, StaffId by) {
        return table.settle(claim, attempt, by, null);
    }

    @Override
    public boolean release(LetterClaim claim, @Nullable String edited) {
        return database.update(
                        "UPDATE dead_letter SET claim = NULL, claimed_until = NULL, draft_sealed = COALESCE(?, draft_sealed)"
                                + " WHERE id = ? AND claim = ?",
                        seals.draft(edited),
                        claim.id(),
                        claim.claim())
                == 1;
    }

    @Override
    public boolean keepDraft(long id, String text) {
        return database.update(
                        "UPDATE dead_letter SET draft_sealed = ?, draft_faults_sealed = NULL, draft_kind = NULL"
                                + " WHERE id = ? AND state = 'WAITING'",
                        seals.draft(text),
                        id)
                == 1;
    }

    @Override
    public boolean purge(long id, String reason, StaffId by) {
        return table.purge(List.of(id), reason, by, null) == 1;
    }

    private static @Nullable Verdict kind(@Nullable String name) {
        return name == null ? null : Verdict.valueOf(name);
    }

    private static Letter letter(Row row) {
        return new Letter(
                row.number("id"),
                row.text("source"),
                Verdict.valueOf(row.text("kind")),
                row.text("external_id"),
                row.text("case_type"),
                LetterState.valueOf(row.text("state")),
                row.instant("received_at"),
                row.instant("last_at"),
                row.number("seen"),
                row.textOrNull("event_id"));
    }
}
