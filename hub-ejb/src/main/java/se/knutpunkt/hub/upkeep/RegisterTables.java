package se.knutpunkt.hub.upkeep;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.register.Authority;
import se.knutpunkt.hub.register.Branch;
import se.knutpunkt.hub.register.CaseKind;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.Filing;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.ProcessStep;
import se.knutpunkt.hub.register.Promise;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Retention;
import se.knutpunkt.hub.register.Sector;
import se.knutpunkt.hub.register.Sheet;

/** The tables of the register, as entries. A few hundred rows: it is read whole. */
@ApplicationScoped
class RegisterTables {

    @Inject
    Database database;

    private record Versioned<T>(T value, boolean closed, int version) {
        Entry entry(Sheet sheet) {
            return new Entry(sheet, closed ? Stage.CLOSED : Stage.LIVE, version);
        }
    }

    /** Takes the turn to change the register, until the transaction's end. */
    void takeTurn() {
        database.update("INSERT INTO register_revision (id, revision) VALUES (1, 1)"
                + " ON DUPLICATE KEY UPDATE revision = revision + 1");
    }

    Register read() {
        long revision = database.first(
                        "SELECT revision FROM register_revision WHERE id = 1", row -> row.number("revision"))
                .orElse(0L);
        List<Entry> entries = new ArrayList<>();
        Map<String, Authority> authorities = new HashMap<>();
        for (Versioned<Authority> one : authorities()) {
            authorities.put(one.value().code(), one.value());
            entries.add(one.entry(Sheet.of(one.value())));
        }
        Map<String, Branch> branches = new HashMap<>();
        for (Versioned<Branch> one : branches()) {
            branches.put(one.value().code(), one.value());
            entries.add(one.entry(Sheet.of(one.value())));
        }
        for (Versioned<CaseType> one : types(authorities, branches)) {
            entries.add(one.entry(Sheet.of(one.value())));
        }
        entries.addAll(database.query(
                "SELECT content FROM register_draft",
                row -> EntryJson.read(RegisterKind.CASE_TYPE, row.text("content"))));
        return new Register(entries, revision);
    }

    private List<Versioned<Authority>> authorities() {
        return database.query(
                "SELECT code, name_sv, name_en, closed, version FROM authority",
                row -> versioned(row, new Authority(row.text("code"), name(row))));
    }

    private List<Versioned<Branch>> branches() {
        return database.query(
                "SELECT code, authority, name_sv, name_en, closed, version FROM branch",
                row -> versioned(row, new Branch(row.text("code"), row.text("authority"), name(row))));
    }

    private List<Versioned<CaseType>> types(Map<String, Authority> authorities, Map<String, Branch> branches) {
        Map<String, List<ProcessStep>> steps = new LinkedHashMap<>();
        database.query(
                "SELECT case_type, code, name_sv, name_en, signals, diary_event FROM process_step"
                        + " ORDER BY case_type, position",
                row -> steps.computeIfAbsent(row.text("case_type"), type -> new ArrayList<>())
                        .add(new ProcessStep(
                                row.text("code"), name(row), row.flag("signals"), row.flag("diary_event"))));
        return database.query(
                "SELECT code, prefix, name_sv, name_en, authority, branch, kind, information_class, document_type,"
                        + " diary_system, answered_by_sv, answered_by_en, promise_days, retention_rule,"
                        + " retention_ground, sector, legal_reading, closed, version FROM case_type",
                row -> versioned(row, type(row, authorities, branches, steps)));
    }

    private static CaseType type(
            Row row,
            Map<String, Authority> authorities,
            Map<String, Branch> branches,
            Map<String, List<ProcessStep>> steps) {
        String code = row.text("code");
        String branch = row.textOrNull("branch");
        Authority authority = authorities.get(row.text("authority"));
        if (authority == null) {
            throw new IllegalStateException("A case type without its authority");
        }
        return new CaseType(
                code,
                row.text("prefix"),
                name(row),
                authority,
                branch == null ? null : branches.get(branch),
                CaseKind.valueOf(row.text("kind")),
                new Filing(row.text("information_class"), row.text("document_type"), row.text("diary_system")),
                steps.getOrDefault(code, List.of()),
                new Promise(
                        new Name(row.text("answered_by_sv"), row.text("answered_by_en")),
                        Math.toIntExact(row.number("promise_days"))),
                new Retention(row.text("retention_rule"), row.text("retention_ground")),
                Sector.valueOf(row.text("sector")),
                row.text("legal_reading"),
                row.flag("closed"));
    }

    private static Name name(Row row) {
        return new Name(row.text("name_sv"), row.text("name_en"));
    }

    private static <T> Versioned<T> versioned(Row row, T value) {
        return new Versioned<>(value, row.flag("closed"), Math.toIntExact(row.number("version")));
    }

    // ---- writing

    /** Makes the tables hold {@code after} instead of {@code before}; null for nothing. */
    void write(@Nullable Entry before, @Nullable Entry after) {
        Entry any = after == null ? before : after;
        if (any == null) {
            return;
        }
        switch (any.kind()) {
            case AUTHORITY -> writeAuthority(before, after);
            case BRANCH -> writeBranch(before, after);
            case CASE_TYPE -> writeType(before, after);
        }
    }

    private void writeAuthority(@Nullable Entry before, @Nullable Entry after) {
        if (after == null) {
            delete("authority", before);
        } else if (before == null) {
            database.update(
                    "INSERT INTO authority (name_sv, name_en, closed, version, code) VALUES (?, ?, ?, ?, ?)",
                    named(after));
        } else {
            database.update(
                    "UPDATE authority SET name_sv = ?, name_en = ?, closed = ?, version = ? WHERE code = ?",
                    named(after));
        }
    }

    private void writeBranch(@Nullable Entry before, @Nullable Entry after) {
        if (after == null) {
            delete("branch", before);
            return;
        }
        if (before == null) {
            database.update(
                    "INSERT INTO branch (name_sv, name_en, closed, version, code, authority) VALUES (?, ?, ?, ?, ?, ?)",
                    after.text(Field.NAME_SV),
                    after.text(Field.NAME_EN),
                    after.stage() == Stage.CLOSED,
                    after.version(),
                    after.code(),
                    after.text(Field.AUTHORITY_CODE));
        } else {
            database.update(
                    "UPDATE branch SET name_sv = ?, name_en = ?, closed = ?, version = ? WHERE code = ?", named(after));
        }
    }

    private void delete(String table, @Nullable Entry entry) {
        if (entry != null) {
            database.update("DELETE FROM " + table + " WHERE code = ?", entry.code());
        }
    }

    private static @Nullable Object[] named(Entry entry) {
        return new Object[] {
            entry.text(Field.NAME_SV),
            entry.text(Field.NAME_EN),
            entry.stage() == Stage.CLOSED,
            entry.version(),
            entry.code()
        };
    }

    private void writeType(@Nullable Entry before, @Nullable Entry after) {
        boolean wasDraft = before != null && before.stage() == Stage.DRAFT;
        if (wasDraft) {
            delete("register_draft", before);
        }
        if (after == null) {
            return;
        }
        if (after.stage() == Stage.DRAFT) {
            database.update(
                    "INSERT INTO register_draft (code, content, version) VALUES (?, ?, ?)",
                    after.code(),
                    EntryJson.write(after),
                    after.version());
        } else if (before == null || wasDraft) {
            database.update(
                    "INSERT INTO case_type (prefix, name_sv, name_en, authority, branch, kind, information_class,"
                            + " document_type, diary_system, answered_by_sv, answered_by_en, promise_days,"
                            + " retention_rule, retention_ground, sector, legal_reading, closed, version, code)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                    columns(after));
            writeLists(after);
        } else {
            database.update(
                    "UPDATE case_type SET prefix = ?, name_sv = ?, name_en = ?, authority = ?, branch = ?, kind = ?,"
                            + " information_class = ?, document_type = ?, diary_system = ?, answered_by_sv = ?,"
                            + " answered_by_en = ?, promise_days = ?, retention_rule = ?, retention_ground = ?,"
                            + " sector = ?, legal_reading = ?, closed = ?, version = ? WHERE code = ?",
                    columns(after));
            database.update("DELETE FROM process_step WHERE case_type = ?", after.code());
            writeLists(after);
        }
    }

    private static @Nullable Object[] columns(Entry entry) {
        String branch = entry.text(Field.BRANCH_CODE);
        return new @Nullable Object[] {
            entry.text(Field.PREFIX),
            entry.text(Field.NAME_SV),
            entry.text(Field.NAME_EN),
            entry.text(Field.AUTHORITY_CODE),
            branch.isEmpty() ? null : branch,
            entry.text(Field.CASE_KIND),
            entry.text(Field.INFORMATION_CLASS),
            entry.text(Field.DOCUMENT_TYPE),
            entry.text(Field.DIARY_SYSTEM),
            entry.text(Field.ANSWERED_BY_SV),
            entry.text(Field.ANSWERED_BY_EN),
            Integer.parseInt(entry.text(Field.PROMISE_DAYS)),
            entry.text(Field.RETENTION_RULE),
            entry.text(Field.RETENTION_GROUND),
            entry.text(Field.SECTOR),
            entry.text(Field.LEGAL_READING),
            entry.stage() == Stage.CLOSED,
            entry.version(),
            entry.code()
        };
    }

    private void writeLists(Entry entry) {
        int position = 0;
        for (var step : entry.sheet().steps()) {
            database.update(
                    "INSERT INTO process_step (case_type, position, code, name_sv, name_en, signals, diary_event)"
                            + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                    entry.code(),
                    position++,
                    step.code(),
                    step.sv(),
                    step.en(),
                    step.signals(),
                    step.diaryEvent());
        }
    }

    /** Whether anything outside the register names an authority: a source, a workplace or a delegation, past ones too. */
    boolean isNamedAuthority(String code) {
        return database.first(
                        "SELECT authority FROM source_system WHERE authority = ?"
                                + " UNION SELECT authority FROM role_rule WHERE authority = ?"
                                + " UNION SELECT authority FROM delegation WHERE authority = ? OR unit_authority = ?"
                                + " LIMIT 1",
                        row -> row.text("authority"),
                        code,
                        code,
                        code,
                        code)
                .isPresent();
    }

    /** Whether a workplace or a delegation names a branch. */
    boolean isNamedBranch(String code) {
        return database.first(
                        "SELECT branch FROM role_rule WHERE branch = ?"
                                + " UNION SELECT branch FROM delegation WHERE branch = ? LIMIT 1",
                        row -> row.text("branch"),
                        code,
                        code)
                .isPresent();
    }
}
