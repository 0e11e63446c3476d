package se.knutpunkt.hub.disclosure;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The questions of systems as SQL.
 *
 * <p>Changes are a {@code range} on case_event_change of at most {@link #WINDOW} rows; a case's events a stretch of
 * case_event_case; a person's a stretch of the subject table's primary key. All else is {@code eq_ref}. AskAndTellIT holds
 * it to that.
 */
record SystemSql(String sql, List<@Nullable Object> bound) {
    /** So many changes are looked at for a page, whether they may be seen or not. */
    static final long WINDOW = 2000;

    private static final int PERSON = 1000;

    private static final String COLUMNS = """
            SELECT e.id, e.party_id, e.concerns_id, e.change_number, e.public_id, e.source, e.external_id, e.event_type,
                   e.occurred_at, e.taken_at, e.needs_action, e.done, e.diary_event, e.shown, e.language, e.headline_sealed, e.summary_sealed,
                   e.description_sealed, e.link_sealed, c.public_id AS case_public_id, c.case_number, c.main_case_number,
                   c.case_type, c.authority,
                   (SELECT COUNT(*) FROM case_event_attachment f
                     WHERE f.event_id = e.id AND f.withheld_provision IS NULL) AS attachments,
                   IF(e.source = ?, (SELECT COUNT(*) FROM case_event_attachment f
                                      WHERE f.event_id = e.id AND f.withheld_provision IS NOT NULL), 0) AS withheld,
                   r.target_id, r.kind AS replaces, r.decided_at
              FROM\s""";

    /** The changes after one number and up to another. */
    static SystemSql changes(SystemScope scope, long after, long upTo, int limit) {
        return rows(
                scope,
                "case_event e FORCE INDEX (case_event_change)",
                "e.change_number > ? AND e.change_number <= ?",
                List.of(after, upTo),
                "e.change_number",
                limit);
    }

    /** One event. */
    static SystemSql event(SystemScope scope, String eventId) {
        return rows(scope, "case_event e", "e.public_id = ?", List.of(eventId), "e.id", 1);
    }

    /** The events of a case after a place, the oldest first. */
    static SystemSql ofCase(SystemScope scope, long caseId, Cursor after, int limit) {
        return rows(
                scope,
                "case_event e FORCE INDEX (case_event_case)",
                "e.case_id = ? AND e.occurred_at >= ? AND (e.occurred_at > ? OR e.id > ?)",
                List.of(caseId, after.occurredAt(), after.occurredAt(), after.eventId()),
                "e.occurred_at, e.id",
                limit);
    }

    /** The newest event of a case. */
    static SystemSql newest(SystemScope scope, long caseId) {
        return rows(
                scope,
                "case_event e FORCE INDEX (case_event_case)",
                "e.case_id = ?",
                List.of(caseId),
                "e.occurred_at DESC, e.id DESC",
                1);
    }

    /** The cases of a person's newest events, each with when its newest was. */
    static SystemSql casesOfPerson(SystemScope scope, long party, int limit) {
        List<@Nullable Object> bound = new ArrayList<>(List.of(party, PERSON));
        bound.addAll(scope.values());
        bound.add(limit);
        return new SystemSql(
                """
                SELECT c.id, c.public_id, MAX(n.occurred_at) AS newest
                  FROM (SELECT s.event_id, s.occurred_at FROM case_event_subject s WHERE s.party_id = ?
                         ORDER BY s.occurred_at DESC, s.event_id DESC LIMIT ?) n
                  JOIN case_event e ON e.id = n.event_id
                """
                        + SystemScope.JOINS + " WHERE " + scope.condition()
                        + " GROUP BY c.id, c.public_id ORDER BY newest DESC, c.id DESC LIMIT ?",
                bound);
    }

    private static SystemSql rows(
            SystemScope scope, String table, String where, List<?> values, String order, int limit) {
        List<@Nullable Object> bound = new ArrayList<>();
        bound.add(scope.system().code());
        bound.addAll(values);
        bound.addAll(scope.values());
        bound.add(limit);
        return new SystemSql(
                COLUMNS + table + "\n" + SystemScope.JOINS
                        + " LEFT JOIN event_replacement r ON r.event_id = e.id WHERE " + where + " AND "
                        + scope.condition()
                        + " ORDER BY " + order + " LIMIT ?",
                Collections.unmodifiableList(bound));
    }

    @Nullable
    Object[] values() {
        return bound.toArray();
    }
}
