package se.knutpunkt.hub.role;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A line of the mapping as it was kept.
 *
 * @param id row id
 * @param rule the line
 * @param added when it began to count
 * @param addedBy name of the staff member who added it; personal data, never logged
 * @param removed when it ceased to count; null while it counts
 * @param removedBy name of the staff member who removed it; null while it counts
 */
public record KeptRule(
        long id,
        RoleRule rule,
        Instant added,
        String addedBy,
        @Nullable Instant removed,
        @Nullable String removedBy) {}
