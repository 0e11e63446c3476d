package se.knutpunkt.hub.event;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.casefile.CaseKey;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.database.Values;

/**
 * What corrections and withdrawals do to the events they name. Events come in any order; which of them stand is told by
 * the events alone, and one that no longer stands never stands again.
 */
@ApplicationScoped
class Replacements {

    /** Two transactions that do not see each other are over by then; whatever comes later sees what came before. */
    private static final Duration UNSEEN = Duration.ofMinutes(10);

    private static final int AT_ONCE = 100;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** An event that replacements name, whether it has come or not. */
    record Target(String source, String externalId, long caseId) {}

    /**
     * An event as far as its standing goes.
     *
     * @param decidedAt null for one that replaces none
     */
    record Standing(long id, String externalId, @Nullable Instant decidedAt) {
        private static final Comparator<Standing> LAST_DECIDED = Comparator.comparing(
                        Standing::decidedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                .thenComparing(Standing::externalId);

        /** An event that replaces none is replaced by any that names it. */
        boolean yieldsTo(Standing other) {
            return decidedAt == null || LAST_DECIDED.compare(this, other) < 0;
        }
    }

    /**
     * What stands in the place of an event.
     *
     * @param named it names the event itself, and not only the same event as that one
     */
    record By(long event, boolean named) {}

    /** The cases of the events that a source has sent before, of those named. */
    Map<String, CaseKey> casesOf(String source, Collection<String> externalIds) {
        Map<String, CaseKey> cases = new HashMap<>();
        if (!externalIds.isEmpty()) {
            Values ids = Values.of(externalIds);
            database.query(
                    "SELECT e.external_id, c.authority, c.case_number FROM case_event e"
                            + " JOIN case_file c ON c.id = e.case_id WHERE e.source = ? AND e.external_id IN ("
                            + ids.rows() + ")",
                    row -> cases.put(
                            row.text("external_id"), new CaseKey(row.text("authority"), row.text("case_number"))),
                    ids.boundAfter(source));
        }
        return cases;
    }

    /** Notes that an event names another; {@link #settle} does the rest. */
    void note(long eventId, String externalId, Target target, Replacement replacement) {
        database.update(
                "INSERT INTO event_replacement (event_id, source, external_id, target_id, case_id, kind, decided_at,"
                        + " taken_at, settled) VALUES (?, ?, ?, ?, ?, ?, ?, ?, FALSE)",
                eventId,
                target.source(),
                externalId,
                target.externalId(),
                target.caseId(),
                replacement.kind(),
                replacement.decidedAt(),
                clock.instant());
    }

    /**
     * Lets what replaces the targets stand in their place, in the caller's transaction, which holds the cases locked.
     *
     * @return the ids of the events that do not stand
     */
    Set<Long> settle(Collection<Target> targets) {
        Set<Long> fallen = new HashSet<>();
        for (Target target : targets) {
            List<Standing> there = database.query(
                    "SELECT e.id, e.external_id, r.decided_at FROM case_event e"
                            + " LEFT JOIN event_replacement r ON r.event_id = e.id"
                            + " WHERE e.source = ? AND e.external_id = ? AND e.case_id = ?",
                    Replacements::standing,
                    target.source(),
                    target.externalId(),
                    target.caseId());
            List<Standing> naming = database.query(
                    "SELECT event_id AS id, external_id, decided_at FROM event_replacement"
                            + " WHERE source = ? AND target_id = ? AND case_id = ?",
                    Replacements::standing,
                    target.source(),
                    target.externalId(),
                    target.caseId());
            Map<Long, By> replaced = replaced(there, naming);
            replaced.forEach(this::replace);
            fallen.addAll(replaced.keySet());
            if (!there.isEmpty()) {
                database.update(
                        "UPDATE event_replacement SET settled = TRUE"
                                + " WHERE source = ? AND target_id = ? AND case_id = ? AND NOT settled",
                        target.source(),
                        target.externalId(),
                        target.caseId());
            }
        }
        return fallen;
    }

    /**
     * Which events do not stand, and by what each is replaced.
     *
     * @param target the event that is named; none when it has not come
     * @param naming all that name it
     */
    static Map<Long, By> replaced(List<Standing> target, List<Standing> naming) {
        Map<Long, By> replaced = new HashMap<>();
        naming.stream().max(Standing.LAST_DECIDED).ifPresent(last -> {
            naming.stream()
                    .filter(one -> one.yieldsTo(last))
                    .forEach(one -> replaced.put(one.id(), new By(last.id(), false)));
            target.stream()
                    .filter(one -> one.yieldsTo(last))
                    .forEach(one -> replaced.put(one.id(), new By(last.id(), true)));
        });
        return replaced;
    }

    private void replace(long event, By by) {
        database.update(
                // from left to right: what names it itself stays
                "INSERT INTO event_replaced (event_id, by_event_id, named) VALUES (?, ?, ?) ON DUPLICATE KEY UPDATE"
                        + " by_event_id = IF(named AND NOT VALUES(named), by_event_id, VALUES(by_event_id)),"
                        + " named = named OR VALUES(named)",
                event,
                by.event(),
                by.named());
        database.update("UPDATE case_event_subject SET shown = FALSE WHERE event_id = ? AND shown", event);
    }

    /**
     * What is there now of what was named and not found: the event and what names it were written at the same time, each
     * unseen by the other.
     */
    List<Target> unsettled() {
        return database.query(
                "SELECT DISTINCT r.source, r.target_id, r.case_id FROM event_replacement r"
                        + " JOIN case_event e ON e.source = r.source AND e.external_id = r.target_id"
                        + " AND e.case_id = r.case_id WHERE r.settled = FALSE AND r.taken_at > ? LIMIT ?",
                row -> new Target(row.text("source"), row.text("target_id"), row.number("case_id")),
                clock.instant().minus(UNSEEN),
                AT_ONCE);
    }

    private static Standing standing(Row row) {
        return new Standing(row.number("id"), row.text("external_id"), row.instantOrNull("decided_at"));
    }
}
