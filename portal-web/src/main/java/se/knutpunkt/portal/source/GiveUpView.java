package se.knutpunkt.portal.source;

/**
 * Asks why a file is no longer waited for.
 *
 * @param fault what is wrong with the reason; empty when nothing is
 */
public record GiveUpView(
        String event, int position, String when, String action, String back, String reason, String fault) {}
