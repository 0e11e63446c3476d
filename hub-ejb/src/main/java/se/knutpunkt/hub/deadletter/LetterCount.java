package se.knutpunkt.hub.deadletter;

import se.knutpunkt.hub.source.Verdict;

/**
 * Waiting letters of one source and kind.
 *
 * @param seen how often they were sent together
 */
public record LetterCount(String source, Verdict kind, long letters, long seen) {}
