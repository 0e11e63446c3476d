package se.knutpunkt.hub.register;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Case types read lately: each event asks for its own, which is several rows. A change of the register is seen on every
 * node within {@link #LIFE}.
 */
@ApplicationScoped
public class CaseTypeCache {
    static final Duration LIFE = Duration.ofSeconds(5);

    /** Codes that nobody registered are not kept, so that no sender can fill the memory with them. */
    private final Map<String, Kept> kept = new ConcurrentHashMap<>();

    private volatile @Nullable KeptAuthorities authorities;

    @Inject
    Clock clock;

    /** A case type read lately; empty says nothing of whether there is one. A call to a bean would cost more than this. */
    public Optional<CaseType> known(String code) {
        Kept known = kept.get(code);
        return known != null && clock.instant().isBefore(known.read().plus(LIFE))
                ? Optional.of(known.type())
                : Optional.empty();
    }

    Optional<CaseType> find(String code, Function<String, Optional<CaseType>> read) {
        Optional<CaseType> known = known(code);
        if (known.isPresent()) {
            return known;
        }
        Instant now = clock.instant();
        Optional<CaseType> type = read.apply(code);
        type.ifPresentOrElse(found -> kept.put(code, new Kept(found, now)), () -> kept.remove(code));
        return type;
    }

    /** All authorities at once: a sender that names one nobody registered asks no more of the database than another. */
    Set<String> authorities(Supplier<Set<String>> read) {
        Instant now = clock.instant();
        KeptAuthorities known = authorities;
        if (known == null || !known.holdsAt(now)) {
            known = new KeptAuthorities(Set.copyOf(read.get()), now);
            authorities = known;
        }
        return known.codes();
    }

    /** Whether an authority was there when all were read lately; false says nothing of whether there is one. */
    public boolean isKnownAuthority(String code) {
        KeptAuthorities known = authorities;
        return known != null && known.holdsAt(clock.instant()) && known.codes().contains(code);
    }

    private record Kept(CaseType type, Instant read) {}

    private record KeptAuthorities(Set<String> codes, Instant read) {
        boolean holdsAt(Instant now) {
            return now.isBefore(read.plus(LIFE));
        }
    }
}
