package se.knutpunkt.eforms.fill;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;

/** Makes what pages show of a filled form, in one language. */
final class Views {

    private final FormDefinition form;
    private final FilledForm filled;
    private final Locale locale;

    Views(FormDefinition form, FilledForm filled, Locale locale) {
        this.form = form;
        this.filled = filled;
        this.locale = locale;
    }

    StepView step(FormPage page, Instant expires) {
        List<FormPage> pages = filled.pages();
        int index = pages.indexOf(page);
        Map<String, FieldError> errors = filled.errors(page);
        return new StepView(
                form.title().in(locale),
                form.slug(),
                page.id(),
                page.title().in(locale),
                words(page.description()),
                index + 1,
                pages.size(),
                index + 1 < pages.size() ? pages.get(index + 1).title().in(locale) : null,
                index > 0 ? pages.get(index - 1).id() : null,
                filled.placed(page).stream()
                        .filter(placed -> placed.row() == null && placed.type().shown())
                        .map(placed -> field(placed, page, errors))
                        .toList(),
                dropping(),
                expires,
                DraftStanding.CURRENT);
    }

    /** What is let go of is told as it was typed: it may be no right answer. */
    private List<AnswerRow> dropping() {
        return filled.hiddenAnswers().stream()
                .map(field -> new AnswerRow(
                        field.id(),
                        AnswerRows.label(form, filled.content(), field, locale),
                        typedLines(field, filled.typed(field), locale)))
                .toList();
    }

    /** What was typed, to be read by who typed it. */
    static List<String> typedLines(Field field, List<String> typed, Locale locale) {
        FieldType type = FieldTypes.standard().of(field);
        return type.takesFiles()
                ? files(typed, locale).stream().map(FileView::name).toList()
                : type.typedLines(field, typed, locale).stream()
                        .map(Views::showable)
                        .toList();
    }

    private FieldView field(Placed placed, FormPage page, Map<String, FieldError> errors) {
        Field field = placed.field();
        FieldError error = errors.get(field.id());
        FieldType type = placed.type();
        List<String> typed = type.computes(field).isPresent() ? computed(field) : filled.typed(field);
        return new FieldView(
                field.id(),
                field.type(),
                field.label().in(locale),
                AnswerRows.place(placed, locale),
                words(field.help()),
                filled.required(placed),
                error == null ? "" : error.in(locale),
                type.takesFiles()
                        ? List.of()
                        : typed.stream().map(Views::showable).toList(),
                type.control(field, locale),
                filled.opensOthers(placed),
                type.takesFiles() ? files(typed, locale) : List.of(),
                type.repeats() ? rows(placed, page, errors) : List.of(),
                error == null || error.part() == null ? "" : error.part());
    }

    /** A value that is worked out stands on the page in words. */
    private List<String> computed(Field field) {
        List<String> values = filled.answers().getOrDefault(field.id(), List.of());
        return values.isEmpty() ? List.of() : FieldTypes.standard().of(field).lines(field, values, locale);
    }

    private List<RowView> rows(Placed group, FormPage page, Map<String, FieldError> errors) {
        List<RowView> rows = new ArrayList<>();
        for (String id : filled.rows(group.field())) {
            rows.add(new RowView(
                    RowKey.of(group.key(), id),
                    id,
                    AnswerRows.name(group.field(), rows.size() + 1, locale),
                    filled.placed(page).stream()
                            .filter(placed -> placed.isIn(group.key(), id)
                                    && placed.type().shown())
                            .map(placed -> field(placed, page, errors))
                            .toList()));
        }
        return rows;
    }

    List<ReviewView.Section> sections() {
        return filled.pages().stream()
                .map(page ->
                        new ReviewView.Section(page.id(), page.title().in(locale), filled.complete(page), rows(page)))
                .toList();
    }

    private List<AnswerRow> rows(FormPage page) {
        return AnswerRows.of(filled.placed(page), filled.answers(), locale);
    }

    static List<FileView> files(List<String> values, Locale locale) {
        return values.stream()
                .map(AnsweredFile::of)
                .map(file -> new FileView(file.id(), file.name(), file.size(locale)))
                .toList();
    }

    private String words(@Nullable Texts texts) {
        return texts == null ? "" : texts.in(locale);
    }

    /** A page can't carry control characters; where they stand is shown, so that they can be taken away. */
    private static String showable(String typed) {
        return typed.codePoints()
                .map(c -> isShowable(c) ? c : 0xFFFD)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isShowable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint == '\n' || codePoint == '\r' || codePoint == '\t';
            case Character.SURROGATE -> false;
            default -> (codePoint & 0xFFFE) != 0xFFFE;
        };
    }
}
