package se.knutpunkt.hub.upkeep;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.register.RegisterKind;

/** Who changed what in the register. */
@ApplicationScoped
class RegisterHistory {
    private static final String SELECT =
            "SELECT kind, code, content_before, content_after, changed_at, changed_by FROM register_change ";

    @Inject
    Database database;

    @Inject
    Clock clock;

    @EJB
    StaffMembers staff;

    private record Line(
            EntryKey key, @Nullable Entry before, @Nullable Entry after, Instant at, StaffId by) {}

    void add(@Nullable Entry before, @Nullable Entry after, StaffId by) {
        Entry any = after == null ? before : after;
        if (any == null) {
            return;
        }
        // a draft that got another code takes its history along
        if (before != null && after != null && !before.code().equals(after.code())) {
            database.update(
                    "UPDATE register_change SET code = ? WHERE kind = ? AND code = ?",
                    after.code(),
                    any.kind(),
                    before.code());
        }
        database.update(
                "INSERT INTO register_change (kind, code, content_before, content_after, changed_at, changed_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                any.kind(),
                any.code(),
                EntryJson.write(before),
                EntryJson.write(after),
                clock.instant(),
                by.value());
    }

    List<Change> of(EntryKey key) {
        return changes(database.query(
                SELECT + "WHERE kind = ? AND code = ? ORDER BY id DESC LIMIT 200",
                RegisterHistory::line,
                key.kind(),
                key.code()));
    }

    List<Change> latest() {
        return changes(database.query(SELECT + "ORDER BY id DESC LIMIT 100", RegisterHistory::line));
    }

    private List<Change> changes(List<Line> lines) {
        Map<StaffId, String> names = staff.names(lines.stream().map(Line::by).collect(Collectors.toSet()));
        return lines.stream()
                .map(line -> new Change(
                        line.key(),
                        deed(line.before(), line.after()),
                        line.before(),
                        line.after(),
                        line.at(),
                        names.getOrDefault(line.by(), ""),
                        Difference.between(line.before(), line.after())))
                .toList();
    }

    private static Line line(Row row) {
        RegisterKind kind = RegisterKind.valueOf(row.text("kind"));
        return new Line(
                new EntryKey(kind, row.text("code")),
                entry(kind, row.textOrNull("content_before")),
                entry(kind, row.textOrNull("content_after")),
                row.instant("changed_at"),
                new StaffId(row.number("changed_by")));
    }

    private static @Nullable Entry entry(RegisterKind kind, @Nullable String content) {
        return content == null ? null : EntryJson.read(kind, content);
    }

    static Change.Deed deed(@Nullable Entry before, @Nullable Entry after) {
        if (before == null) {
            return Change.Deed.CREATED;
        }
        if (after == null) {
            return Change.Deed.DISCARDED;
        }
        if (before.stage() == after.stage()) {
            return Change.Deed.CHANGED;
        }
        if (after.stage() == Stage.CLOSED) {
            return Change.Deed.CLOSED;
        }
        return before.stage() == Stage.DRAFT ? Change.Deed.WENT_LIVE : Change.Deed.OPENED;
    }
}
