package se.knutpunkt.hub.source;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.source.SourceChange.What;

/** The source systems by plain SQL. A change of a source takes its row first, so that its history tells one order. */
@Stateless
public class SqlSourceRegister implements SourceRegister {
    private static final String SELECT = """
            SELECT s.code, s.name_sv, s.name_en, s.authority, s.networks, s.expected_rhythm_minutes,
                   s.events_per_minute, s.version, s.registered_at, s.last_heard_at, s.closed_at, s.silent_since,
                   (SELECT GROUP_CONCAT(t.case_type SEPARATOR ',') FROM source_case_type t WHERE t.source = s.code)
                     AS case_types,
                   (SELECT GROUP_CONCAT(t.case_type SEPARATOR ',') FROM source_asks_case_type t
                     WHERE t.source = s.code) AS asks
              FROM source_system s
            """;
    private static final String COUNTS = "revoked_at IS NULL AND (ends_at IS NULL OR ends_at > ?)";
    private static final int CHANGES = 100;

    @Inject
    Database database;

    @EJB
    StaffMembers staff;

    @Inject
    Clock clock;

    @Override
    public List<KeptSource> all() {
        return database.query(SELECT + " ORDER BY s.code", SqlSourceRegister::source);
    }

    @Override
    public Optional<KeptSource> find(String code) {
        return database.first(SELECT + " WHERE s.code = ?", SqlSourceRegister::source, code);
    }

    @Override
    public int silent() {
        return database.first("""
                        SELECT COUNT(*) AS silent FROM source_system WHERE closed_at IS NULL
                           AND COALESCE(last_heard_at, registered_at) < ? - INTERVAL expected_rhythm_minutes MINUTE
                        """, row -> (int) row.number("silent"), clock.instant())
                .orElseThrow();
    }

    @Override
    public Map<String, SourceRates> rates() {
        Instant now = clock.instant();
        Instant hour = now.minus(Duration.ofHours(1));
        Map<String, Map<Verdict, Long>> day = new HashMap<>();
        Map<String, Long> lastHour = new HashMap<>();
        List<Sum> sums = database.query(
                "SELECT source, verdict, SUM(events) AS of_day, SUM(IF(from_at > ?, events, 0)) AS of_hour"
                        + " FROM source_figure WHERE from_at > ? GROUP BY source, verdict",
                Sum::of,
                hour,
                now.minus(Duration.ofDays(1)));
        for (Sum sum : sums) {
            day.computeIfAbsent(sum.source(), source -> new EnumMap<>(Verdict.class))
                    .put(sum.verdict(), sum.day());
            if (sum.verdict() == Verdict.TAKEN) {
                lastHour.put(sum.source(), sum.hour());
            }
        }
        Map<String, SourceRates> rates = new HashMap<>();
        day.forEach((source, verdicts) -> {
            Long taken = verdicts.remove(Verdict.TAKEN);
            rates.put(source, new SourceRates(lastHour.getOrDefault(source, 0L), taken == null ? 0 : taken, verdicts));
        });
        return rates;
    }

    @Override
    public List<SourceKey> keys(String code) {
        List<KeyRow> rows = database.query(
                "SELECT id, hint, made_at, made_by, ends_at, last_used_at, revoked_at, revoked_by FROM source_key"
                        + " WHERE source = ? ORDER BY id DESC",
                KeyRow::of,
                code);
        Map<StaffId, String> names =
                staff.names(rows.stream().flatMap(KeyRow::people).collect(Collectors.toSet()));
        return rows.stream().map(row -> row.key(names)).toList();
    }

    @Override
    public Map<String, Integer> livingKeys() {
        return database
                .query(
                        "SELECT source, COUNT(*) AS living FROM source_key WHERE " + COUNTS + " GROUP BY source",
                        row -> Map.entry(row.text("source"), (int) row.number("living")),
                        clock.instant())
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public List<SourceChange> changes(String code) {
        record Line(Instant at, StaffId by, What what, String before, String after) {}
        List<Line> lines = database.query(
                "SELECT changed_at, changed_by, what, value_before, value_after FROM source_change WHERE source = ?"
                        + " ORDER BY id DESC LIMIT ?",
                row -> new Line(
                        row.instant("changed_at"),
                        new StaffId(row.number("changed_by")),
                        What.valueOf(row.text("what")),
                        row.text("value_before"),
                        row.text("value_after")),
                code,
                CHANGES);
        Map<StaffId, String> names = staff.names(lines.stream().map(Line::by).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> new SourceChange(
                        line.at(), names.getOrDefault(line.by(), ""), line.what(), line.before(), line.after()))
                .toList();
    }

    @Override
    public boolean add(SourceSettings settings, StaffId by) {
        if (settings.code().equals(SourceSystem.PORTAL)) {
            return false;
        }
        boolean added = database.update(
                        "INSERT IGNORE INTO source_system (code, name_sv, name_en, authority, networks,"
                                + " expected_rhythm_minutes, events_per_minute, registered_at)"
                                + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                        settings.code(),
                        settings.name().sv(),
                        settings.name().en(),
                        settings.authority(),
                        settings.networks(),
                        settings.rhythm().toMinutes(),
                        settings.eventsPerMinute(),
                        clock.instant())
                == 1;
        if (added) {
            addCaseTypes(settings.code(), settings.caseTypes());
            addAsks(settings.code(), settings.asks());
            note(settings.code(), What.REGISTERED, "", "", by);
        }
        return added;
    }

    @Override
    public boolean change(SourceSettings settings, int seen, StaffId by) {
        String code = settings.code();
        KeptSource kept = locked(code).orElse(null);
        if (kept == null) {
            return false;
        }
        Map<What, String> before = values(kept.settings());
        Map<What, String> after = values(settings);
        if (before.equals(after)) {
            return true;
        }
        if (kept.version() != seen) {
            return false;
        }
        database.update(
                "UPDATE source_system SET name_sv = ?, name_en = ?, authority = ?, networks = ?,"
                        + " expected_rhythm_minutes = ?, events_per_minute = ?, version = version + 1 WHERE code = ?",
                settings.name().sv(),
                settings.name().en(),
                settings.authority(),
                settings.networks(),
                settings.rhythm().toMinutes(),
                settings.eventsPerMinute(),
                code);
        if (!kept.settings().caseTypes().equals(settings.caseTypes())) {
            database.update("DELETE FROM source_case_type WHERE source = ?", code);
            addCaseTypes(code, settings.caseTypes());
        }
        if (!kept.settings().asks().equals(settings.asks())) {
            database.update("DELETE FROM source_asks_case_type WHERE source = ?", code);
            addAsks(code, settings.asks());
        }
        before.forEach((what, value) -> {
            String now = after.getOrDefault(what, "");
            if (!value.equals(now)) {
                note(code, what, value, now, by);
            }
        });
        return true;
    }

    private void addCaseTypes(String code, Set<String> caseTypes) {
        caseTypes.forEach(
                type -> database.update("INSERT INTO source_case_type (source, case_type) VALUES (?, ?)", code, type));
    }

    private void addAsks(String code, Set<String> caseTypes) {
        caseTypes.forEach(type ->
                database.update("INSERT INTO source_asks_case_type (source, case_type) VALUES (?, ?)", code, type));
    }

    /** Each setting in words, in the order in which changes are told. */
    private static Map<What, String> values(SourceSettings settings) {
        Map<What, String> values = new EnumMap<>(What.class);
        values.put(What.NAME_SV, settings.name().sv());
        values.put(What.NAME_EN, settings.name().en());
        values.put(What.AUTHORITY, settings.authority());
        values.put(What.CASE_TYPES, String.join(", ", settings.caseTypes()));
        values.put(What.NETWORKS, settings.networks());
        values.put(What.RHYTHM, Long.toString(settings.rhythm().toMinutes()));
        values.put(What.LIMIT, Objects.toString(settings.eventsPerMinute(), ""));
        values.put(What.ASKS, String.join(", ", settings.asks()));
        return values;
    }

    @Override
    public Optional<String> makeKey(String code, @Nullable Duration othersEndIn, StaffId by) {
        if (locked(code).filter(source -> source.closed() == null).isEmpty()) {
            return Optional.empty();
        }
        Instant now = clock.instant();
        if (othersEndIn != null) {
            endLiving(code, now, now.plus(othersEndIn), by);
        }
        String key = KeyBits.draw();
        String hint = key.substring(0, KeyBits.HINT);
        database.update(
                "INSERT INTO source_key (key_sha256, source, hint, made_at, made_by) VALUES (?, ?, ?, ?, ?)",
                KeyBits.sha256(key),
                code,
                hint,
                now,
                by.value());
        note(code, What.KEY_MADE, "", hint, by);
        return Optional.of(key);
    }

    /** Ends the keys that count; one that ends earlier ends as it would have. */
    private void endLiving(String code, Instant now, Instant end, StaffId by) {
        for (SourceKey key : keys(code)) {
            Instant ends = key.ends();
            if (key.counts(now) && (ends == null || ends.isAfter(end))) {
                database.update("UPDATE source_key SET ends_at = ? WHERE id = ?", end, key.id());
                note(code, What.KEY_ENDS, key.hint(), end.toString(), by);
            }
        }
    }

    @Override
    public boolean revoke(String code, long key, StaffId by) {
        Instant now = clock.instant();
        locked(code);
        String hint = database.first(
                        "SELECT hint FROM source_key WHERE source = ? AND id = ? AND " + COUNTS,
                        row -> row.text("hint"),
                        code,
                        key,
                        now)
                .orElse(null);
        if (hint == null) {
            return false;
        }
        database.update("UPDATE source_key SET revoked_at = ?, revoked_by = ? WHERE id = ?", now, by.value(), key);
        note(code, What.KEY_REVOKED, hint, "", by);
        return true;
    }

    @Override
    public boolean close(String code, StaffId by) {
        boolean closed = database.update(
                        "UPDATE source_system SET closed_at = ?, silent_since = NULL, version = version + 1"
                                + " WHERE code = ? AND closed_at IS NULL",
                        clock.instant(),
                        code)
                == 1;
        if (closed) {
            note(code, What.CLOSED, "", "", by);
        }
        return closed;
    }

    @Override
    public boolean reopen(String code, StaffId by) {
        boolean reopened = database.update(
                        "UPDATE source_system SET closed_at = NULL, version = version + 1"
                                + " WHERE code = ? AND closed_at IS NOT NULL",
                        code)
                == 1;
        if (reopened) {
            note(code, What.REOPENED, "", "", by);
        }
        return reopened;
    }

    private Optional<KeptSource> locked(String code) {
        database.query("SELECT code FROM source_system WHERE code = ? FOR UPDATE", row -> row.text("code"), code);
        return find(code);
    }

    @Override
    public void note(String code, What what, String before, String after, StaffId by) {
        database.update(
                "INSERT INTO source_change (source, changed_at, changed_by, what, value_before, value_after)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                code,
                clock.instant(),
                by.value(),
                what,
                before,
                after);
    }

    private static KeptSource source(Row row) {
        Long limit = row.numberOrNull("events_per_minute");
        return new KeptSource(
                new SourceSettings(
                        row.text("code"),
                        new Name(row.text("name_sv"), row.text("name_en")),
                        row.text("authority"),
                        codes(row.textOrNull("case_types")),
                        row.text("networks"),
                        Duration.ofMinutes(row.number("expected_rhythm_minutes")),
                        limit == null ? null : limit.intValue(),
                        codes(row.textOrNull("asks"))),
                (int) row.number("version"),
                row.instant("registered_at"),
                row.instantOrNull("last_heard_at"),
                row.instantOrNull("closed_at"),
                row.instantOrNull("silent_since"));
    }

    private static SortedSet<String> codes(@Nullable String listed) {
        return SourceSettings.ordered(listed == null ? Set.of() : Set.of(listed.split(",")));
    }

    /** Events of one source and verdict. */
    private record Sum(String source, Verdict verdict, long day, long hour) {
        static Sum of(Row row) {
            return new Sum(
                    row.text("source"),
                    Verdict.valueOf(row.text("verdict")),
                    row.number("of_day"),
                    row.number("of_hour"));
        }
    }

    /** A key's row; it knows staff by id alone. */
    private record KeyRow(
            SourceKey nameless,
            @Nullable StaffId maker,
            @Nullable StaffId revoker) {
        static KeyRow of(Row row) {
            return new KeyRow(
                    new SourceKey(
                            row.number("id"),
                            row.text("hint"),
                            row.instantOrNull("made_at"),
                            null,
                            row.instantOrNull("ends_at"),
                            row.instantOrNull("last_used_at"),
                            row.instantOrNull("revoked_at"),
                            null),
                    member(row.numberOrNull("made_by")),
                    member(row.numberOrNull("revoked_by")));
        }

        private static @Nullable StaffId member(@Nullable Long id) {
            return id == null ? null : new StaffId(id);
        }

        Stream<StaffId> people() {
            return Stream.of(Optional.ofNullable(maker), Optional.ofNullable(revoker))
                    .flatMap(Optional::stream);
        }

        SourceKey key(Map<StaffId, String> names) {
            return new SourceKey(
                    nameless.id(),
                    nameless.hint(),
                    nameless.made(),
                    maker == null ? null : names.getOrDefault(maker, ""),
                    nameless.ends(),
                    nameless.lastUsed(),
                    nameless.revoked(),
                    revoker == null ? null : names.getOrDefault(revoker, ""));
        }
    }
}
