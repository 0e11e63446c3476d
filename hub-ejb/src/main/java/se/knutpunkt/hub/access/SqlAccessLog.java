package se.knutpunkt.hub.access;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;

/** The log as rows that are only ever added. */
@Stateless
public class SqlAccessLog implements AccessLog {
    private static final String NOTE = "access_log.note_sealed";

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public void note(Look look) {
        noteAll(List.of(look));
    }

    @Override
    public void noteAll(List<Look> looks) {
        if (looks.isEmpty()) {
            return;
        }
        Instant now = clock.instant();
        List<@Nullable Object> values = new ArrayList<>();
        for (Look look : looks) {
            values.add(now);
            values.add(look.who());
            values.add(look.capacity());
            values.add(look.purpose());
            values.add(look.what());
            values.add(look.about());
            values.add(look.rule());
            Look.Basis basis = look.basis();
            values.add(basis == null ? null : basis.ground());
            values.add(basis == null ? null : basis.reason());
            values.add(basis == null ? null : vault.seal(basis.note(), NOTE));
        }
        database.update(
                "INSERT INTO access_log (noted_at, who, capacity, purpose, what, about_party_id, rule, ground,"
                        + " reason, note_sealed) VALUES "
                        + String.join(", ", Collections.nCopies(looks.size(), "(?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")),
                values.toArray());
    }

    @Override
    public List<NotedLook> latestAbout(PartyId party, int limit) {
        return database.query(
                "SELECT noted_at, who, capacity, purpose, what, rule, ground, reason, note_sealed FROM access_log WHERE about_party_id = ?"
                        + " ORDER BY id DESC LIMIT ?",
                row -> new NotedLook(
                        row.instant("noted_at"),
                        new Look(
                                row.text("who"),
                                row.text("capacity"),
                                row.text("purpose"),
                                row.text("what"),
                                party,
                                row.text("rule"),
                                basis(row))),
                party,
                limit);
    }

    private Look.@Nullable Basis basis(Row row) {
        byte[] note = row.bytesOrNull("note_sealed");
        return note == null ? null : new Look.Basis(row.text("ground"), row.text("reason"), vault.open(note, NOTE));
    }
}
