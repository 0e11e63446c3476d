package se.knutpunkt.hub.deadletter;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.source.Verdict;

/**
 * Something that is done with all letters of a filter.
 *
 * @param letters how many there were when it was asked for
 * @param by display name of who asked
 * @param done when it was done; null while it is under way
 * @param results how many letters came to which end so far
 * @param refused why those that were refused again were refused
 */
public record LetterWork(
        long id,
        What what,
        LetterFilter filter,
        long letters,
        Instant asked,
        String by,
        @Nullable Instant done,
        Map<LetterStep.What, Long> results,
        Map<Verdict, Long> refused) {

    /** What is done. */
    public enum What {
        REPLAY,
        PURGE
    }
}
