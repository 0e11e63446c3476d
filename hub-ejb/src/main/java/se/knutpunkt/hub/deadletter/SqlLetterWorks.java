package se.knutpunkt.hub.deadletter;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.source.Verdict;

/** Work on many letters in its table. A group and how far it brought the work are one transaction. */
@Stateless
public class SqlLetterWorks implements LetterWorks {
    /** Longer than a claim: when another node takes over, the letters of the one that died are free. */
    private static final Duration LEASE = LetterTable.CLAIM.plusSeconds(30);

    /** Of documents in a group, but for one that is larger alone. */
    private static final long GROUP_BYTES = 4L * 1_048_576;

    private static final String FILTER = "source, kind, case_type, external_id, from_at, to_at";

    @Inject
    Database database;

    @Inject
    LetterSeals seals;

    @Inject
    LetterTable table;

    @Inject
    Clock clock;

    @EJB
    StaffMembers staff;

    @Override
    public Preview preview(LetterFilter filter) {
        LetterFilter.Condition condition = filter.in(LetterState.WAITING).condition();
        return database.first(
                        "SELECT COUNT(*) AS letters, COALESCE(MAX(id), 0) AS last FROM dead_letter WHERE "
                                + condition.sql(),
                        row -> new Preview(row.number("letters"), row.number("last")),
                        condition.values().toArray())
                .orElseThrow();
    }

    @Override
    public long ask(LetterWork.What what, LetterFilter filter, long lastId, @Nullable String reason, StaffId by) {
        return database.insert(
                "INSERT INTO dead_letter_work (what, " + FILTER
                        + ", last_id, done_to, letters, reason_sealed, asked_at,"
                        + " asked_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, 0, ?, ?, ?, ?)",
                what,
                filter.source(),
                filter.kind() == null ? "" : filter.kind(),
                filter.caseType(),
                filter.externalId(),
                filter.from(),
                filter.to(),
                lastId,
                left(filter, 0, lastId),
                seals.reason(reason),
                clock.instant(),
                by.value());
    }

    private long left(LetterFilter filter, long doneTo, long lastId) {
        LetterFilter.Condition condition = filter.in(LetterState.WAITING).condition();
        List<Object> values = new ArrayList<>(condition.values());
        values.add(doneTo);
        values.add(lastId);
        return database.first(
                        "SELECT COUNT(*) AS letters FROM dead_letter WHERE " + condition.sql()
                                + " AND id > ? AND id <= ?",
                        row -> row.number("letters"),
                        values.toArray())
                .orElse(0L);
    }

    @Override
    public List<LetterWork> latest(int most) {
        record Line(LetterWork nameless, StaffId by) {}
        List<Line> lines = database.query(
                "SELECT id, what, " + FILTER + ", letters, asked_at, asked_by, done_at FROM dead_letter_work"
                        + " ORDER BY id DESC LIMIT ?",
                row -> new Line(
                        new LetterWork(
                                row.number("id"),
                                LetterWork.What.valueOf(row.text("what")),
                                filter(row),
                                row.number("letters"),
                                row.instant("asked_at"),
                                "",
                                row.instantOrNull("done_at"),
                                Map.of(),
                                Map.of()),
                        new StaffId(row.number("asked_by"))),
                most);
        if (lines.isEmpty()) {
            return List.of();
        }
        Map<StaffId, String> names = staff.names(lines.stream().map(Line::by).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> told(line.nameless(), names.getOrDefault(line.by(), "")))
                .toList();
    }

    /** With what became of its letters, which their steps tell. */
    private LetterWork told(LetterWork work, String by) {
        record Sum(LetterStep.What what, @Nullable Verdict kind, long letters) {}
        Map<LetterStep.What, Long> results = new EnumMap<>(LetterStep.What.class);
        Map<Verdict, Long> refused = new EnumMap<>(Verdict.class);
        database.query(
                        "SELECT what, kind, COUNT(*) AS letters FROM dead_letter_step WHERE work_id = ? GROUP BY what, kind",
                        row -> {
                            String kind = row.textOrNull("kind");
                            return new Sum(
                                    LetterStep.What.valueOf(row.text("what")),
                                    kind == null ? null : Verdict.valueOf(kind),
                                    row.number("letters"));
                        },
                        work.id())
                .forEach(sum -> {
                    results.merge(sum.what(), sum.letters(), Long::sum);
                    if (sum.kind() != null) {
                        refused.merge(sum.kind(), sum.letters(), Long::sum);
                    }
                });
        return new LetterWork(
                work.id(), work.what(), work.filter(), work.letters(), work.asked(), by, work.done(), results, refused);
    }

    @Override
    public Optional<Group> next(int most) {
        String lease = UUID.randomUUID().toString();
        Instant now = clock.instant();
        int leased = database.update(
                "UPDATE dead_letter_work SET lease = ?, leased_until = ? WHERE done_at IS NULL"
                        + " AND (leased_until IS NULL OR leased_until < ?) ORDER BY id LIMIT 1",
                lease,
                now.plus(LEASE),
                now);
        if (leased == 0) {
            return Optional.empty();
        }
        record Asked(
                long id,
                LetterWork.What what,
                LetterFilter filter,
                long doneTo,
                long lastId,
                String reason,
                StaffId by) {}
        return database.first(
                        "SELECT id, what, " + FILTER
                                + ", done_to, last_id, reason_sealed, asked_by FROM dead_letter_work"
                                + " WHERE lease = ?",
                        row -> new Asked(
                                row.number("id"),
                                LetterWork.What.valueOf(row.text("what")),
                                filter(row),
                                row.number("done_to"),
                                row.number("last_id"),
                                seals.reason(row.bytesOrNull("reason_sealed")),
                                new StaffId(row.number("asked_by"))),
                        lease)
                .map(asked -> new Group(
                        asked.id(),
                        asked.what(),
                        asked.reason(),
                        asked.by(),
                        letters(asked.filter(), asked.doneTo(), asked.lastId(), most),
                        lease));
    }

    private List<Long> letters(LetterFilter filter, long doneTo, long lastId, int most) {
        LetterFilter.Condition condition = filter.in(LetterState.WAITING).condition();
        List<Object> values = new ArrayList<>(condition.values());
        values.add(doneTo);
        values.add(lastId);
        values.add(most);
        record Sized(long id, long bytes) {}
        List<Sized> next = database.query(
                "SELECT id, bytes FROM dead_letter WHERE " + condition.sql()
                        + " AND id > ? AND id <= ? ORDER BY id LIMIT ?",
                row -> new Sized(row.number("id"), row.number("bytes")),
                values.toArray());
        List<Long> group = new ArrayList<>();
        long bytes = 0;
        for (Sized letter : next) {
            bytes += letter.bytes();
            if (!group.isEmpty() && bytes > GROUP_BYTES) {
                break;
            }
            group.add(letter.id());
        }
        return group;
    }

    @Override
    public boolean settle(Group group, List<LetterClaim> claims, List<LetterAttempt> attempts) {
        if (!advanced(group)) {
            return false;
        }
        for (int i = 0; i < claims.size(); i++) {
            table.settle(claims.get(i), attempts.get(i), group.by(), group.work());
        }
        return true;
    }

    @Override
    public boolean purge(Group group) {
        if (!advanced(group)) {
            return false;
        }
        table.purge(group.letters(), group.reason(), group.by(), group.work());
        return true;
    }

    /** Beyond the group, and free for the next hand; false when another hand has it already. */
    private boolean advanced(Group group) {
        long last = group.letters().get(group.letters().size() - 1);
        return database.update(
                        "UPDATE dead_letter_work SET done_to = ?, lease = NULL, leased_until = NULL"
                                + " WHERE id = ? AND lease = ?",
                        last,
                        group.work(),
                        group.lease())
                == 1;
    }

    @Override
    public void finish(Group group) {
        database.update(
                "UPDATE dead_letter_work SET done_at = ?, lease = NULL, leased_until = NULL WHERE id = ? AND lease = ?",
                clock.instant(),
                group.work(),
                group.lease());
    }

    private static LetterFilter filter(Row row) {
        String kind = row.text("kind");
        return new LetterFilter(
                row.text("source"),
                kind.isEmpty() ? null : Verdict.valueOf(kind),
                row.text("case_type"),
                row.text("external_id"),
                LetterState.WAITING,
                row.instantOrNull("from_at"),
                row.instantOrNull("to_at"));
    }
}
