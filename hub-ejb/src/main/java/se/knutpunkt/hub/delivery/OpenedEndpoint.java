package se.knutpunkt.hub.delivery;

/**
 * A new endpoint.
 *
 * @param secret to be shown once and given to the receiver; nobody can read it again
 */
public record OpenedEndpoint(long id, String secret) {}
