package se.knutpunkt.eforms.fill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Check;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.Route;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.field.Reading;
import se.knutpunkt.eforms.rule.Facts;
import se.knutpunkt.eforms.rule.FormRules;

/**
 * A form with what has been typed into it so far: what is visible, what the answers are, what is wrong. It is gone
 * through once, from its beginning, so that each rule sees the answers before it.
 */
final class FilledForm {

    private final FormDefinition form;
    private final FormRules rules;
    private final DraftContent content;
    private final Answers source;
    private final Facts facts;
    private final Map<String, List<Placed>> byPage = new LinkedHashMap<>();
    private final Map<String, Reading> readings = new HashMap<>();
    private final Map<String, List<String>> answers = new LinkedHashMap<>();

    private FilledForm(FormDefinition form, FormRules rules, DraftContent content, Answers source, LocalDate today) {
        this.form = form;
        this.rules = rules;
        this.content = content;
        this.source = source;
        facts = rules.begin(today);
        form.pages().forEach(this::walk);
    }

    /** The same visible answers, with other notes about them. */
    private FilledForm(FilledForm same, DraftContent content) {
        form = same.form;
        rules = same.rules;
        source = same.source;
        facts = same.facts;
        byPage.putAll(same.byPage);
        readings.putAll(same.readings);
        answers.putAll(same.answers);
        this.content = content;
    }

    /**
     * The same form with a content that differs in nothing that is visible: in what is noted about it, or in answers that
     * are hidden. It is not gone through again.
     */
    FilledForm noting(DraftContent changed) {
        return new FilledForm(this, changed);
    }

    /** A draft. */
    FilledForm(FormDefinition form, FormRules rules, DraftContent content, LocalDate today) {
        this(form, rules, content, new Answers.TypedIn(content.typed(), today), today);
    }

    /**
     * A form as it was sent.
     *
     * @param answers normalised
     * @param today the date in Sweden when it was sent: rules may look at it
     */
    static FilledForm sent(FormDefinition form, FormRules rules, Map<String, List<String>> answers, LocalDate today) {
        return new FilledForm(form, rules, DraftContent.EMPTY, new Answers.Sent(answers), today);
    }

    private void walk(FormPage page) {
        List<Placed> found = new ArrayList<>();
        if (rules.visible(page, facts)) {
            page.fields().forEach(field -> place(field, field.id(), facts, null, found));
        }
        byPage.put(page.id(), found);
    }

    private void place(Field definition, String key, Facts known, Placed.@Nullable Row row, List<Placed> found) {
        if (!rules.visible(definition, known)) {
            return;
        }
        Field field = asked(definition, key, known);
        found.add(new Placed(field, definition, known, row));
        Reading reading = reading(definition, field, known);
        readings.put(key, reading);
        List<String> values = reading instanceof Reading.Right right ? right.values() : List.of();
        if (!values.isEmpty()) {
            answers.put(key, values);
        }
        if (type(field).repeats()) {
            List<String> rows = source.rows(field);
            for (int r = 0; r < rows.size(); r++) {
                placeRow(definition, new Placed.Row(definition, rows.get(r), r + 1), known, found);
            }
        }
        known.see(definition, values);
    }

    private Field asked(Field definition, String key, Facts known) {
        Field field = key.equals(definition.id()) ? definition : definition.named(key);
        List<Option> options = rules.options(definition, known);
        return options.equals(definition.options()) ? field : field.choosing(options);
    }

    private void placeRow(Field group, Placed.Row row, Facts around, List<Placed> found) {
        Facts inRow = rules.row(group, around);
        group.fields().forEach(own -> place(own, RowKey.of(group.id(), row.id(), own.id()), inRow, row, found));
    }

    private Reading reading(Field definition, Field field, Facts known) {
        boolean computed = type(field).computes(field).isPresent();
        if (computed && !source.keepsComputed()) {
            return rules.computed(definition, known)
                    .map(value -> type(field).computed(field, value))
                    .orElseGet(Reading::unanswered);
        }
        return source.read(field);
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

    /** The rows of a repeating group as they stand now. */
    List<String> rows(Field group) {
        return source.rows(group);
    }

    /** The names of all visible fields. */
    Set<String> visible() {
        return byPage.values().stream().flatMap(List::stream).map(Placed::key).collect(Collectors.toSet());
    }

    /** Code of the case type of the case that it opens with these answers. */
    String caseType() {
        return rules.route(facts).map(Route::caseType).orElse(form.caseType());
    }

    /** The pages that ask something now. */
    List<FormPage> pages() {
        return form.pages().stream()
                .filter(page ->
                        placed(page).stream().anyMatch(placed -> placed.type().asks()))
                .toList();
    }

    /** The page, when it asks something now. */
    Optional<FormPage> page(String id) {
        return pages().stream().filter(page -> page.id().equals(id)).findFirst();
    }

    /** The visible fields of a page, those of rows after their group. */
    List<Placed> placed(FormPage page) {
        return byPage.getOrDefault(page.id(), List.of());
    }

    /** The same, as they are asked where they stand. */
    List<Field> fields(FormPage page) {
        return placed(page).stream().map(Placed::field).toList();
    }

    Set<String> fieldIds(FormPage page) {
        return placed(page).stream().map(Placed::key).collect(Collectors.toSet());
    }

    boolean required(Placed placed) {
        // what cannot be chosen cannot be asked for
        boolean hasNoOption = placed.field().options().isEmpty()
                && !placed.definition().options().isEmpty();
        return !hasNoOption && rules.required(placed.definition(), placed.facts());
    }

    boolean opensOthers(Placed placed) {
        return rules.opensOthers(placed.definition());
    }

    /** The fields, answered once and not asked any more, whose answers go when the filler goes on; in the form's order. */
    List<Field> hiddenAnswers() {
        return form.fields(content.typed())
                .filter(field -> content.hidden().contains(field.id()))
                .filter(field -> !type(field).repeats())
                .toList();
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
        for (Placed placed : placed(page)) {
            FieldError error = error(placed, asked.contains(placed.key()));
            if (error != null) {
                errors.put(placed.key(), error);
            }
        }
        if (errors.isEmpty() && !asked.isEmpty()) {
            rules.failed(page, facts).forEach(check -> tell(check, null, page, errors));
            rowsOf(page)
                    .forEach(first -> rules.failedInRow(first.row().group(), first.facts())
                            .forEach(check -> tell(check, first.row(), page, errors)));
        }
        return errors;
    }

    /** One visible field of each row on the page. */
    private Stream<Placed> rowsOf(FormPage page) {
        Map<Placed.Row, Placed> first = new LinkedHashMap<>();
        placed(page).stream()
                .filter(placed -> placed.row() != null)
                .forEach(placed -> first.putIfAbsent(placed.row(), placed));
        return first.values().stream();
    }

    private void tell(Check check, Placed.@Nullable Row row, FormPage page, Map<String, FieldError> errors) {
        placed(page).stream()
                .filter(placed -> java.util.Objects.equals(placed.row(), row)
                        && check.fields().contains(placed.definition().id()))
                .forEach(placed -> errors.putIfAbsent(placed.key(), FieldError.own(check.message())));
    }

    private @Nullable FieldError error(Placed placed, boolean asked) {
        Reading reading = readings.get(placed.key());
        if (reading instanceof Reading.Wrong wrong) {
            return wrong.error();
        }
        if (content.refused().containsKey(placed.key())) {
            return content.refused().get(placed.key()).error();
        }
        boolean missing =
                asked && reading instanceof Reading.Unanswered && placed.type().asks() && required(placed);
        if (!missing) {
            return null;
        }
        return placed.field().missing() != null
                ? FieldError.own(placed.field().missing())
                : placed.type().missing(placed.field());
    }

    private static FieldType type(Field field) {
        return FieldTypes.standard().of(field);
    }
}
