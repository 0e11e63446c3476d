package se.knutpunkt.hub.upkeep;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.Sheet;
import se.knutpunkt.hub.register.StepText;

/**
 * What a change did to a field.
 *
 * @param step code of the process step; empty when it is no step
 * @param before empty when nothing stood there
 * @param after empty when nothing stands there
 */
public record Difference(Field field, String step, String before, String after) {

    /** What differs between two entries, in the order of the fields; null for one that is not there. */
    static List<Difference> between(@Nullable Entry before, @Nullable Entry after) {
        List<Difference> differences = new ArrayList<>();
        Entry any = after == null ? before : after;
        if (any == null) {
            return differences;
        }
        for (Field field : any.kind().fields()) {
            String was = text(before, field);
            String is = text(after, field);
            if (field == Field.STEPS) {
                differences.addAll(steps(before, after));
            } else if (!was.equals(is)) {
                differences.add(new Difference(field, "", was, is));
            }
        }
        String was = stage(before);
        String is = stage(after);
        if (!was.equals(is)) {
            differences.add(new Difference(Field.STAGE, "", was, is));
        }
        return differences;
    }

    private static List<Difference> steps(@Nullable Entry before, @Nullable Entry after) {
        Map<String, String> was = steps(before);
        Map<String, String> is = steps(after);
        List<Difference> differences = new ArrayList<>();
        Set<String> codes = new LinkedHashSet<>(was.keySet());
        codes.addAll(is.keySet());
        for (String code : codes) {
            String one = was.getOrDefault(code, "");
            String other = is.getOrDefault(code, "");
            if (!one.equals(other)) {
                differences.add(new Difference(Field.STEPS, code, one, other));
            }
        }
        if (differences.isEmpty() && !List.copyOf(was.keySet()).equals(List.copyOf(is.keySet()))) {
            differences.add(
                    new Difference(Field.STEPS, "", String.join(", ", was.keySet()), String.join(", ", is.keySet())));
        }
        return differences;
    }

    /** Each step in words, by its code. */
    private static Map<String, String> steps(@Nullable Entry entry) {
        Map<String, String> steps = new LinkedHashMap<>();
        if (entry != null) {
            Sheet sheet = entry.sheet();
            for (StepText step : sheet.steps()) {
                String words = String.join(", ", step.words());
                String text = step.sv() + " / " + step.en() + (words.isEmpty() ? "" : " (" + words + ")");
                steps.merge(step.code(), text, (one, other) -> one + "; " + other);
            }
        }
        return steps;
    }

    private static String text(@Nullable Entry entry, Field field) {
        return entry == null ? "" : entry.text(field);
    }

    private static String stage(@Nullable Entry entry) {
        return entry == null ? "" : entry.stage().name();
    }
}
