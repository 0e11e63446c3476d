package se.knutpunkt.hub.disclosure;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.reservation.Reach;

/**
 * A reservation to be made on an event.
 *
 * @param document position of the only file it is of; null unless it is of a document
 * @param to whom it binds; null for the person who was looked up
 * @param words what it says
 * @param reference the decision
 * @param decided when that was made, by the Swedish date
 * @param until last day; null until further notice
 */
public record NewReservation(
        Reach reach,
        @Nullable Integer document,
        @Nullable IdentityNumber to,
        String words,
        String reference,
        LocalDate decided,
        LocalDate from,
        @Nullable LocalDate until) {}
