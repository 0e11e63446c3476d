package se.knutpunkt.hub.event;

import org.jspecify.annotations.Nullable;

/**
 * The case an event belongs to.
 *
 * @param caseType code of a registered case type
 * @param caseNumber the sender's number of the case, at most 100 characters
 * @param mainCaseNumber the case it follows from; null when none
 */
public record Matter(
        String caseType, String caseNumber, @Nullable String mainCaseNumber) {}
