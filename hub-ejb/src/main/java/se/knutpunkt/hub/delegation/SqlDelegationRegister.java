package se.knutpunkt.hub.delegation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;

/** Delegations in the table {@code delegation}, which is its own history. */
@Stateless
public class SqlDelegationRegister implements DelegationRegister {
    private static final String REASON = "delegation.reason_sealed";
    private static final String ALL = "SELECT id, authority, branch, unit_authority, unit, staff_id, all_types,"
            + " given_right, reference, valid_from, valid_to, made_at, made_by, ended_at, ended_by, reason_sealed"
            + " FROM delegation WHERE ";

    @Inject
    Database database;

    @EJB
    CaseTypes caseTypes;

    @EJB
    StaffMembers staff;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public List<KeptDelegation> open() {
        return kept(ALL + "ended_at IS NULL AND (valid_to IS NULL OR valid_to >= ?) ORDER BY id DESC", today());
    }

    @Override
    public List<KeptDelegation> closed() {
        return kept(ALL + "ended_at IS NOT NULL OR valid_to < ? ORDER BY id DESC LIMIT 100", today());
    }

    @Override
    public Optional<KeptDelegation> find(long id) {
        return kept(ALL + "id = ?", id).stream().findFirst();
    }

    @Override
    public long make(Delegation delegation, StaffId by) {
        for (String code : delegation.caseTypes()) {
            Ground ground = new Ground(
                    Ground.Kind.DELEGATED,
                    delegation.authority(),
                    delegation.branch(),
                    Set.of(),
                    delegation.right(),
                    delegation.reference());
            if (caseTypes.find(code).filter(ground::covers).isEmpty()) {
                throw new IllegalArgumentException("An authority delegates case types of its own");
            }
        }
        Recipient.Unit unit = delegation.to() instanceof Recipient.Unit one ? one : null;
        long id = database.insert(
                "INSERT INTO delegation (authority, branch, unit_authority, unit, staff_id, all_types, given_right,"
                        + " reference, valid_from, valid_to, made_at, made_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                delegation.authority(),
                delegation.branch(),
                unit == null ? null : unit.authority(),
                unit == null ? null : unit.name(),
                delegation.to() instanceof Recipient.Person person
                        ? person.member().value()
                        : null,
                delegation.all(),
                delegation.right(),
                delegation.reference(),
                delegation.from(),
                delegation.until(),
                clock.instant(),
                by.value());
        for (String code : delegation.caseTypes()) {
            database.update("INSERT INTO delegation_case_type (delegation_id, case_type) VALUES (?, ?)", id, code);
        }
        return id;
    }

    @Override
    public boolean end(long id, String reason, StaffId by) {
        return database.update(
                        "UPDATE delegation SET ended_at = ?, ended_by = ?, reason_sealed = ? WHERE id = ?"
                                + " AND ended_at IS NULL AND (valid_to IS NULL OR valid_to >= ?)",
                        clock.instant(),
                        by.value(),
                        vault.seal(reason, REASON),
                        id,
                        today())
                == 1;
    }

    private LocalDate today() {
        return SwedishTime.today(clock);
    }

    /** With the case types of each and the names of all, read at once. */
    private List<KeptDelegation> kept(String sql, Object value) {
        List<Line> lines = database.query(sql, this::line, value);
        Set<StaffId> members = lines.stream()
                .flatMap(line -> Stream.of(line.person(), line.maker(), line.ender()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<StaffId, String> names = staff.names(members);
        return lines.stream()
                .map(line -> line.kept(caseTypesOf(line.id()), names))
                .toList();
    }

    private Set<String> caseTypesOf(long id) {
        return new HashSet<>(database.query(
                "SELECT case_type FROM delegation_case_type WHERE delegation_id = ?",
                row -> row.text("case_type"),
                id));
    }

    private Line line(Row row) {
        byte[] reason = row.bytesOrNull("reason_sealed");
        return new Line(
                row.number("id"),
                row.text("authority"),
                row.textOrNull("branch"),
                row.textOrNull("unit_authority"),
                row.textOrNull("unit"),
                member(row, "staff_id"),
                row.flag("all_types"),
                Right.valueOf(row.text("given_right")),
                row.text("reference"),
                Objects.requireNonNull(row.dateOrNull("valid_from")),
                row.dateOrNull("valid_to"),
                row.instant("made_at"),
                new StaffId(row.number("made_by")),
                row.instantOrNull("ended_at"),
                member(row, "ended_by"),
                reason == null ? null : vault.open(reason, REASON));
    }

    private static @Nullable StaffId member(Row row, String column) {
        Long id = row.numberOrNull(column);
        return id == null ? null : new StaffId(id);
    }

    /** A row; it knows staff by id alone. */
    private record Line(
            long id,
            String authority,
            @Nullable String branch,
            @Nullable String unitAuthority,
            @Nullable String unit,
            @Nullable StaffId person,
            boolean all,
            Right right,
            String reference,
            LocalDate from,
            @Nullable LocalDate until,
            Instant made,
            StaffId maker,
            @Nullable Instant ended,
            @Nullable StaffId ender,
            @Nullable String reason) {

        KeptDelegation kept(Set<String> caseTypes, Map<StaffId, String> names) {
            Recipient to = person == null
                    ? new Recipient.Unit(Objects.requireNonNull(unitAuthority), Objects.requireNonNull(unit))
                    : new Recipient.Person(person);
            return new KeptDelegation(
                    id,
                    new Delegation(authority, branch, to, all, caseTypes, right, reference, from, until),
                    person == null ? "" : names.getOrDefault(person, ""),
                    made,
                    names.getOrDefault(maker, ""),
                    ended,
                    ender == null ? null : names.getOrDefault(ender, ""),
                    reason);
        }
    }
}
