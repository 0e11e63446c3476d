package se.knutpunkt.eforms.fill;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.rule.FormRules;

/** What saving a page makes of a draft. */
final class Typing {

    /** Far beyond what any field takes; what is typed beyond it is cut off, so that a draft stays a draft. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final int MOST_VALUES = 200;

    private final FormDefinition form;
    private final FormRules rules;
    private final LocalDate today;

    Typing(FormDefinition form, FormRules rules, LocalDate today) {
        this.form = form;
        this.rules = rules;
        this.today = today;
    }

    LocalDate today() {
        return today;
    }

    /**
     * What came of a save.
     *
     * @param content the draft as it is now
     * @param saved where to go
     * @param dropped files that nothing refers to any more
     */
    record Result(DraftContent content, Saved saved, List<AnsweredFile> dropped) {}

    FilledForm filled(DraftContent content) {
        return new FilledForm(form, rules, content, today);
    }

    Result save(DraftContent before, PageInput input) {
        FilledForm shown = filled(before);
        FormPage page = shown.page(input.pageId()).orElseThrow(PageNotFound::new);
        Set<String> askedNow = new HashSet<>(shown.fieldIds(page));
        DraftContent typed = typed(before, shown, page, input, askedNow);
        FilledForm asTyped = filled(typed);
        Rows.Changed rows = Rows.changed(typed, asTyped, page, input.rows());
        typed = rows.content();
        Set<String> orphans = Rows.orphans(typed, page);
        List<AnsweredFile> dropped = new ArrayList<>(files(typed, orphans));
        typed = typed.without(orphans);
        Set<String> everShown = new HashSet<>(shown.visible());
        everShown.addAll(asTyped.visible());
        everShown.addAll(before.hidden());
        FilledForm now = typed.equals(asTyped.content()) ? asTyped : filled(typed);
        Result result = settled(now, page, new Told(everShown, askedNow), input, dropped);
        return rows.at().isEmpty() ? result : new Result(result.content(), new Saved.Rows(rows.at()), dropped);
    }

    /**
     * What the filler has seen.
     *
     * @param shown fields that were visible before, on any page
     * @param asked fields that stood on the page
     */
    private record Told(Set<String> shown, Set<String> asked) {}

    private DraftContent typed(
            DraftContent before, FilledForm shown, FormPage page, PageInput input, Set<String> askedNow) {
        DraftContent typed = Rows.noted(before, shown, page);
        for (Field field : page.fields()) {
            typed = withPosted(typed, field, input, askedNow);
            if (!type(field).repeats()) {
                continue;
            }
            for (String row : Rows.named(input.values().getOrDefault(field.id(), List.of()))) {
                for (Field own : field.fields()) {
                    typed = withPosted(typed, own.named(RowKey.of(field.id(), row, own.id())), input, askedNow);
                }
            }
        }
        return typed;
    }

    /**
     * What was posted for a field. What was not posted stays: another window may have opened the question or added the row
     * since this page was shown. Boxes that are not ticked are never posted, and are empty when they stood on the page.
     */
    private static DraftContent withPosted(DraftContent typed, Field field, PageInput input, Set<String> askedNow) {
        boolean sent = input.values().containsKey(field.id());
        boolean typedByNobody =
                type(field).takesFiles() || type(field).computes(field).isPresent();
        boolean takenAway = type(field).isUnsentWhenEmpty() && askedNow.contains(field.id());
        if (typedByNobody || !(sent || takenAway)) {
            return typed;
        }
        askedNow.add(field.id());
        List<String> posted = input.values().getOrDefault(field.id(), List.of());
        return typed.withTyped(field.id(), type(field).repeats() ? Rows.joined(typed, field, posted) : bounded(posted));
    }

    private Result settled(FilledForm filled, FormPage page, Told told, PageInput input, List<AnsweredFile> dropped) {
        DraftContent typed = filled.content();
        Set<String> visible = filled.visible();
        Set<String> hidden = told.shown().stream()
                .filter(key -> !visible.contains(key) && typed.isTyped(key) && !isGroup(key))
                .collect(Collectors.toSet());
        Set<String> goes = input.leave() ? Set.of() : intersection(hidden, input.mayDrop());
        dropped.addAll(files(typed, goes));
        hidden.removeAll(goes);
        Set<String> onPage = filled.fieldIds(page);
        boolean opened = filled.placed(page).stream()
                .anyMatch(placed -> placed.type().asks() && !told.asked().contains(placed.key()));
        Set<String> askedNow = intersection(told.asked(), onPage);
        boolean refused = typed.hasFreshRefusal(onPage);
        DraftContent content = withoutEmptyGroups(typed.without(goes), visible)
                .withHidden(hidden)
                .withRefusedSeen(onPage);
        if (input.leave()) {
            return new Result(content, new Saved.Left(), dropped);
        }
        content = content.withAsked(page.id(), askedNow);
        return new Result(content, where(filled.noting(content), page, opened, refused), dropped);
    }

    private boolean isGroup(String key) {
        return form.field(key).filter(field -> type(field).repeats()).isPresent();
    }

    /** A hidden group is its rows: it goes with the last of their answers. */
    private DraftContent withoutEmptyGroups(DraftContent content, Set<String> visible) {
        Set<String> empty = form.fields()
                .filter(field -> type(field).repeats() && !visible.contains(field.id()))
                .map(Field::id)
                .filter(group -> content.typed().keySet().stream().noneMatch(key -> RowKey.isIn(group, key)))
                .collect(Collectors.toSet());
        return content.without(empty);
    }

    /** The uploaded files among what is typed under these names. */
    private List<AnsweredFile> files(DraftContent content, Set<String> keys) {
        return keys.stream()
                .flatMap(key -> form.at(key).stream())
                .filter(field -> type(field).takesFiles())
                .flatMap(field -> content.typed().getOrDefault(field.id(), List.of()).stream())
                .map(AnsweredFile::of)
                .toList();
    }

    private static Set<String> intersection(Set<String> one, Set<String> other) {
        Set<String> both = new HashSet<>(one);
        both.retainAll(other);
        return both;
    }

    private static Saved where(FilledForm filled, FormPage page, boolean opened, boolean refused) {
        if (refused || !filled.errors(page).isEmpty()) {
            return new Saved.Wrong(page.id());
        }
        if (opened) {
            return new Saved.Opened(page.id());
        }
        if (!filled.content().hidden().isEmpty()) {
            return new Saved.Dropping(page.id());
        }
        return filled.after(page).<Saved>map(next -> new Saved.Next(next.id())).orElseGet(Saved.Review::new);
    }

    /** Bounds what is kept; checks of the answer itself come when it is read. */
    static List<String> bounded(List<String> values) {
        return values.stream()
                .limit(MOST_VALUES)
                .map(value -> value.length() <= MOST_CHARACTERS ? value : value.substring(0, MOST_CHARACTERS))
                .toList();
    }

    private static FieldType type(Field field) {
        return FieldTypes.standard().of(field);
    }
}
