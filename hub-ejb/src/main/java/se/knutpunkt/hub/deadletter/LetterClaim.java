package se.knutpunkt.hub.deadletter;

/**
 * A letter that one hand alone may replay for the next minute.
 *
 * @param claim tells the hand
 * @param document as it was refused
 */
public record LetterClaim(long id, String claim, String source, String document, boolean partial) {}
