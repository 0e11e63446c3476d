package se.knutpunkt.hub.source;

import java.time.Instant;

/**
 * A change of a source.
 *
 * @param by name of the staff member; personal data, never logged
 * @param before what it was; empty when there is no such thing
 * @param after what it became; empty when there is no such thing
 */
public record SourceChange(Instant at, String by, What what, String before, String after) {

    /** What was changed. */
    public enum What {
        REGISTERED,
        NAME_SV,
        NAME_EN,
        AUTHORITY,
        CASE_TYPES,
        NETWORKS,
        /** In minutes. */
        RHYTHM,
        LIMIT,
        /** Case types it may ask about. */
        ASKS,
        /** Where it is told of events. */
        TOLD,
        /** Of which case types it is told. */
        TOLD_TYPES,
        /** Until when the former secret counts (ISO 8601). */
        TOLD_SECRET,
        TOLD_PAUSED,
        TOLD_RESUMED,
        /** The key's first characters. */
        KEY_MADE,
        /** The key's first characters, and when it ends (ISO 8601). */
        KEY_ENDS,
        /** The key's first characters. */
        KEY_REVOKED,
        /** The source's id of an event, and which of its announced files is no longer waited for. */
        FILE_GIVEN_UP,
        CLOSED,
        REOPENED
    }
}
