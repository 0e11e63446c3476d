package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.delegation.Ground;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.Logins;
import se.knutpunkt.hub.login.NewLogin;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.login.Who;
import se.knutpunkt.hub.role.RoleRule;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.role.Workplace;

/**
 * The staff of a random world: who has which roles, works where and has which delegations, in the database and as
 * {@link OracleDesk} has them. Some of it has ended, is to come, or was told by the line of a role that is of no use here.
 */
final class WorldStaff {
    private static final String MARK = "world";
    private static final List<StaffRole> WORK = List.of(
            StaffRole.CONTACT_CENTRE,
            StaffRole.CONTACT_CENTRE,
            StaffRole.HANDLER,
            StaffRole.HANDLER,
            StaffRole.REGISTRAR,
            StaffRole.AUDITOR);
    private static final List<StaffRole> TELLING = List.of(
            StaffRole.HANDLER, StaffRole.HANDLER, StaffRole.REGISTRAR, StaffRole.CONTACT_CENTRE, StaffRole.EDITOR);
    private static final List<String> UNITS = List.of("Växeln", "Kansliet");
    private static final List<String> RIGHTS = List.of("SEE", "HANDLE", "DECIDE");

    private final Random random;
    private final Database database;
    private final StaffMembers members;
    private final Logins logins;
    private final RoleRules roles;

    /** Somebody of the staff, who is logged in; nothing of it in the words of the product but the reader. */
    record Member(
            StaffReader reader,
            Set<String> roles,
            List<OracleDesk.Work> works,
            List<OracleDesk.Delegation> delegations,
            Set<OracleDesk.Desk> desks) {}

    WorldStaff(Random random, Database database, StaffMembers members, Logins logins, RoleRules roles) {
        this.random = random;
        this.database = database;
        this.members = members;
        this.logins = logins;
        this.roles = roles;
    }

    /** Makes so many, with what they may look by. */
    List<Member> make(int count, List<Oracle.Type> types, LocalDate today, Instant now) {
        List<StaffId> ids = new ArrayList<>();
        Map<StaffId, List<OracleDesk.Work>> works = new HashMap<>();
        for (int i = 0; i < count; i++) {
            StaffId id = members.register(MARK, MARK + "-" + i, "Världens nummer " + i);
            ids.add(id);
            works.put(id, works(id, i, types, now));
        }
        List<Made> delegations = new ArrayList<>();
        for (int i = 0; i < count * 4; i++) {
            delegations.add(delegation(ids, types, today, now));
        }
        return ids.stream()
                .map(id -> member(id, works.getOrDefault(id, List.of()), delegations, today))
                .toList();
    }

    /** A delegation, and to whom; null for a unit. */
    private record Made(@Nullable StaffId to, OracleDesk.Delegation what) {}

    private Member member(StaffId id, List<OracleDesk.Work> works, List<Made> delegations, LocalDate today) {
        Set<StaffRole> given = EnumSet.of(one(WORK), one(WORK));
        if (random.nextInt(3) == 0) {
            given.add(StaffRole.PROTECTED_READER);
        }
        if (random.nextInt(4) == 0) {
            given.add(StaffRole.EDITOR);
        }
        String token = logins.start(new NewLogin(new Who.Staff(id, given), MARK, AssuranceLevel.LOA3));
        StaffReader reader =
                new StaffReader(id, given, logins.find(token).orElseThrow().id());
        Set<String> names = given.stream().map(StaffRole::name).collect(Collectors.toSet());
        // those to others are not theirs; those to a unit may be
        List<OracleDesk.Delegation> theirs = delegations.stream()
                .filter(one -> one.to() == null || one.to().equals(id))
                .map(Made::what)
                .toList();
        return new Member(reader, names, works, theirs, OracleDesk.desks(names, works, theirs, today));
    }

    private List<OracleDesk.Work> works(StaffId id, int number, List<Oracle.Type> types, Instant now) {
        List<OracleDesk.Work> works = new ArrayList<>();
        Set<String> told = new HashSet<>();
        List<String> removed = new ArrayList<>();
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            String value = MARK + "-" + number + "-" + i;
            Oracle.Type place = one(types);
            // of the authority itself too, where the case type is a branch's
            String branch = random.nextInt(3) == 0 ? "-" : place.branch();
            String unit = random.nextBoolean() ? "" : one(UNITS);
            StaffRole role = one(TELLING);
            roles.add(
                    new RoleRule(
                            role,
                            "",
                            MARK,
                            value,
                            new Workplace(place.authority(), orNull(branch, "-"), orNull(unit, ""))),
                    id);
            boolean counts = random.nextInt(6) > 0;
            told.add(value);
            if (!counts) {
                removed.add(value);
            }
            works.add(new OracleDesk.Work(role.name(), place.authority(), branch, unit, counts));
        }
        roles.arrived(id, roles.workLinesOf(MARK, Map.of(MARK, told)));
        for (String value : removed) {
            database.update(
                    "UPDATE role_rule SET living = NULL, removed_at = ?, removed_by = ? WHERE attribute = ? AND value = ?",
                    now,
                    id.value(),
                    MARK,
                    value);
        }
        return works;
    }

    private Made delegation(List<StaffId> ids, List<Oracle.Type> types, LocalDate today, Instant now) {
        Oracle.Type of = one(types);
        String branch = random.nextInt(4) == 0 ? "-" : of.branch();
        StaffId to = random.nextBoolean() ? one(ids) : null;
        boolean all = random.nextBoolean();
        Set<String> named = all || random.nextInt(8) == 0
                ? Set.of()
                : Set.copyOf(List.of(of.code(), one(types).code()));
        LocalDate from = today.plusDays(random.nextInt(5) == 0 ? 1 : -random.nextInt(2));
        LocalDate until = random.nextBoolean() ? null : today.plusDays(random.nextInt(4) - 1L);
        boolean ended = random.nextInt(8) == 0;
        OracleDesk.Delegation what = new OracleDesk.Delegation(
                of.authority(),
                branch,
                all,
                named,
                one(RIGHTS),
                "VÄRLD § " + random.nextInt(3),
                to != null,
                to == null ? one(types).authority() : "",
                to == null ? one(UNITS) : "",
                from,
                until,
                ended);
        long row = database.insert(
                "INSERT INTO delegation (authority, branch, unit_authority, unit, staff_id, all_types, given_right,"
                        + " reference, valid_from, valid_to, made_at, made_by, ended_at, ended_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                what.authority(),
                orNull(branch, "-"),
                orNull(what.unitAuthority(), ""),
                orNull(what.unit(), ""),
                to == null ? null : to.value(),
                all,
                what.right(),
                what.reference(),
                from,
                until,
                now,
                ids.get(0).value(),
                ended ? now : null,
                ended ? ids.get(0).value() : null);
        for (String type : named) {
            database.update("INSERT INTO delegation_case_type (delegation_id, case_type) VALUES (?, ?)", row, type);
        }
        return new Made(to, what);
    }

    /** What a ground of the product is in the words of the rules. */
    static OracleDesk.Desk described(LookGround look) {
        Ground ground = look.boundary();
        if (ground == null) {
            return new OracleDesk.Desk(look.inside().name(), "", "-", false, Set.of(), "", "");
        }
        return new OracleDesk.Desk(
                look.inside().name(),
                ground.authority(),
                ground.branch() == null ? "-" : ground.branch(),
                ground.kind() == Ground.Kind.DELEGATED,
                ground.caseTypes(),
                ground.right().name(),
                ground.reference() == null ? "" : ground.reference());
    }

    /** Removes what {@link #make} made, but for the accounts. */
    void forget() {
        String ours = " IN (SELECT id FROM role_rule WHERE attribute = '" + MARK + "')";
        database.update("DELETE FROM staff_work WHERE rule_id" + ours);
        database.update("DELETE FROM role_rule WHERE attribute = '" + MARK + "'");
        database.update("DELETE t FROM delegation_case_type t JOIN delegation d ON d.id = t.delegation_id"
                + " WHERE d.reference LIKE 'VÄRLD %'");
        database.update("DELETE FROM delegation WHERE reference LIKE 'VÄRLD %'");
    }

    private static @Nullable String orNull(String text, String none) {
        return text.equals(none) ? null : text;
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
