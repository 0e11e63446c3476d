package se.knutpunkt.hub.event;

/**
 * An event that is kept.
 *
 * @param eventId the hub's own id of it, a UUID
 * @param repeated the same event had come before; nothing was changed
 */
public record Taken(String eventId, boolean repeated) {}
