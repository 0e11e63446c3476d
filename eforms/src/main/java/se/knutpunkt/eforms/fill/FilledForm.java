package se.knutpunkt.eforms.fill;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Check;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.field.Reading;
import se.knutpunkt.eforms.rule.FormRules;

/** A form with what has been typed into it so far: what is visible, what the answers are, what is wrong. */
final class FilledForm {

    private final FormDefinition form;
    private final FormRules rules;
    private final DraftContent content;
    private final LocalDate today;
    private final Map<String, Reading> readings = new HashMap<>();
    private final Set<String> visible;
    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    FilledForm(FormDefinition form, FormRules rules, DraftContent content, LocalDate today) {
        this.form = form;
        this.rules = rules;
        this.content = content;
        this.today = today;
        Map<String, List<String>> right = new HashMap<>();
        form.fields().forEach(field -> {
            Reading reading = type(field).read(field, typed(field), today);
            readings.put(field.id(), reading);
            if (reading instanceof Reading.Right answer) {
                right.put(field.id(), answer.values());
            }
        });
        visible = rules.visible(right, today);
        form.fields()
                .map(Field::id)
                .filter(visible::contains)
                .filter(right::containsKey)
                .forEach(id -> answers.put(id, right.get(id)));
    }

    DraftContent content() {
        return content;
    }

    /** Normalised answers of visible fields, in the order of the form. */
    Map<String, List<String>> answers() {
        return answers;
    }

    List<String> typed(Field field) {
        return content.typed().getOrDefault(field.id(), List.of());
    }

    /** The pages that ask something now. */
    List<FormPage> pages() {
        return form.pages().stream()
                .filter(page ->
                        fields(page).stream().anyMatch(field -> type(field).asks()))
                .toList();
    }

    /** The page, when it asks something now. */
    Optional<FormPage> page(String id) {
        return pages().stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** The visible fields of a page. */
    List<Field> fields(FormPage page) {
        return page.fields().stream()
                .filter(field -> visible.contains(field.id()))
                .toList();
    }

    Set<String> fieldIds(FormPage page) {
        return fields(page).stream().map(Field::id).collect(Collectors.toSet());
    }

    boolean required(Field field) {
        return rules.required(field, answers, today);
    }

    boolean opensOthers(Field field) {
        return rules.opensOthers(field);
    }

    /** What is wrong on a page as far as the filler has come: fields not asked yet may still be empty. */
    Map<String, FieldError> errors(FormPage page) {
        return errors(page, content.asked().getOrDefault(page.id(), Set.of()));
    }

    /** True when the filler has gone on from the page and nothing on it is wrong or missing. */
    boolean complete(FormPage page) {
        return content.asked().containsKey(page.id())
                && errors(page, fieldIds(page)).isEmpty();
    }

    /** The first page that is not complete. */
    Optional<FormPage> firstIncomplete() {
        return pages().stream().filter(page -> !complete(page)).findFirst();
    }

    /** Where to go on from a page: the next one that is not complete, else an earlier one, else the review. */
    Optional<FormPage> after(FormPage page) {
        List<FormPage> pages = pages();
        return pages.subList(pages.indexOf(page) + 1, pages.size()).stream()
                .filter(later -> !complete(later))
                .findFirst()
                .or(this::firstIncomplete);
    }

    private Map<String, FieldError> errors(FormPage page, Set<String> asked) {
        Map<String, FieldError> errors = new LinkedHashMap<>();
        for (Field field : fields(page)) {
            FieldError error = error(field, asked.contains(field.id()));
            if (error != null) {
                errors.put(field.id(), error);
            }
        }
        if (errors.isEmpty() && !asked.isEmpty()) {
            for (Check check : rules.failed(page, answers, today)) {
                check.fields().stream()
                        .filter(visible::contains)
                        .forEach(id -> errors.putIfAbsent(id, FieldError.own(check.message())));
            }
        }
        return errors;
    }

    private @Nullable FieldError error(Field field, boolean asked) {
        if (readings.get(field.id()) instanceof Reading.Wrong wrong) {
            return wrong.error();
        }
        if (content.refused().containsKey(field.id())) {
            return content.refused().get(field.id()).error();
        }
        boolean missing = asked && readings.get(field.id()) instanceof Reading.Unanswered && required(field);
        if (!missing) {
            return null;
        }
        return field.missing() != null
                ? FieldError.own(field.missing())
                : type(field).missing(field);
    }

    private static FieldType type(Field field) {
        return FieldTypes.standard().of(field);
    }
}
