package se.knutpunkt.hub.source;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;

/**
 * The sources behind keys. Every event asks, so what the database said is kept for a moment; a key that is revoked, or
 * whose source is closed, is refused on every node within {@link #LIFE}, with no word between the nodes.
 */
@ApplicationScoped
public class Senders {
    /** Until then what was read is believed by all; from then on one request reads anew while the others go on. */
    static final Duration FRESH = Duration.ofSeconds(1);

    /** The longest that a key outlives its revocation. */
    static final Duration LIFE = Duration.ofSeconds(2);

    /** By SHA-256. Keys that nobody holds are not kept, so that no sender can fill the memory with them. */
    private final Map<ByteBuffer, Kept> kept = new ConcurrentHashMap<>();

    @Inject
    Database database;

    @EJB
    SourceSystems sources;

    @Inject
    Clock clock;

    /** The source that holds a key; empty when nobody does, it no longer counts, or its source is closed. */
    public Optional<Sender> byKey(String key) {
        byte[] hash = KeyBits.sha256(key);
        ByteBuffer digest = ByteBuffer.wrap(hash);
        Instant now = clock.instant();
        Kept known = kept.get(digest);
        if (known != null && known.answersAt(now)) {
            return Optional.of(known.sender).filter(sender -> sender.countsAt(now));
        }
        // the time before the question: what is revoked while it is asked does not count from its answer on
        Optional<Sender> read = read(hash, now);
        read.ifPresentOrElse(sender -> kept.put(digest, new Kept(sender, now)), () -> kept.remove(digest));
        return read;
    }

    private Optional<Sender> read(byte[] hash, Instant now) {
        return database.first("""
                        SELECT k.id, k.source, k.ends_at, s.networks, s.events_per_minute
                          FROM source_key k
                          JOIN source_system s ON s.code = k.source
                         WHERE k.key_sha256 = ? AND k.revoked_at IS NULL AND (k.ends_at IS NULL OR k.ends_at > ?)
                           AND s.closed_at IS NULL
                        """, Holder::of, hash, now)
                .flatMap(holder -> sources.find(holder.source()).map(holder::sender));
    }

    private record Holder(
            long key,
            String source,
            @Nullable Instant ends,
            String networks,
            @Nullable Integer limit) {
        static Holder of(Row row) {
            Long limit = row.numberOrNull("events_per_minute");
            return new Holder(
                    row.number("id"),
                    row.text("source"),
                    row.instantOrNull("ends_at"),
                    row.text("networks"),
                    limit == null ? null : limit.intValue());
        }

        Sender sender(SourceSystem found) {
            return new Sender(found, key, ends, networks, limit);
        }
    }

    /** What was read, and when. */
    static final class Kept {
        private final Sender sender;
        private final Instant read;
        private final AtomicBoolean renewing = new AtomicBoolean();

        Kept(Sender sender, Instant read) {
            this.sender = sender;
            this.read = read;
        }

        /** Whether it may be used; once it is no longer fresh, the first who asks is told no, and reads anew. */
        boolean answersAt(Instant now) {
            if (now.isBefore(read) || !now.isBefore(read.plus(LIFE))) {
                return false;
            }
            return now.isBefore(read.plus(FRESH)) || !renewing.compareAndSet(false, true);
        }
    }
}
