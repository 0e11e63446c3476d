package se.knutpunkt.hub.diary;

import java.util.Objects;

/**
 * One answer of a submission as people read it, in the language of the case file.
 *
 * @param section the page or group it stood on; empty when the form has one page
 * @param label the question in words
 * @param value the answer in words; empty when the question was left unanswered
 */
public record DiaryAnswer(String section, String label, String value) {

    public DiaryAnswer {
        Objects.requireNonNull(section, "section");
        Objects.requireNonNull(label, "label");
        Objects.requireNonNull(value, "value");
    }
}
