package se.knutpunkt.hub.disclosure;

import org.jspecify.annotations.Nullable;

/**
 * What a decision asks about an event and the person it concerns.
 *
 * @param caseType code of its case type
 * @param shownToCitizen the source lets citizens see it
 * @param protectedIdentity the person it concerns has protected personal data
 * @param age of that person in whole years on this Swedish day; null when not known
 * @param covered the power of attorney covers the case type; of no meaning in other capacities
 * @param own the viewer is the system that sent it
 */
record EventFacts(
        String caseType,
        boolean shownToCitizen,
        boolean protectedIdentity,
        @Nullable Integer age,
        boolean covered,
        boolean own) {

    /** As people ask. */
    EventFacts(
            String caseType,
            boolean shownToCitizen,
            boolean protectedIdentity,
            @Nullable Integer age,
            boolean covered) {
        this(caseType, shownToCitizen, protectedIdentity, age, covered, false);
    }
}
