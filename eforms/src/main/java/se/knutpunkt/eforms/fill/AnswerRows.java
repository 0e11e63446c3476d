package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.rule.FormRules;

/** Answers in words, wherever they are read: at the review, in the receipt, by staff. */
public final class AnswerRows {

    private AnswerRows() {}

    /** The asking fields among these, each with its answer. */
    static List<AnswerRow> of(List<Field> fields, Map<String, List<String>> answers, Locale locale) {
        return fields.stream()
                .filter(field -> FieldTypes.standard().of(field).asks())
                .map(field -> row(field, answers.getOrDefault(field.id(), List.of()), locale))
                .toList();
    }

    /**
     * The answers of a sent form, page by page, as they were sent.
     *
     * @param rules the rules of that form
     * @param answers normalised answers by field id
     * @param today the date in Sweden when it was sent: rules may look at it
     */
    public static List<ReviewView.Section> sections(
            FormDefinition form,
            FormRules rules,
            Map<String, List<String>> answers,
            java.time.LocalDate today,
            Locale locale) {
        var visible = rules.visible(answers, today);
        return form.pages().stream()
                .map(page -> new ReviewView.Section(
                        page.id(),
                        page.title().in(locale),
                        true,
                        of(
                                page.fields().stream()
                                        .filter(field -> visible.contains(field.id()))
                                        .toList(),
                                answers,
                                locale)))
                .filter(section -> !section.answers().isEmpty())
                .toList();
    }

    private static AnswerRow row(Field field, List<String> values, Locale locale) {
        List<String> lines =
                values.isEmpty() ? List.of() : FieldTypes.standard().of(field).lines(field, values, locale);
        return new AnswerRow(field.id(), field.label().in(locale), lines);
    }
}
