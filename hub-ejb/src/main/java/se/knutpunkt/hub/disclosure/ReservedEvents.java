package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.reservation.KeptReservation;
import se.knutpunkt.hub.reservation.Matter;
import se.knutpunkt.hub.reservation.Reach;
import se.knutpunkt.hub.reservation.Reservations;

/**
 * Which reservations are on an event: its own, those on what it stands in the place of, since a correction takes none away,
 * and those on its case.
 */
@Dependent
class ReservedEvents {

    @Inject
    Database database;

    @EJB
    Reservations reservations;

    /** Where an event belongs. */
    private record Place(Set<Long> cases, Set<Long> events) {
        boolean holds(Matter matter) {
            return matter.reach() == Reach.CASE ? cases.contains(matter.caseId()) : events.contains(matter.eventId());
        }
    }

    /** All on an event, whomever they bind and however they stand, the newest first. */
    List<KeptReservation> on(long eventId) {
        Place place = place(eventId);
        return reservations.on(place.events(), place.cases());
    }

    /** Whether any binds a reader today, on whatever. */
    boolean binds(PartyId reader) {
        return !reservations.binding(reader).isEmpty();
    }

    /** Those that bind a reader today on an event. Of the event nothing is asked for a reader whom none binds. */
    List<KeptReservation> binding(PartyId reader, long eventId) {
        List<KeptReservation> all = reservations.binding(reader);
        if (all.isEmpty()) {
            return List.of();
        }
        Place place = place(eventId);
        return all.stream()
                .filter(one -> place.holds(one.reservation().matter()))
                .toList();
    }

    private Place place(long eventId) {
        Set<Long> events = Set.copyOf(database.query("""
                WITH RECURSIVE earlier (id) AS (
                  SELECT id FROM case_event WHERE id = ?
                  UNION SELECT x.event_id FROM event_replaced x JOIN earlier ON x.by_event_id = earlier.id)
                SELECT id FROM earlier
                """, row -> row.number("id"), eventId));
        return database.first(
                        "SELECT c.id, c.part_of FROM case_event e JOIN case_file c ON c.id = e.case_id WHERE e.id = ?",
                        row -> new Place(
                                Stream.of(row.number("id"), row.numberOrNull("part_of"))
                                        .filter(Objects::nonNull)
                                        .collect(Collectors.toSet()),
                                events),
                        eventId)
                .orElseThrow();
    }
}
