package se.knutpunkt.hub.role;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.EnumSet;
import java.util.LinkedHashSet;
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
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.login.StaffRole;

/** The mapping in the table {@code role_rule}; a line is never deleted, so that the table is its own history. */
@Stateless
public class SqlRoleRules implements RoleRules {
    private static final String COLUMNS = "SELECT id, role, provider, attribute, value, authority, branch, unit,"
            + " added_at, added_by, removed_at, removed_by FROM role_rule WHERE ";

    @Inject
    Database database;

    @Inject
    FixedRoleRules fixed;

    @EJB
    Logins logins;

    @EJB
    StaffMembers staff;

    @Inject
    Clock clock;

    @Override
    public Set<StaffRole> rolesOf(String provider, Map<String, Set<String>> attributes) {
        List<RoleRule> kept = database.query(COLUMNS + "living", SqlRoleRules::rule);
        return Stream.concat(fixed.all().stream(), kept.stream())
                .filter(rule -> rule.gives(provider, attributes))
                .map(RoleRule::role)
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(StaffRole.class)));
    }

    @Override
    public Set<Long> workLinesOf(String provider, Map<String, Set<String>> attributes) {
        Stream<Long> kept = database.query(COLUMNS + "living AND authority IS NOT NULL", SqlRoleRules::line).stream()
                .filter(line -> line.rule().gives(provider, attributes))
                .map(Line::id);
        Stream<Long> ofFile = fixed.all().stream()
                .filter(rule -> rule.workplace() != null && rule.gives(provider, attributes))
                .map(SqlRoleRules::numberOfFile);
        return Stream.concat(kept, ofFile).collect(Collectors.toSet());
    }

    @Override
    public void arrived(StaffId member, Set<Long> workLines) {
        Set<Long> known = Set.copyOf(database.query(
                "SELECT rule_id AS line FROM staff_work WHERE staff_id = ?"
                        + " UNION SELECT line_number FROM staff_work_by_file WHERE staff_id = ?",
                row -> row.number("line"),
                member.value(),
                member.value()));
        if (known.equals(workLines)) {
            return;
        }
        database.update("DELETE FROM staff_work WHERE staff_id = ?", member.value());
        database.update("DELETE FROM staff_work_by_file WHERE staff_id = ?", member.value());
        for (long line : workLines) {
            String into = line < 0 ? "staff_work_by_file (staff_id, line_number)" : "staff_work (staff_id, rule_id)";
            database.update("INSERT IGNORE INTO " + into + " VALUES (?, ?)", member.value(), line);
        }
    }

    @Override
    public Set<Workplace> workplacesOf(StaffId member) {
        return workplaces(member, EnumSet.allOf(StaffRole.class));
    }

    @Override
    public Set<Workplace> workplacesOf(StaffId member, StaffRole role) {
        return workplaces(member, Set.of(role));
    }

    private record Told(String role, Workplace place) {}

    private Set<Workplace> workplaces(StaffId member, Set<StaffRole> by) {
        Set<String> names = by.stream().map(StaffRole::name).collect(Collectors.toSet());
        Set<Workplace> places = new LinkedHashSet<>();
        database
                .query(
                        "SELECT r.role, r.authority, r.branch, r.unit FROM staff_work w"
                                + " JOIN role_rule r ON r.id = w.rule_id"
                                + " WHERE w.staff_id = ? AND r.living AND r.authority IS NOT NULL",
                        row -> new Told(row.text("role"), Objects.requireNonNull(workplace(row))),
                        member.value())
                .stream()
                .filter(told -> names.contains(told.role()))
                .forEach(told -> places.add(told.place()));
        List<Long> ofFile = database.query(
                "SELECT line_number FROM staff_work_by_file WHERE staff_id = ?",
                row -> row.number("line_number"),
                member.value());
        fixed.all().stream()
                .filter(rule -> rule.workplace() != null && by.contains(rule.role()))
                .filter(rule -> ofFile.contains(numberOfFile(rule)))
                .map(rule -> Objects.requireNonNull(rule.workplace()))
                .forEach(places::add);
        return Set.copyOf(places);
    }

    @Override
    public Set<Workplace> units() {
        Set<Workplace> units = new LinkedHashSet<>(database.query(
                "SELECT DISTINCT authority, branch, unit FROM role_rule WHERE living AND unit IS NOT NULL",
                row -> Objects.requireNonNull(workplace(row))));
        fixed.all().stream()
                .map(RoleRule::workplace)
                .filter(place -> place != null && place.unit() != null)
                .forEach(units::add);
        return Set.copyOf(units);
    }

    @Override
    public List<RoleRule> fixed() {
        return fixed.all();
    }

    @Override
    public List<KeptRule> living() {
        return kept(database.query(COLUMNS + "living ORDER BY id DESC", SqlRoleRules::line));
    }

    @Override
    public List<KeptRule> removed() {
        return kept(database.query(
                COLUMNS + "living IS NULL ORDER BY removed_at DESC, id DESC LIMIT 50", SqlRoleRules::line));
    }

    @Override
    public Optional<KeptRule> find(long id) {
        return kept(database.query(COLUMNS + "living AND id = ?", SqlRoleRules::line, id)).stream()
                .findFirst();
    }

    @Override
    public boolean add(RoleRule rule, StaffId by) {
        Workplace workplace = rule.workplace();
        return database.update(
                        "INSERT IGNORE INTO role_rule (role, provider, attribute, value, authority, branch, unit,"
                                + " line_hash, living, added_at, added_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, TRUE, ?, ?)",
                        rule.role(),
                        rule.provider(),
                        rule.attribute(),
                        rule.value(),
                        workplace == null ? null : workplace.authority(),
                        workplace == null ? null : workplace.branch(),
                        workplace == null ? null : workplace.unit(),
                        hash(rule),
                        clock.instant(),
                        by.value())
                == 1;
    }

    @Override
    public boolean remove(long id, StaffId by) {
        // taken first: two administrators who each remove the other's line wait for each other
        boolean last = isLastAdministrator(id);
        Optional<KeptRule> kept = find(id);
        boolean removed = !last
                && database.update(
                                "UPDATE role_rule SET living = NULL, removed_at = ?, removed_by = ? WHERE id = ? AND living",
                                clock.instant(),
                                by.value(),
                                id)
                        == 1;
        if (removed) {
            logins.endStaff(kept.orElseThrow().rule().role());
        }
        return removed;
    }

    /** Whether the line is the only one that lets somebody change the mapping; such lines are locked. */
    private boolean isLastAdministrator(long id) {
        List<Long> administrators = database.query(
                "SELECT id FROM role_rule WHERE living AND role = ? FOR UPDATE",
                row -> row.number("id"),
                StaffRole.ADMINISTRATOR);
        return administrators.equals(List.of(id))
                && fixed.all().stream().noneMatch(line -> line.role() == StaffRole.ADMINISTRATOR);
    }

    @Override
    public boolean restore(long id, StaffId by) {
        return database.first(COLUMNS + "living IS NULL AND id = ?", SqlRoleRules::rule, id)
                .map(rule -> add(rule, by))
                .orElse(false);
    }

    private static RoleRule rule(Row row) {
        return new RoleRule(
                StaffRole.valueOf(row.text("role")),
                row.text("provider"),
                row.text("attribute"),
                row.text("value"),
                workplace(row));
    }

    private static @Nullable Workplace workplace(Row row) {
        String authority = row.textOrNull("authority");
        return authority == null ? null : new Workplace(authority, row.textOrNull("branch"), row.textOrNull("unit"));
    }

    private static Line line(Row row) {
        Long remover = row.numberOrNull("removed_by");
        return new Line(
                row.number("id"),
                rule(row),
                row.instant("added_at"),
                new StaffId(row.number("added_by")),
                row.instantOrNull("removed_at"),
                remover == null ? null : new StaffId(remover));
    }

    /** With the names of all who changed something, read at once. */
    private List<KeptRule> kept(List<Line> lines) {
        Map<StaffId, String> names = staff.names(lines.stream()
                .flatMap(line -> Stream.of(Optional.of(line.adder()), Optional.ofNullable(line.remover())))
                .flatMap(Optional::stream)
                .collect(Collectors.toSet()));
        return lines.stream().map(line -> line.kept(names)).toList();
    }

    /** A line of the file has no row: it is known by its content, as a number below zero. */
    private static long numberOfFile(RoleRule rule) {
        return -1 - (ByteBuffer.wrap(hash(rule)).getLong() >>> 1);
    }

    /** What makes two lines the same; short enough for a unique key. */
    private static byte[] hash(RoleRule rule) {
        String line = String.join("\n", rule.role().name(), rule.provider(), rule.attribute(), rule.value());
        Workplace workplace = rule.workplace();
        if (workplace != null) {
            // nothing without it: lines from before there were workplaces are told by the same hash
            line += "\n"
                    + String.join(
                            "\n",
                            workplace.authority(),
                            Objects.requireNonNullElse(workplace.branch(), ""),
                            Objects.requireNonNullElse(workplace.unit(), ""));
        }
        try {
            return MessageDigest.getInstance("SHA-256").digest(line.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("Every Java platform has SHA-256", missing);
        }
    }

    /** A row; it knows staff by id alone. */
    private record Line(
            long id,
            RoleRule rule,
            Instant added,
            StaffId adder,
            @Nullable Instant removed,
            @Nullable StaffId remover) {
        KeptRule kept(Map<StaffId, String> names) {
            return new KeptRule(
                    id,
                    rule,
                    added,
                    names.getOrDefault(adder, ""),
                    removed,
                    remover == null ? null : names.getOrDefault(remover, ""));
        }
    }
}
