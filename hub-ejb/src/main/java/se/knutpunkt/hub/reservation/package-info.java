/** Reservations: under what conditions a party is given secret information (OSL 10:4). */
@NullMarked
package se.knutpunkt.hub.reservation;

import org.jspecify.annotations.NullMarked;
