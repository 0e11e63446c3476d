package se.knutpunkt.eforms.fill;

import java.util.List;

/**
 * A question and its answer in words.
 *
 * @param fieldId id of the field, where "change" leads; empty for a value that is worked out and not typed
 * @param label the question
 * @param lines the answer, a line each; empty when it was left unanswered
 */
public record AnswerRow(String fieldId, String label, List<String> lines) {

    public AnswerRow {
        lines = List.copyOf(lines);
    }

    /** The answer as one text. */
    public String text() {
        return String.join("\n", lines);
    }
}
