package se.knutpunkt.hub.event;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.source.SourceChange.What;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.hub.vault.Vault;

/** Late files by plain SQL. */
@Stateless
public class SqlLateFiles implements LateFiles {
    private static final String REASON = "event_attachment_given_up.reason";
    private static final String AWAITED = "SELECT e.public_id, e.external_id, w.position, w.media_type, w.announced_at"
            + " FROM event_attachment_awaited w JOIN case_event e ON e.id = w.event_id WHERE w.source = ?"
            + " AND NOT EXISTS (SELECT 1 FROM event_attachment_given_up g"
            + " WHERE g.event_id = w.event_id AND g.position = w.position)";

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @EJB
    SourceRegister sources;

    @EJB
    StaffMembers staff;

    private record Kept(String externalId, int position, Instant at, StaffId by, String reason, boolean arrived) {}

    @Override
    public List<Awaited> awaited(String source) {
        return database.query(
                AWAITED + " ORDER BY w.announced_at, w.event_id, w.position LIMIT ?",
                SqlLateFiles::awaited,
                source,
                SHOWN);
    }

    @Override
    public Optional<Awaited> awaited(String source, String eventId, int position) {
        return database.first(
                AWAITED + " AND e.public_id = ? AND w.position = ?", SqlLateFiles::awaited, source, eventId, position);
    }

    private static Awaited awaited(Row row) {
        return new Awaited(
                row.text("public_id"),
                row.text("external_id"),
                (int) row.number("position"),
                row.text("media_type"),
                row.instant("announced_at"));
    }

    @Override
    public List<GivenUp> givenUp(String source) {
        List<Kept> all = database.query(
                "SELECT e.external_id, g.position, g.given_up_at, g.given_up_by, g.reason_sealed,"
                        + " a.file_id IS NOT NULL AS arrived FROM event_attachment_given_up g"
                        + " JOIN case_event e ON e.id = g.event_id JOIN case_event_attachment a"
                        + " ON a.event_id = g.event_id AND a.position = g.position"
                        + " WHERE g.source = ? ORDER BY g.given_up_at DESC LIMIT ?",
                row -> new Kept(
                        row.text("external_id"),
                        (int) row.number("position"),
                        row.instant("given_up_at"),
                        new StaffId(row.number("given_up_by")),
                        vault.open(row.bytes("reason_sealed"), REASON),
                        row.number("arrived") == 1),
                source,
                SHOWN);
        Map<StaffId, String> names = staff.names(all.stream().map(Kept::by).collect(Collectors.toSet()));
        return all.stream()
                .map(one -> new GivenUp(
                        one.externalId(),
                        one.position(),
                        one.at(),
                        names.getOrDefault(one.by(), ""),
                        one.reason(),
                        one.arrived()))
                .toList();
    }

    @Override
    public Set<Integer> givenUpOf(String eventId) {
        return Set.copyOf(database.query(
                "SELECT g.position FROM event_attachment_given_up g JOIN case_event e ON e.id = g.event_id"
                        + " WHERE e.public_id = ?",
                row -> (int) row.number("position"),
                eventId));
    }

    @Override
    public boolean giveUp(String source, String eventId, int position, String reason, StaffId by) {
        Awaited one = awaited(source, eventId, position).orElse(null);
        if (one == null) {
            return false;
        }
        // by what is there now: the file may have come since, or a colleague been quicker
        int given = database.update(
                "INSERT IGNORE INTO event_attachment_given_up"
                        + " (event_id, position, source, given_up_at, given_up_by, reason_sealed)"
                        + " SELECT w.event_id, w.position, w.source, ?, ?, ? FROM event_attachment_awaited w"
                        + " JOIN case_event e ON e.id = w.event_id WHERE e.public_id = ? AND w.position = ?",
                clock.instant(),
                by.value(),
                vault.seal(reason, REASON),
                eventId,
                position);
        if (given == 1) {
            sources.note(source, What.FILE_GIVEN_UP, one.externalId(), Integer.toString(position), by);
        }
        return given == 1;
    }
}
