package se.knutpunkt.portal.deadletter;

import java.util.List;

/**
 * Asks before something is done with one or many letters.
 *
 * @param action where it is posted to; empty when there is nothing to do
 * @param last newest letter that is meant; empty for one letter
 * @param reasoned whether a reason is needed
 * @param reason what was typed of it
 * @param fault what is wrong with the reason; empty when nothing is
 */
public record LetterQuestion(
        String title,
        List<String> texts,
        List<String> filter,
        String action,
        String last,
        LetterQuery asked,
        boolean reasoned,
        String reason,
        String fault,
        String button,
        boolean warn,
        String back) {}
