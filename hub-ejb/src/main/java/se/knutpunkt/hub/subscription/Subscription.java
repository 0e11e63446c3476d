package se.knutpunkt.hub.subscription;

import java.time.Instant;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.delivery.Endpoint;
import se.knutpunkt.hub.delivery.Failure;

/**
 * What a source is told of.
 *
 * @param source its code
 * @param caseTypes codes; it is told of those of them that it has the right to
 * @param behind how many changes, of any case type, it has not been told of or past yet
 * @param delivered when it last took something; null when never
 * @param failure of the last try; null when that went well
 * @param failingSince null when the last try went well
 * @param nextTry not before; null for now
 */
public record Subscription(
        String source,
        Endpoint endpoint,
        SortedSet<String> caseTypes,
        State state,
        long behind,
        @Nullable Instant delivered,
        @Nullable Failure failure,
        @Nullable Instant failingSince,
        @Nullable Instant nextTry) {

    /** How it stands. */
    public enum State {
        /** It is told. */
        ACTIVE,
        /** Staff have paused it; its place is kept. */
        PAUSED,
        /** It could not be told for so long that we gave up; its place is kept. */
        STOPPED
    }

    /** Copies the case types, in order. */
    public Subscription {
        caseTypes = new TreeSet<>(caseTypes);
    }
}
