package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.rule.FormRules;

/** Answers in words, wherever they are read: at the review, in the receipt, by staff. */
public final class AnswerRows {

    private AnswerRows() {}

    /** The fields among these that have something to say at a review, each with its answer. */
    static List<AnswerRow> of(List<Placed> fields, Map<String, List<String>> answers, Locale locale) {
        return fields.stream()
                .filter(placed -> isTold(placed, answers))
                .map(placed -> row(placed, answers.getOrDefault(placed.key(), List.of()), locale))
                .toList();
    }

    /** A group is told by its rows, and by itself when it has none. */
    private static boolean isTold(Placed placed, Map<String, List<String>> answers) {
        FieldType type = placed.type();
        boolean told = type.answers() || type.computes(placed.field()).isPresent();
        boolean toldByRows = type.repeats() && answers.containsKey(placed.key());
        return type.shown() && told && !toldByRows;
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
        FilledForm filled = FilledForm.sent(form, rules, answers, today);
        return form.pages().stream()
                .map(page -> new ReviewView.Section(
                        page.id(), page.title().in(locale), true, of(filled.placed(page), answers, locale)))
                .filter(section -> !section.answers().isEmpty())
                .toList();
    }

    private static AnswerRow row(Placed placed, List<String> values, Locale locale) {
        Field field = placed.field();
        List<String> lines = values.isEmpty() ? List.of() : placed.type().lines(field, values, locale);
        return new AnswerRow(placed.type().asks() ? field.id() : "", label(placed, locale), lines);
    }

    /** The question of a field that may stand in a row of a draft, visible or not. */
    static String label(FormDefinition form, DraftContent content, Field field, Locale locale) {
        String label = field.label().in(locale);
        for (Field group :
                form.fields().filter(one -> RowKey.isIn(one.id(), field.id())).toList()) {
            List<String> rows = content.typed().getOrDefault(group.id(), List.of());
            for (int r = 0; r < rows.size(); r++) {
                if (RowKey.isIn(RowKey.of(group.id(), rows.get(r)), field.id())) {
                    return name(group, r + 1, locale) + ": " + label;
                }
            }
        }
        return label;
    }

    /** The row that a field stands in; empty on the page itself. */
    static String place(Placed placed, Locale locale) {
        Placed.Row row = placed.row();
        return row == null ? "" : name(row.group(), row.number(), locale);
    }

    static String name(Field group, int number, Locale locale) {
        Texts item = group.item() == null ? group.label() : group.item();
        return RowNames.numbered(item.in(locale), number, locale);
    }

    /** In a row the question alone would not tell which of them. */
    static String label(Placed placed, Locale locale) {
        String label = placed.field().label().in(locale);
        Placed.Row row = placed.row();
        return row == null ? label : name(row.group(), row.number(), locale) + ": " + label;
    }
}
