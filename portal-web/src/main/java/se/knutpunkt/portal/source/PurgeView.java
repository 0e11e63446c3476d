package se.knutpunkt.portal.source;

/**
 * Asks why an event that was given up is taken away.
 *
 * @param fault what is wrong with the reason; empty when nothing is
 */
public record PurgeView(String event, String why, String action, String back, String reason, String fault) {}
