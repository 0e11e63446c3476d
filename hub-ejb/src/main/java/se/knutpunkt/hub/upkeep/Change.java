package se.knutpunkt.hub.upkeep;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A change of the register as its history tells it.
 *
 * @param before null when it was added
 * @param after null when it was discarded
 * @param by name of the staff member; personal data, never logged
 */
public record Change(
        EntryKey key,
        Deed deed,
        @Nullable Entry before,
        @Nullable Entry after,
        Instant at,
        String by,
        List<Difference> differences) {

    /** What was done. */
    public enum Deed {
        CREATED,
        CHANGED,
        WENT_LIVE,
        CLOSED,
        OPENED,
        DISCARDED
    }
}
