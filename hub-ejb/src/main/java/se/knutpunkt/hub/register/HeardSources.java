package se.knutpunkt.hub.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Which sources this node has noted lately; one row written at each event would be the bottleneck of the intake. */
@ApplicationScoped
public class HeardSources {
    private static final Duration STEP = Duration.ofSeconds(30);

    private final Map<String, Instant> noted = new ConcurrentHashMap<>();

    /** Whether a source was noted so lately that nothing is to be done. */
    public boolean isNoted(String code, Instant now) {
        Instant before = noted.get(code);
        return before != null && now.isBefore(before.plus(STEP));
    }

    /** Whether a source is to be noted; true once a step and node. */
    boolean isDue(String code, Instant now) {
        if (isNoted(code, now)) {
            return false;
        }
        Instant before = noted.get(code);
        return before == null ? noted.putIfAbsent(code, now) == null : noted.replace(code, before, now);
    }
}
