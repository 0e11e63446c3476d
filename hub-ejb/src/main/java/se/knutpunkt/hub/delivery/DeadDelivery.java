package se.knutpunkt.hub.delivery;

import java.time.Instant;

/**
 * A message that was given up.
 *
 * @param item what it is about, as its kind knows it; an id
 * @param made when it was to be sent first
 * @param died when it was given up
 */
public record DeadDelivery(long id, String kind, String item, Instant made, Instant died, Failure failure) {}
