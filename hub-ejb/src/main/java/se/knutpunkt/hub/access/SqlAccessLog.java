package se.knutpunkt.hub.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.PartyId;

/** The log as rows that are only ever added. */
@Stateless
public class SqlAccessLog implements AccessLog {

    @Inject
    Database database;

    @Inject
    Clock clock;

    @Override
    public void note(Look look) {
        database.update(
                "INSERT INTO access_log (noted_at, who, capacity, purpose, what, about_party_id, rule)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                clock.instant(),
                look.who(),
                look.capacity(),
                look.purpose(),
                look.what(),
                look.about(),
                look.rule());
    }

    @Override
    public List<NotedLook> latestAbout(PartyId party, int limit) {
        return database.query(
                "SELECT noted_at, who, capacity, purpose, what, rule FROM access_log WHERE about_party_id = ?"
                        + " ORDER BY id DESC LIMIT ?",
                row -> new NotedLook(
                        row.instant("noted_at"),
                        new Look(
                                row.text("who"),
                                row.text("capacity"),
                                row.text("purpose"),
                                row.text("what"),
                                party,
                                row.text("rule"))),
                party,
                limit);
    }
}
