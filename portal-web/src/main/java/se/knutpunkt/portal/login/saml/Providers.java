package se.knutpunkt.portal.login.saml;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The identity providers known from their metadata. Read at first need; later in the background, while what was known
 * stays in use, also when a source cannot be read.
 */
final class Providers {
    private static final Logger LOG = Logger.getLogger(Providers.class.getName());
    private static final Duration FRESH = Duration.ofMinutes(10);

    /** A person who waits does not pay for each source that is out of order again and again. */
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final List<MetadataSource> sources;
    private final Executor background;
    private final Clock clock;
    private final AtomicBoolean refreshing = new AtomicBoolean();
    private volatile @Nullable Known known;

    Providers(List<MetadataSource> sources, Executor background, Clock clock) {
        this.sources = sources;
        this.background = background;
        this.clock = clock;
    }

    /** All of them, in the order of their sources. */
    List<Provider> all() {
        Known current = known;
        if (current == null || !current.isComplete() && current.isOlderThan(RETRY, clock)) {
            return readNow(current).providers();
        }
        if (current.isOlderThan(FRESH, clock)) {
            refreshInBackground();
        }
        return current.providers();
    }

    /** The provider of an entity id. */
    Optional<Provider> find(String entityId) {
        return all().stream().filter(one -> one.entityId().equals(entityId)).findFirst();
    }

    private synchronized Known readNow(@Nullable Known before) {
        Known current = known;
        if (current == null || current == before) {
            current = read(current);
            known = current;
        }
        return current;
    }

    private void refreshInBackground() {
        if (refreshing.compareAndSet(false, true)) {
            background.execute(() -> {
                try {
                    known = read(known);
                } finally {
                    refreshing.set(false);
                }
            });
        }
    }

    private Known read(@Nullable Known before) {
        Map<MetadataSource, List<Provider>> bySource = new LinkedHashMap<>();
        for (MetadataSource source : sources) {
            try {
                bySource.put(source, source.read());
            } catch (UnreadableMetadata unreadable) {
                LOG.log(Level.WARNING, "Metadata of identity providers at {0} cannot be read: {1}", new Object[] {
                    source, unreadable.getMessage()
                });
                if (before != null && before.bySource().containsKey(source)) {
                    bySource.put(source, before.bySource().get(source));
                }
            }
        }
        return new Known(bySource, bySource.size() == sources.size(), clock.instant());
    }

    private record Known(Map<MetadataSource, List<Provider>> bySource, boolean isComplete, Instant read) {
        List<Provider> providers() {
            return bySource.values().stream().flatMap(List::stream).toList();
        }

        boolean isOlderThan(Duration age, Clock clock) {
            return !clock.instant().isBefore(read.plus(age));
        }
    }
}
