package se.knutpunkt.hub.party;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import se.knutpunkt.hub.database.Database;

/**
 * Moves what belongs to one party to another and removes the first. The foreign keys are the proof that nothing is left
 * behind. The access log stays as it was written.
 */
@ApplicationScoped
class PartyJoins {
    private static final List<Column> COLUMNS = List.of(
            new Column("case_file", "party_id", false),
            new Column("case_event", "party_id", false),
            new Column("case_event", "concerns_id", false),
            new Column("case_event_subject", "party_id", true),
            new Column("event_read", "party_id", true),
            new Column("guardianship", "guardian_id", true),
            new Column("guardianship", "child_id", true),
            new Column("mandate", "holder_id", false),
            new Column("mandate", "grantor_id", false),
            new Column("party_former_number", "party_id", false),
            new Column("consent", "party_id", false),
            new Column("reservation", "party_id", false),
            new Column("party_join", "party_id", false));

    @Inject
    Database database;

    @Inject
    Event<PartiesJoined> joined;

    @Inject
    Clock clock;

    /** Within the caller's transaction. */
    void join(PartyId former, PartyId party) {
        for (Column column : COLUMNS) {
            move(column, former, party);
        }
        // a login of the former would stand for nobody
        database.update("DELETE FROM login WHERE party_id = ?", former);
        joined.fire(new PartiesJoined(former, party));
        keepSettings(former, party);
        database.update("DELETE FROM party WHERE id = ?", former);
        database.update(
                "INSERT INTO party_join (former_id, party_id, joined_at) VALUES (?, ?, ?)",
                former,
                party,
                clock.instant());
    }

    private void move(Column column, PartyId former, PartyId party) {
        String where = " WHERE " + column.name() + " = ?";
        String set = " SET " + column.name() + " = ?" + where;
        if (column.isInKey()) {
            // what the other party has as well goes with the first
            database.update("UPDATE IGNORE " + column.table() + set, party, former);
            database.update("DELETE FROM " + column.table() + where, former);
        } else {
            database.update("UPDATE " + column.table() + set, party, former);
        }
    }

    /** Protection of either protects both; a contact of the current number goes before that of the former. */
    private void keepSettings(PartyId former, PartyId party) {
        database.update(
                "UPDATE party p JOIN party f ON f.id = ? SET"
                        + " p.protected_identity = p.protected_identity OR f.protected_identity,"
                        + " p.notify_by_email = IF(p.email_sealed IS NULL, f.notify_by_email, p.notify_by_email),"
                        + " p.email_sealed = COALESCE(p.email_sealed, f.email_sealed),"
                        + " p.phone_sealed = COALESCE(p.phone_sealed, f.phone_sealed),"
                        + " p.name_sealed = COALESCE(p.name_sealed, f.name_sealed) WHERE p.id = ?",
                former,
                party);
    }

    /** A column of the hub that names a party; one within a unique key may find its place taken. */
    private record Column(String table, String name, boolean isInKey) {}
}
