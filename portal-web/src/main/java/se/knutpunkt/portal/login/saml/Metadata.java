package se.knutpunkt.portal.login.saml;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What a metadata document says.
 *
 * @param providers the usable providers in it, each with the end of its own validity
 * @param validUntil when the whole document may no longer be used; {@link Instant#MAX} when it sets no end
 * @param cacheDuration how long it may be used before it is read again, if it says
 */
record Metadata(List<Provider> providers, Instant validUntil, Optional<Duration> cacheDuration) {
    private static final Duration USUAL = Duration.ofMinutes(10);
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofHours(24);

    /** Copies the list. */
    Metadata {
        providers = List.copyOf(providers);
    }

    /** When it should be read again: as it says within reason, and when the first of its providers lapses. */
    Instant readAgain(Instant read) {
        Instant due = read.plus(bounded(cacheDuration.orElse(USUAL)));
        Instant soonest = read.plus(SHORTEST);
        Instant lapse = providers.stream()
                .map(Provider::validUntil)
                .filter(read::isBefore)
                .min(Instant::compareTo)
                .orElse(due);
        Instant wanted = lapse.isBefore(due) ? lapse : due;
        return wanted.isBefore(soonest) ? soonest : wanted;
    }

    private static Duration bounded(Duration wanted) {
        return wanted.compareTo(SHORTEST) < 0 ? SHORTEST : wanted.compareTo(LONGEST) > 0 ? LONGEST : wanted;
    }
}
