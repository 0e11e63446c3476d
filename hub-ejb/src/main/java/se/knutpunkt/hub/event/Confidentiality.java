package se.knutpunkt.hub.event;

import org.jspecify.annotations.Nullable;

/**
 * What the sender says of an event's confidentiality.
 *
 * @param marking the secrecy marking; null without one
 * @param keptFromGuardian secret from the child's guardians (OSL 12:3, 26:2)
 * @param keepsReporter holds data of someone who reported (OSL 26:5): never shown to the person it concerns or whoever
 *     acts for that person
 * @param partyOnly holds one guardian's own data: shown to the party alone, never by way of the child
 */
public record Confidentiality(
        @Nullable Marking marking, boolean keptFromGuardian, boolean keepsReporter, boolean partyOnly) {

    /** Nothing was said. */
    public static final Confidentiality NONE = new Confidentiality(null, false, false, false);

    /** Whether nothing was said. */
    public boolean isNone() {
        return equals(NONE);
    }
}
