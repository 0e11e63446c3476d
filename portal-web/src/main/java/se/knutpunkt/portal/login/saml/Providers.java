package se.knutpunkt.portal.login.saml;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The identity providers known from their metadata. Read at first need, and again in a person's own time only while
 * nobody could log in at all; else in the background, while what was known stays in use, also when a source cannot be
 * read. Nothing is used past the end of its validity.
 */
final class Providers {
    private static final Logger LOG = Logger.getLogger(Providers.class.getName());

    /** A source that gave nothing yet is tried again soon, but not by each person who waits. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    /** So is one that is out of order, while what it gave before is used. */
    private static final Duration RETRY_KNOWN = Duration.ofMinutes(1);

    private final List<MetadataSource> sources;
    private final Set<String> ourCategories;
    private final Executor background;
    private final Clock clock;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable Map<MetadataSource, State> known;

    /** @param ourCategories our service entity categories, of which a provider must serve one */
    Providers(List<MetadataSource> sources, Set<String> ourCategories, Executor background, Clock clock) {
        this.sources = sources;
        this.ourCategories = ourCategories;
        this.background = background;
        this.clock = clock;
    }

    /** Those a person may choose among, in the order of their sources; hidden ones are not there. */
    List<Provider> offered() {
        return usable().filter(Provider::wantsToBeListed).toList();
    }

    /** The usable provider of an entity id. */
    Optional<Provider> find(String entityId) {
        return usable().filter(one -> one.entityId().equals(entityId)).findFirst();
    }

    private Stream<Provider> usable() {
        Instant now = clock.instant();
        Map<MetadataSource, State> current = known;
        if (current == null) {
            return valid(readNow(null), now);
        }
        if (current.values().stream().anyMatch(state -> state.isDue(now))) {
            if (valid(current, now).findAny().isEmpty()) {
                return valid(readNow(current), now);
            }
            refreshInBackground();
        }
        return valid(current, now);
    }

    /** Of two with one entity id the first source's counts: the operator's file before the federation's aggregate. */
    private Stream<Provider> valid(Map<MetadataSource, State> states, Instant now) {
        Map<String, Provider> byId = new LinkedHashMap<>();
        states.values().stream()
                .flatMap(state -> state.metadata().stream())
                .flatMap(metadata -> metadata.providers().stream())
                .filter(provider -> provider.isValidAt(now) && provider.serves(ourCategories))
                .forEach(provider -> byId.putIfAbsent(provider.entityId(), provider));
        return byId.values().stream();
    }

    /** Those who wait for the same reading share it. */
    private synchronized Map<MetadataSource, State> readNow(@Nullable Map<MetadataSource, State> before) {
        Map<MetadataSource, State> current = known;
        if (current == null || current == before) {
            current = read(current);
            known = current;
        }
        return current;
    }

    private void refreshInBackground() {
        if (!refreshing.compareAndSet(false, true)) {
            return;
        }
        try {
            background.execute(() -> {
                try {
                    readNow(known);
                } finally {
                    refreshing.set(false);
                }
            });
        } catch (RejectedExecutionException busy) {
            refreshing.set(false);
            LOG.log(Level.WARNING, "Metadata of identity providers cannot be read now: {0}", busy.toString());
        }
    }

    /** Reads the sources whose time has come. */
    private Map<MetadataSource, State> read(@Nullable Map<MetadataSource, State> before) {
        Map<MetadataSource, State> states = new LinkedHashMap<>();
        for (MetadataSource source : sources) {
            State state = before == null ? null : before.get(source);
            states.put(source, state == null || state.isDue(clock.instant()) ? read(source, state) : state);
        }
        return states;
    }

    private State read(MetadataSource source, @Nullable State before) {
        try {
            Metadata read = source.read(clock.instant());
            return new State(Optional.of(read), read.readAgain(clock.instant()));
        } catch (RuntimeException unreadable) {
            // whatever a foreign document provokes, what was known stays in use
            String what = "Metadata of identity providers at " + source + " cannot be read: " + unreadable.getMessage();
            LOG.log(Level.WARNING, what, unreadable instanceof UnreadableMetadata ? null : unreadable);
            Instant now = clock.instant();
            Optional<Metadata> last =
                    Optional.ofNullable(before).flatMap(State::metadata).or(() -> source.readKept(now));
            return new State(last, now.plus(last.isPresent() ? RETRY_KNOWN : RETRY));
        }
    }

    /**
     * What a source gave.
     *
     * @param metadata the last good, if there was any
     * @param due when it is to be read again
     */
    private record State(Optional<Metadata> metadata, Instant due) {
        boolean isDue(Instant now) {
            return !now.isBefore(due);
        }
    }
}
