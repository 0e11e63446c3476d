package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.reservation.Matter;
import se.knutpunkt.hub.reservation.Reach;
import se.knutpunkt.hub.reservation.Reservation;
import se.knutpunkt.hub.reservation.Reservations;

/** Reservations of staff, each within the look-up by which the event is read. */
@Stateless
public class SqlStaffReservations implements StaffReservations {

    @EJB
    StaffEvents events;

    @EJB
    Reservations reservations;

    @EJB
    Parties parties;

    @Inject
    StaffLooks looks;

    @Inject
    Database database;

    @Override
    public boolean make(StaffReader reader, String token, String ground, String eventId, NewReservation wanted) {
        Optional<StaffEvent> event = decidable(reader, token, ground, eventId);
        Optional<PartyId> looked = looks.find(reader, token).map(StaffLooks.Look::about);
        if (event.isEmpty() || looked.isEmpty()) {
            return false;
        }
        Integer document = wanted.document();
        if (document != null && event.get().attachments().stream().noneMatch(file -> file.position() == document)) {
            throw new IllegalArgumentException("A reservation is on a file that the party has");
        }
        reservations.make(
                new Reservation(
                        matter(eventId, wanted.reach(), document),
                        to(wanted.to(), looked.get()),
                        wanted.words(),
                        wanted.reference(),
                        wanted.decided(),
                        wanted.from(),
                        wanted.until()),
                reader.staff());
        return true;
    }

    @Override
    public boolean end(StaffReader reader, String token, String ground, String eventId, long id, String reference) {
        boolean isOn = decidable(reader, token, ground, eventId)
                .filter(event ->
                        event.reservations().stream().anyMatch(one -> one.kept().id() == id))
                .isPresent();
        return isOn && reservations.end(id, reference, reader.staff());
    }

    private Optional<StaffEvent> decidable(StaffReader reader, String token, String ground, String eventId) {
        return events.open(reader, token, ground, eventId).filter(StaffEvent::mayDecide);
    }

    private PartyId to(@Nullable IdentityNumber number, PartyId looked) {
        return number == null ? looked : parties.register(number);
    }

    private Matter matter(String eventId, Reach reach, @Nullable Integer document) {
        return database.first(
                        "SELECT e.id, COALESCE(c.part_of, c.id) AS case_id, c.authority, t.branch FROM case_event e"
                                + " JOIN case_file c ON c.id = e.case_id JOIN case_type t ON t.code = c.case_type"
                                + " WHERE e.public_id = ?",
                        row -> matter(row, reach, document),
                        eventId)
                .orElseThrow();
    }

    private static Matter matter(Row row, Reach reach, @Nullable Integer document) {
        return new Matter(
                row.text("authority"),
                row.textOrNull("branch"),
                row.number("case_id"),
                row.number("id"),
                reach,
                document);
    }
}
