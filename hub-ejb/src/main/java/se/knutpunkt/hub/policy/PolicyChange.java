package se.knutpunkt.hub.policy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change of the policy.
 *
 * @param id 0 before it is kept
 * @param baseVersion the version that it changes
 * @param version under which it is or was in force; null when it never was
 * @param loosens it shows something to someone that was not shown before; then somebody else lets it be
 * @param reason why, in the words of whoever proposed it
 * @param proposedBy id of the staff register
 * @param decided null while it waits, and of what needed no decision
 */
public record PolicyChange(
        long id,
        int baseVersion,
        @Nullable Integer version,
        State state,
        boolean loosens,
        String reason,
        String proposedBy,
        Instant proposedAt,
        @Nullable Decided decided) {

    /** What became of it. */
    public enum State {
        /** For somebody else to let be or to refuse. */
        WAITING,
        /** In force, now or until a later version. */
        IN_FORCE,
        /** Somebody else said no. */
        REFUSED,
        /** Whoever proposed it took it back. */
        WITHDRAWN
    }

    /** Who decided on it, and why. */
    public record Decided(String by, Instant at, String reason) {}
}
