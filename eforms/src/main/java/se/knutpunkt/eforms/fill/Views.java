package se.knutpunkt.eforms.fill;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
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
                filled.fields(page).stream()
                        .map(field -> field(field, errors.get(field.id())))
                        .toList(),
                expires);
    }

    private FieldView field(Field field, @Nullable FieldError error) {
        FieldType type = FieldTypes.standard().of(field);
        List<String> typed = filled.typed(field);
        return new FieldView(
                field.id(),
                field.type(),
                field.label().in(locale),
                words(field.help()),
                filled.required(field),
                error == null ? "" : error.in(locale),
                type.takesFiles()
                        ? List.of()
                        : typed.stream().map(Views::showable).toList(),
                type.control(field, locale),
                filled.opensOthers(field),
                type.takesFiles() ? files(typed, locale) : List.of());
    }

    List<ReviewView.Section> sections() {
        return filled.pages().stream()
                .map(page ->
                        new ReviewView.Section(page.id(), page.title().in(locale), filled.complete(page), rows(page)))
                .toList();
    }

    private List<AnswerRow> rows(FormPage page) {
        return AnswerRows.of(filled.fields(page), filled.answers(), locale);
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
