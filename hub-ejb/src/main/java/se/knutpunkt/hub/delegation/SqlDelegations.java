package se.knutpunkt.hub.delegation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.role.Workplace;

/** Grounds by the mapping of roles and the table {@code delegation}. */
@Stateless
public class SqlDelegations implements Delegations {
    private static final Pattern ID = Pattern.compile("[1-9][0-9]{0,17}");

    @EJB
    RoleRules roles;

    @Inject
    Database database;

    @Override
    public List<Ground> of(String staffId, LocalDate today) {
        if (!ID.matcher(staffId).matches()) {
            return List.of();
        }
        StaffId member = new StaffId(Long.parseLong(staffId));
        Set<Workplace> works = roles.workplacesOf(member);
        Set<Ground> grounds = new LinkedHashSet<>();
        works.stream()
                .map(work -> new Ground(Ground.Kind.OWN, work.authority(), work.branch(), Set.of(), Right.HANDLE, null))
                .forEach(grounds::add);
        grounds.addAll(delegated(member, works, today));
        return List.copyOf(grounds);
    }

    private List<Ground> delegated(StaffId member, Set<Workplace> works, LocalDate today) {
        Values units = Values.of(2);
        works.stream().filter(work -> work.unit() != null).forEach(work -> units.row(work.authority(), work.unit()));
        String toUnits = units.isEmpty() ? "" : " OR (unit_authority, unit) IN (" + units.rows() + ")";
        List<Row> rows = database.query(
                "SELECT id, authority, branch, all_types, given_right, reference FROM delegation WHERE ended_at IS NULL"
                        + " AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?) AND (staff_id = ?" + toUnits
                        + ") ORDER BY id",
                row -> new Row(
                        row.number("id"),
                        row.text("authority"),
                        row.textOrNull("branch"),
                        row.flag("all_types"),
                        Right.valueOf(row.text("given_right")),
                        row.text("reference")),
                units.boundAfter(today, today, member.value()));
        List<Ground> grounds = new ArrayList<>();
        for (Row row : rows) {
            Set<String> types = row.all() ? Set.of() : Set.copyOf(caseTypes(row.id()));
            // empty means all, so that one of none must not be a ground
            if (row.all() || !types.isEmpty()) {
                grounds.add(new Ground(
                        Ground.Kind.DELEGATED, row.authority(), row.branch(), types, row.right(), row.reference()));
            }
        }
        return grounds;
    }

    private List<String> caseTypes(long id) {
        return database.query(
                "SELECT case_type FROM delegation_case_type WHERE delegation_id = ?", row -> row.text("case_type"), id);
    }

    private record Row(
            long id, String authority, @Nullable String branch, boolean all, Right right, String reference) {}
}
