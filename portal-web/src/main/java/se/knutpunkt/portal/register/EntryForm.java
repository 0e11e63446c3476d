package se.knutpunkt.portal.register;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.RegisterRules;
import se.knutpunkt.hub.register.Sheet;
import se.knutpunkt.hub.register.StepText;
import se.knutpunkt.portal.page.Visit;

/** Reads the posted form of an entry, right or wrong. */
final class EntryForm {
    private static final Pattern PLACE = Pattern.compile("[0-9]{1,3}");

    private EntryForm() {}

    /** A step with the place that was typed for it. */
    private record Placed(int place, StepText step) {}

    static Sheet read(Visit visit, RegisterKind kind) {
        Map<String, List<String>> values = visit.values();
        Map<Field, String> texts = new EnumMap<>(Field.class);
        for (Field field : kind.fields()) {
            texts.put(
                    field,
                    switch (field) {
                        case STEPS -> StepText.write(steps(values));
                        case AUTHORITY_CODE, BRANCH_CODE ->
                            value(values, Places.id(field)).equals(Controls.NONE)
                                    ? ""
                                    : value(values, Places.id(field));
                        default -> value(values, Places.id(field));
                    });
        }
        return new Sheet(kind, texts);
    }

    /** In the order of the places typed; one without a readable place stays where it stood. */
    private static List<StepText> steps(Map<String, List<String>> values) {
        List<Placed> steps = new ArrayList<>();
        for (int i = 1; i <= RegisterRules.MOST_STEPS + EditPages.SPARE_STEPS; i++) {
            StepText step = new StepText(
                    value(values, Places.step("code", i)),
                    value(values, Places.step("sv", i)),
                    value(values, Places.step("en", i)),
                    StepText.words(
                            values.containsKey(Places.step("signals", i)),
                            values.containsKey(Places.step("diary", i))));
            String place = value(values, Places.step("place", i)).strip();
            steps.add(new Placed(PLACE.matcher(place).matches() ? Integer.parseInt(place) : i, step));
        }
        return steps.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::step)
                .toList();
    }

    private static String value(Map<String, List<String>> values, String name) {
        List<String> all = values.getOrDefault(name, List.of());
        return all.isEmpty() ? "" : all.get(0);
    }
}
