package se.knutpunkt.hub.disclosure;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Scopes as SQL: for each person the newest rows of the subject table by its primary key, joined by UNION ALL, and
 * only the rows that are left are looked up in the event and case tables.
 *
 * <p>Each branch is {@code range} on PRIMARY (party_id, occurred_at, event_id), read backwards without filesort; the
 * derived table holds at most persons × size rows; {@code case_event}, {@code case_file}, {@code event_read} and
 * {@code event_replacement} are {@code eq_ref} on their keys. "Waiting" adds a look at the candidate's case by subject_case; "of cases" is a
 * {@code range} on subject_case. StatementPlansIT holds it to that.
 */
final class ScopeSql {

    private static final String NEWEST = """
            (SELECT s.event_id, s.occurred_at, s.party_id, s.class_id, s.other_id IS NOT NULL AS holds_other
               FROM case_event_subject s
              WHERE s.party_id = ? AND %s
                AND s.occurred_at <= ? AND (s.occurred_at < ? OR s.event_id < ?)%s
              ORDER BY s.occurred_at DESC, s.event_id DESC LIMIT ?)
            """;

    /** Of the newest of each person the newest of all, before anything is looked up for them. */
    private static final String NEWEST_OF_ALL =
            "SELECT * FROM (%s) u ORDER BY u.occurred_at DESC, u.event_id DESC LIMIT ?";

    private static final String ROWS = """
            SELECT n.event_id, n.party_id, n.class_id, n.holds_other, n.occurred_at, e.public_id, e.headline_sealed,
                   e.summary_sealed, e.needs_action, e.done,
                   COALESCE(m.public_id, c.public_id) AS case_public_id,
                   COALESCE(m.case_number, c.case_number) AS case_number,
                   a.name_sv, a.name_en, r.read_at, p.kind AS replaces
              FROM (%s) n
              JOIN case_event e ON e.id = n.event_id
              JOIN case_file c ON c.id = e.case_id
              LEFT JOIN case_file m ON m.id = c.part_of
              JOIN authority a ON a.code = c.authority
              LEFT JOIN event_read r ON r.party_id = ? AND r.event_id = n.event_id
              LEFT JOIN event_replacement p ON p.event_id = n.event_id
             ORDER BY n.occurred_at DESC, n.event_id DESC LIMIT ?
            """;

    /**
     * Only events whose case waits: the newest shown event of the case for that person asks for something; of several at
     * the same time those that ask, since none of them is known to be the last. Left to itself MariaDB takes the person's
     * rows for each candidate, which is quadratic: 1.2 million rows for 5 000 events. A later event that the reader may not
     * see ends no waiting: it would tell that it is there.
     */
    private static final String WAITING = """

                AND s.needs_action AND NOT EXISTS (
                  SELECT 1 FROM case_event_subject later FORCE INDEX (subject_case)
                   WHERE later.case_id = s.case_id AND later.party_id = s.party_id
                     AND later.occurred_at > s.occurred_at AND %s)
            """;

    private static final String IN_CASES = "\n    AND s.case_id IN (%s)";

    /** Nobody, in whose place staff have read nothing. */
    private static final Viewer.Citizen STAFF = new Viewer.Citizen(StaffScope.NOBODY);

    private final List<@Nullable Object> values = new ArrayList<>();
    private final String sql;

    private ScopeSql(String sql) {
        this.sql = sql;
    }

    /** The newest rows after a place. */
    static ScopeSql page(Collection<Scope> scopes, Viewer.Citizen reader, Cursor after, int size) {
        return rows(scopes, reader, after, size, scope -> Part.NONE);
    }

    /** The newest rows that wait for the citizen. */
    static ScopeSql waiting(Collection<Scope> scopes, Viewer.Citizen reader, int size) {
        return rows(scopes, reader, Cursor.START, size, scope -> {
            Part later = seen(scope, "later");
            return new Part(WAITING.formatted(later.sql()), later.values());
        });
    }

    /** The newest rows of cases that are one to the citizen. */
    static ScopeSql ofCases(Collection<Scope> scopes, Viewer.Citizen reader, List<Long> caseIds, int size) {
        String ids = caseIds.stream().map(id -> "?").collect(Collectors.joining(", "));
        return rows(scopes, reader, Cursor.START, size, scope -> new Part(IN_CASES.formatted(ids), caseIds));
    }

    /** The newest rows after a place, for staff, to whom nothing is read or unread. */
    static ScopeSql forStaff(Scope scope, Cursor after, int size) {
        return rows(List.of(scope), STAFF, after, size, one -> Part.NONE);
    }

    /** The newest rows of cases that are one, for staff. */
    static ScopeSql forStaff(Scope scope, List<Long> caseIds, int size) {
        return ofCases(List.of(scope), STAFF, caseIds, size);
    }

    /** How many of the newest rows are unread. */
    static ScopeSql unread(Collection<Scope> scopes, Viewer.Citizen reader, int newest) {
        ScopeSql union = union(scopes, Cursor.START, newest, scope -> Part.NONE);
        ScopeSql counting = new ScopeSql("SELECT COUNT(*) AS unread FROM (" + union.sql
                + ") n LEFT JOIN event_read r ON r.party_id = ? AND r.event_id = n.event_id WHERE r.read_at IS NULL");
        counting.values.addAll(union.values);
        counting.values.add(reader.party());
        return counting;
    }

    String sql() {
        return sql;
    }

    @Nullable
    Object[] values() {
        return values.toArray();
    }

    /** A part of a condition, and what it binds. */
    private record Part(String sql, List<? extends Number> values) {
        static final Part NONE = new Part("", List.of());
    }

    /** That a scope shows a row of the subject table: its class, and the protection of the other person in the event. */
    private static Part seen(Scope scope, String row) {
        IdRanges classes = new IdRanges(scope.decisions().navigableKeySet());
        List<Integer> values = new ArrayList<>(classes.values());
        // what was replaced is shown to nobody; a citizen's rows say so themselves, with what the source keeps from
        // citizens.
        // Scalar, here and below: of NOT EXISTS MariaDB makes a list of the whole table before it looks at a row
        String standing = scope.internal()
                ? "(SELECT x.event_id FROM event_replaced x WHERE x.event_id = " + row + ".event_id) IS NULL"
                : row + ".shown";
        String shown = standing + " AND " + classes.condition(row + ".class_id");
        NavigableSet<Integer> ownOnly = scope.ownOnly();
        if (!ownOnly.isEmpty()) {
            // a consent is for what concerns nobody but who gave it
            IdRanges own = new IdRanges(ownOnly);
            shown += " AND (" + row + ".other_id IS NULL OR NOT " + own.condition(row + ".class_id") + ")";
            values.addAll(own.values());
        }
        if (scope.opensOther()) {
            return new Part(shown, values);
        }
        String unprotected = "(SELECT o.protected_identity FROM party o WHERE o.id = " + row + ".other_id) IS NOT TRUE";
        if (!scope.whom().self()) {
            return new Part(shown + " AND " + unprotected, values);
        }
        if (scope.alone().isEmpty()) {
            return new Part(shown, values);
        }
        IdRanges alone = new IdRanges(scope.alone());
        values.addAll(alone.values());
        return new Part(shown + " AND (NOT " + alone.condition(row + ".class_id") + " OR " + unprotected + ")", values);
    }

    private static ScopeSql rows(
            Collection<Scope> scopes, Viewer.Citizen reader, Cursor after, int size, Function<Scope, Part> condition) {
        ScopeSql union = union(scopes, after, size, condition);
        ScopeSql rows = new ScopeSql(ROWS.formatted(NEWEST_OF_ALL.formatted(union.sql)));
        rows.values.addAll(union.values);
        rows.values.add(size);
        rows.values.add(reader.party());
        rows.values.add(size);
        return rows;
    }

    private static ScopeSql union(Collection<Scope> scopes, Cursor after, int size, Function<Scope, Part> condition) {
        List<@Nullable Object> values = new ArrayList<>();
        String sql = scopes.stream()
                .filter(scope -> !scope.isEmpty())
                .map(scope -> {
                    Part seen = seen(scope, "s");
                    Part further = condition.apply(scope);
                    values.add(scope.whom().party());
                    values.addAll(seen.values());
                    Collections.addAll(values, after.occurredAt(), after.occurredAt(), after.eventId());
                    values.addAll(further.values());
                    values.add(size);
                    return NEWEST.formatted(seen.sql(), further.sql());
                })
                .collect(Collectors.joining(" UNION ALL "));
        ScopeSql union = new ScopeSql(sql);
        union.values.addAll(values);
        return union;
    }
}
