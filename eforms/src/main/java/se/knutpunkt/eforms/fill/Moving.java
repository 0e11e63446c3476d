package se.knutpunkt.eforms.fill;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormDefinition;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.field.Reading;
import se.knutpunkt.eforms.fill.MoveView.Why;

/** What moving a draft to another version of its form makes of it. All that fits comes along, as it was typed. */
final class Moving {

    private final FormDefinition before;
    private final FormDefinition after;
    private final Typing typingBefore;
    private final Typing typingAfter;

    Moving(FormDefinition before, Typing typingBefore, FormDefinition after, Typing typingAfter) {
        this.before = before;
        this.after = after;
        this.typingBefore = typingBefore;
        this.typingAfter = typingAfter;
    }

    /**
     * A moved draft.
     *
     * @param content the draft on the new version
     * @param unfit by the name of an answer what becomes of it, when it does not come along as it is
     * @param dropped files that do not come along
     */
    record Moved(DraftContent content, Map<String, Why> unfit, List<AnsweredFile> dropped) {}

    Moved move(DraftContent content) {
        Map<String, Why> unfit = new LinkedHashMap<>();
        Map<String, List<String>> typed = new HashMap<>();
        before.fields(content.typed()).forEach(field -> {
            List<String> values = content.typed().getOrDefault(field.id(), List.of());
            if (values.isEmpty()) {
                return;
            }
            Taken taken = take(field, after.at(field.id()).orElse(null), values);
            if (!taken.values().isEmpty()) {
                typed.put(field.id(), taken.values());
            }
            if (taken.why() != null
                    && content.isTyped(field.id())
                    && !type(field).repeats()) {
                unfit.put(field.id(), taken.why());
            }
        });
        FilledForm old = typingBefore.filled(content);
        DraftContent moved = carried(content, typed, old);
        notFitting(old, typingAfter.filled(moved), typed.keySet(), unfit);
        return new Moved(moved, unfit, dropped(content, typed));
    }

    /**
     * What of an answer is taken along.
     *
     * @param why why it is not all; null when it is
     */
    private record Taken(List<String> values, @Nullable Why why) {}

    private Taken take(Field old, @Nullable Field now, List<String> values) {
        if (now == null) {
            return new Taken(List.of(), Why.GONE);
        }
        FieldType type = type(now);
        if (!old.type().equals(now.type())) {
            boolean typedWords = isTypedAsWords(old) && isTypedAsWords(now);
            boolean readable = typedWords && type.read(now, values, typingAfter.today()) instanceof Reading.Right;
            return readable ? new Taken(values, null) : new Taken(List.of(), Why.OTHER_KIND);
        }
        if (type.declares() && !sameWords(old, now)) {
            return new Taken(List.of(), Why.OTHER_WORDS);
        }
        if (type.hasOptions()) {
            List<String> left = values.stream()
                    .filter(value ->
                            old.option(value).isEmpty() || now.option(value).isPresent())
                    .toList();
            return new Taken(left, left.size() < values.size() ? Why.OPTION_GONE : null);
        }
        return new Taken(values, null);
    }

    /** One text, all of which another kind of field reads: no code of an option, and no part of several. */
    private static boolean isTypedAsWords(Field field) {
        FieldType type = type(field);
        return type.isOneText(field)
                && !type.takesFiles()
                && !type.repeats()
                && !type.declares()
                && type.computes(field).isEmpty()
                && type.asks();
    }

    private static boolean sameWords(Field old, Field now) {
        return now.label()
                        .byLanguage()
                        .entrySet()
                        .containsAll(old.label().byLanguage().entrySet())
                && (old.help() == null
                        ? now.help() == null
                        : now.help() != null
                                && now.help()
                                        .byLanguage()
                                        .entrySet()
                                        .containsAll(old.help().byLanguage().entrySet()));
    }

    private DraftContent carried(DraftContent content, Map<String, List<String>> typed, FilledForm old) {
        Map<String, DraftContent.Refused> refused = new HashMap<>(content.refused());
        refused.keySet().removeIf(key -> after.at(key).isEmpty());
        Set<String> hidden = new HashSet<>(content.hidden());
        hidden.retainAll(typed.keySet());
        DraftContent bare = new DraftContent(typed, Map.of(), refused, hidden);
        boolean wasComplete = old.firstIncomplete().isEmpty();
        Set<String> asked =
                content.asked().values().stream().flatMap(Set::stream).collect(Collectors.toSet());
        FilledForm now = typingAfter.filled(bare);
        hidden.removeAll(now.visible());
        Map<String, Set<String>> askedNow = new HashMap<>();
        for (FormPage page : after.pages()) {
            Set<String> known = new HashSet<>(now.fieldIds(page));
            boolean allAsked = !known.isEmpty() && asked.containsAll(known);
            known.retainAll(asked);
            if (wasComplete || allAsked || content.asked().containsKey(page.id())) {
                askedNow.put(page.id(), known);
            }
        }
        return new DraftContent(typed, askedNow, refused, hidden);
    }

    /** What came along and was right before, and is not now. */
    private static void notFitting(FilledForm old, FilledForm now, Set<String> kept, Map<String, Why> unfit) {
        Set<String> visible = now.visible();
        old.answers().keySet().stream()
                .filter(kept::contains)
                .filter(key -> !unfit.containsKey(key) && !now.answers().containsKey(key))
                .forEach(key -> unfit.put(key, visible.contains(key) ? Why.TO_MEND : Why.NOT_ASKED));
    }

    private List<AnsweredFile> dropped(DraftContent content, Map<String, List<String>> typed) {
        List<AnsweredFile> dropped = new ArrayList<>();
        before.fields(content.typed())
                .filter(field -> type(field).takesFiles() && !typed.containsKey(field.id()))
                .flatMap(field -> content.typed().getOrDefault(field.id(), List.of()).stream())
                .filter(Objects::nonNull)
                .map(AnsweredFile::of)
                .forEach(dropped::add);
        return dropped;
    }

    private static FieldType type(Field field) {
        return FieldTypes.standard().of(field);
    }
}
