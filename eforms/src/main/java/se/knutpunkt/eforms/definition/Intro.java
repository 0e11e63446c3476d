package se.knutpunkt.eforms.definition;

import org.jspecify.annotations.Nullable;

/**
 * What someone wants to know before they begin.
 *
 * @param whoMaySubmit who has the right to send it, where the law or the municipality limits that
 * @param timeNeeded about how long it takes to fill in
 * @param whatHappensNext what the municipality does with it, and when an answer comes
 * @param becomesPublic said where what is sent is published, for instance with the sender's name
 * @param decidedBy the body that decides, where there is a decision
 */
public record Intro(
        @Nullable Texts whoMaySubmit,
        Texts timeNeeded,
        Texts whatHappensNext,
        @Nullable Texts becomesPublic,
        @Nullable Texts decidedBy) {}
