package se.knutpunkt.hub.source;

import java.util.EnumMap;
import java.util.Map;

/**
 * What a source sent, to all nodes, some seconds exact.
 *
 * @param lastHour events taken in the last hour, five minutes exact
 * @param lastDay events taken in the last 24 hours
 * @param refused events or requests refused in the last 24 hours, by reason
 */
public record SourceRates(long lastHour, long lastDay, Map<Verdict, Long> refused) {
    /** Nothing sent. */
    public static final SourceRates NONE = new SourceRates(0, 0, Map.of());

    /** Copies the reasons, in order. */
    public SourceRates {
        Map<Verdict, Long> ordered = new EnumMap<>(Verdict.class);
        ordered.putAll(refused);
        refused = ordered;
    }

    /** All refused in the last 24 hours. */
    public long allRefused() {
        return refused.values().stream().mapToLong(Long::longValue).sum();
    }
}
