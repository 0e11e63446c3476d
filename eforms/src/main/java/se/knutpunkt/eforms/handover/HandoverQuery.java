package se.knutpunkt.eforms.handover;

import org.jspecify.annotations.Nullable;

/**
 * What part of the list is asked for; null asks for all.
 *
 * @param caseNumber ours or the system's, whole
 * @param before only those with a lower row, for the next page; 0 for the first
 */
public record HandoverQuery(
        @Nullable HandoverState state,
        @Nullable String form,
        @Nullable String source,
        @Nullable String caseNumber,
        long before) {

    /** How many a page has. */
    public static final int PAGE = 50;
}
