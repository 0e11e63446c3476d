package se.knutpunkt.eforms.fill;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.rule.FormRules;

/** What saving a page makes of a draft. */
final class Typing {

    /** Far beyond what any field takes; what is typed beyond it is cut off, so that a draft stays a draft. */
    private static final int MOST_CHARACTERS = 20_000;

    private static final int MOST_VALUES = 100;

    private final FormDefinition form;
    private final FormRules rules;
    private final LocalDate today;

    Typing(FormDefinition form, FormRules rules, LocalDate today) {
        this.form = form;
        this.rules = rules;
        this.today = today;
    }

    /**
     * What came of a save.
     *
     * @param content the draft as it is now
     * @param saved where to go
     * @param dropped files of fields that became hidden
     */
    record Result(DraftContent content, Saved saved, List<AnsweredFile> dropped) {}

    FilledForm filled(DraftContent content) {
        return new FilledForm(form, rules, content, today);
    }

    Result save(DraftContent before, PageInput input) {
        FilledForm shown = filled(before);
        FormPage page = shown.page(input.pageId()).orElseThrow(PageNotFound::new);
        Set<String> askedNow = new HashSet<>(shown.fieldIds(page));
        DraftContent typed = before;
        for (Field field : page.fields()) {
            boolean sent = input.values().containsKey(field.id());
            if (type(field).takesFiles() || !(sent || askedNow.contains(field.id()))) {
                continue;
            }
            typed = typed.withTyped(field.id(), bounded(input.values().getOrDefault(field.id(), List.of())));
            askedNow.add(field.id());
        }
        return settled(typed, page, askedNow, input.leave());
    }

    private Result settled(DraftContent typed, FormPage page, Set<String> askedNow, boolean leave) {
        FilledForm filled = filled(typed);
        Set<String> visible = form.pages().stream()
                .flatMap(any -> filled.fieldIds(any).stream())
                .collect(Collectors.toSet());
        List<AnsweredFile> dropped = form.fields()
                .filter(field -> type(field).takesFiles() && !visible.contains(field.id()))
                .flatMap(field -> filled.typed(field).stream())
                .map(AnsweredFile::of)
                .toList();
        Set<String> onPage = filled.fieldIds(page);
        boolean opened =
                filled.fields(page).stream().anyMatch(field -> type(field).asks() && !askedNow.contains(field.id()));
        askedNow.retainAll(onPage);
        boolean refused = typed.hasFreshRefusal(onPage);
        DraftContent content = typed.onlyTyped(visible).withRefusedSeen(onPage);
        if (leave) {
            return new Result(content, new Saved.Left(), dropped);
        }
        content = content.withAsked(page.id(), askedNow);
        return new Result(content, where(filled(content), page, opened, refused), dropped);
    }

    private static Saved where(FilledForm filled, FormPage page, boolean opened, boolean refused) {
        if (refused || !filled.errors(page).isEmpty()) {
            return new Saved.Wrong(page.id());
        }
        if (opened) {
            return new Saved.Opened(page.id());
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
