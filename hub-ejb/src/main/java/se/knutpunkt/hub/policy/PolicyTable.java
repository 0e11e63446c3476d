package se.knutpunkt.hub.policy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.database.Values;

/** Changes of the policy and their lines, as rows. */
@Stateless
@TransactionAttribute(TransactionAttributeType.SUPPORTS)
public class PolicyTable {
    private static final String CHANGE =
            "SELECT id, base_version, version, state, loosens, reason, proposed_by, proposed_at,"
                    + " decided_by, decided_at, decision_reason FROM policy_change";
    private static final String LINE_COLUMNS = "line_key, place_level, place_code, capacity, age_from, age_below,"
            + " event_kind, marking, valid_from, valid_until, degree, law, section, words";

    @Inject
    Database database;

    /** The lines of the version; none of a version that is not there. */
    public List<PolicyLine> linesOfVersion(int version) {
        return database.query(
                "SELECT " + LINE_COLUMNS + " FROM policy_line l JOIN policy_change c ON c.id = l.change_id"
                        + " WHERE c.version = ? ORDER BY l.line_key",
                PolicyTable::line,
                version);
    }

    /** The lines of a change, in force or not. */
    public List<PolicyLine> linesOfChange(long change) {
        return database.query(
                "SELECT " + LINE_COLUMNS + " FROM policy_line WHERE change_id = ? ORDER BY line_key",
                PolicyTable::line,
                change);
    }

    /** Where each case type belongs. */
    public List<TypePlace> types() {
        return database.query(
                "SELECT code, sector, authority, branch FROM case_type ORDER BY code",
                row -> new TypePlace(
                        row.text("code"), row.text("sector"), row.text("authority"), row.textOrNull("branch")));
    }

    public Optional<PolicyChange> change(long id) {
        return database.first(CHANGE + " WHERE id = ?", PolicyTable::change, id);
    }

    public Optional<PolicyChange> changeOfVersion(int version) {
        return database.first(CHANGE + " WHERE version = ?", PolicyTable::change, version);
    }

    public List<PolicyChange> waiting() {
        return database.query(CHANGE + " WHERE state = 'WAITING' ORDER BY id", PolicyTable::change);
    }

    public List<PolicyChange> latest(long before, int most) {
        return database.query(CHANGE + " WHERE id < ? ORDER BY id DESC LIMIT ?", PolicyTable::change, before, most);
    }

    /** The version in force; 0 when there is none. Locks it: whoever makes the next waits for whoever does the same. */
    public int lockVersion() {
        return database.first(
                        "SELECT version FROM policy_change WHERE version IS NOT NULL ORDER BY version DESC LIMIT 1 FOR UPDATE",
                        row -> Math.toIntExact(row.number("version")))
                .orElse(0);
    }

    public long insert(PolicyChange change, List<PolicyLine> lines) {
        long id = database.insert(
                "INSERT INTO policy_change (base_version, version, state, loosens, reason, proposed_by, proposed_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                change.baseVersion(),
                change.version(),
                change.state(),
                change.loosens(),
                change.reason(),
                change.proposedBy(),
                change.proposedAt());
        Values rows = Values.of(15);
        for (PolicyLine line : lines) {
            rows.row(
                    id,
                    line.key(),
                    line.place().level(),
                    line.place().code(),
                    line.capacity(),
                    line.ages().from(),
                    line.ages().below(),
                    line.eventKind(),
                    line.marking(),
                    line.from(),
                    line.until(),
                    line.degree(),
                    line.ground().law(),
                    line.ground().section(),
                    line.words());
        }
        if (!rows.isEmpty()) {
            database.update(
                    "INSERT INTO policy_line (change_id, " + LINE_COLUMNS + ") VALUES " + rows.rows(), rows.bound());
        }
        return id;
    }

    public void decide(long id, PolicyChange.State state, @Nullable Integer version, PolicyChange.Decided decided) {
        database.update(
                "UPDATE policy_change SET state = ?, version = ?, decided_by = ?, decided_at = ?, decision_reason = ?"
                        + " WHERE id = ? AND state = 'WAITING'",
                state,
                version,
                decided.by(),
                decided.at(),
                decided.reason(),
                id);
    }

    private static PolicyChange change(Row row) {
        String by = row.textOrNull("decided_by");
        return new PolicyChange(
                row.number("id"),
                Math.toIntExact(row.number("base_version")),
                integer(row, "version"),
                PolicyChange.State.valueOf(row.text("state")),
                row.flag("loosens"),
                row.text("reason"),
                row.text("proposed_by"),
                row.instant("proposed_at"),
                by == null
                        ? null
                        : new PolicyChange.Decided(
                                by,
                                row.instant("decided_at"),
                                Optional.ofNullable(row.textOrNull("decision_reason"))
                                        .orElse("")));
    }

    private static PolicyLine line(Row row) {
        return new PolicyLine(
                row.text("line_key"),
                new Place(Level.valueOf(row.text("place_level")), row.text("place_code")),
                Capacity.valueOf(row.text("capacity")),
                new AgeBand(integer(row, "age_from"), integer(row, "age_below")),
                row.textOrNull("event_kind"),
                row.textOrNull("marking"),
                row.dateOrNull("valid_from"),
                row.dateOrNull("valid_until"),
                Degree.valueOf(row.text("degree")),
                new LegalGround(row.text("law"), row.text("section")),
                row.text("words"));
    }

    private static @Nullable Integer integer(Row row, String column) {
        Long number = row.numberOrNull(column);
        return number == null ? null : Math.toIntExact(number);
    }
}
