package se.knutpunkt.hub.policy;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.util.AbstractMap.SimpleEntry;
import java.util.Map;
import java.util.stream.Collectors;
import se.knutpunkt.hub.database.Database;

/** Event classes as rows. */
@Stateless
public class EventClassTable {
    private static final String COLUMNS =
            "case_type, kind, shown, marking, kept_from_guardian, keeps_reporter, party_only";

    @Inject
    Database database;

    /** All of them, by their ids. */
    @TransactionAttribute(TransactionAttributeType.SUPPORTS)
    public Map<Integer, EventClass> all() {
        return database
                .query(
                        "SELECT id, " + COLUMNS + " FROM event_class",
                        row -> new SimpleEntry<>(
                                Math.toIntExact(row.number("id")),
                                new EventClass(
                                        row.text("case_type"),
                                        row.text("kind"),
                                        row.flag("shown"),
                                        row.text("marking"),
                                        row.flag("kept_from_guardian"),
                                        row.flag("keeps_reporter"),
                                        row.flag("party_only"))))
                .stream()
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    /** Gives a class its id, in a transaction of its own: no event waits for another that has not committed. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public int number(EventClass one) {
        Object[] values = {
            one.caseType(),
            one.kind(),
            one.shown(),
            one.marking(),
            one.keptFromGuardian(),
            one.keepsReporter(),
            one.partyOnly()
        };
        database.update("INSERT IGNORE INTO event_class (" + COLUMNS + ") VALUES (?, ?, ?, ?, ?, ?, ?)", values);
        // a locking read sees what another node has committed since this transaction began
        return Math.toIntExact(database.first(
                        "SELECT id FROM event_class WHERE (" + COLUMNS + ") = (?, ?, ?, ?, ?, ?, ?) LOCK IN SHARE MODE",
                        row -> row.number("id"),
                        values)
                .orElseThrow());
    }
}
