package se.knutpunkt.hub.reservation;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;

/** Reservations in the table {@code reservation}, which is its own history. */
@Stateless
public class SqlReservations implements Reservations {
    private static final String WORDS = "reservation.words_sealed";
    private static final String ALL = "SELECT id, authority, branch, case_id, event_id, reach, document, party_id,"
            + " words_sealed, reference, decided_on, valid_from, valid_to, made_at, made_by, ended_at, ended_by,"
            + " end_reference FROM reservation WHERE ";

    @Inject
    Database database;

    @EJB
    StaffMembers staff;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    public List<KeptReservation> binding(PartyId person) {
        return kept(
                ALL + "party_id = ? AND ended_at IS NULL AND valid_from <= ? AND (valid_to IS NULL OR valid_to >= ?)"
                        + " ORDER BY id",
                person,
                today(),
                today());
    }

    @Override
    public List<KeptReservation> on(Set<Long> events, Set<Long> cases) {
        Values of = Values.of(events);
        Values in = Values.of(cases);
        return kept(
                ALL + "event_id IN (" + of.rows() + ") OR (reach = 'CASE' AND case_id IN (" + in.rows()
                        + ")) ORDER BY ended_at IS NULL DESC, id DESC LIMIT 100",
                Stream.concat(events.stream(), cases.stream()).toArray());
    }

    @Override
    public long make(Reservation reservation, StaffId by) {
        Matter matter = reservation.matter();
        return database.insert(
                "INSERT INTO reservation (authority, branch, case_id, event_id, reach, document, party_id, words_sealed,"
                        + " reference, decided_on, valid_from, valid_to, made_at, made_by)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
                matter.authority(),
                matter.branch(),
                matter.caseId(),
                matter.eventId(),
                matter.reach(),
                matter.document(),
                reservation.to(),
                vault.seal(reservation.words(), WORDS),
                reservation.reference(),
                reservation.decided(),
                reservation.from(),
                reservation.until(),
                clock.instant(),
                by.value());
    }

    @Override
    public boolean end(long id, String reference, StaffId by) {
        if (Reservation.isUnfitReference(reference)) {
            throw new IllegalArgumentException("A reservation is ended by a decision");
        }
        return database.update(
                        "UPDATE reservation SET ended_at = ?, ended_by = ?, end_reference = ? WHERE id = ?"
                                + " AND ended_at IS NULL AND (valid_to IS NULL OR valid_to >= ?)",
                        clock.instant(),
                        by.value(),
                        reference.strip(),
                        id,
                        today())
                == 1;
    }

    private LocalDate today() {
        return SwedishTime.today(clock);
    }

    /** With the names of all, read at once. */
    private List<KeptReservation> kept(String sql, @Nullable Object... values) {
        List<Line> lines = database.query(sql, this::line, values);
        Set<StaffId> members = lines.stream()
                .flatMap(line -> Stream.of(line.maker(), line.ender()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        Map<StaffId, String> names = members.isEmpty() ? Map.of() : staff.names(members);
        return lines.stream().map(line -> line.kept(names)).toList();
    }

    private Line line(Row row) {
        Long document = row.numberOrNull("document");
        Long ender = row.numberOrNull("ended_by");
        return new Line(
                row.number("id"),
                new Reservation(
                        new Matter(
                                row.text("authority"),
                                row.textOrNull("branch"),
                                row.number("case_id"),
                                row.number("event_id"),
                                Reach.valueOf(row.text("reach")),
                                document == null ? null : Math.toIntExact(document)),
                        row.party("party_id"),
                        vault.open(row.bytes("words_sealed"), WORDS),
                        row.text("reference"),
                        Objects.requireNonNull(row.dateOrNull("decided_on")),
                        Objects.requireNonNull(row.dateOrNull("valid_from")),
                        row.dateOrNull("valid_to")),
                row.instant("made_at"),
                new StaffId(row.number("made_by")),
                row.instantOrNull("ended_at"),
                ender == null ? null : new StaffId(ender),
                row.textOrNull("end_reference"));
    }

    /** A row; it knows staff by id alone. */
    private record Line(
            long id,
            Reservation reservation,
            Instant made,
            StaffId maker,
            @Nullable Instant ended,
            @Nullable StaffId ender,
            @Nullable String endReference) {

        KeptReservation kept(Map<StaffId, String> names) {
            return new KeptReservation(
                    id,
                    reservation,
                    made,
                    names.getOrDefault(maker, ""),
                    ended,
                    ender == null ? null : names.getOrDefault(ender, ""),
                    endReference);
        }
    }
}
