package se.knutpunkt.eforms.fill;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.FormPage;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;

/** The rows of the repeating groups of a page, as a save changes them. */
final class Rows {

    /** Far beyond what any group takes; a draft stays a draft. */
    private static final int MOST = 250;

    /**
     * A draft whose rows are changed.
     *
     * @param at name of the row or group where the filler goes on; empty when nothing was changed
     */
    record Changed(DraftContent content, String at) {}

    /** What of a draft a change of rows concerns. */
    private record Place(Field group, List<String> rows, int index) {

        String row() {
            return rows.get(index);
        }
    }

    private Rows() {}

    /** The rows among what was posted for a group; what names none is left out. */
    static List<String> named(List<String> posted) {
        return posted.stream().filter(RowKey::isRow).distinct().limit(MOST).toList();
    }

    /** The rows of a draft and those posted: a save takes no row away, since another window may have added it. */
    static List<String> joined(DraftContent content, Field group, List<String> posted) {
        List<String> rows = new ArrayList<>(content.typed().getOrDefault(group.id(), List.of()));
        named(posted).stream().filter(row -> !rows.contains(row)).forEach(rows::add);
        return rows.subList(0, Math.min(rows.size(), MOST));
    }

    /** Does what was asked for; a row that is gone already is left alone. */
    static Changed changed(DraftContent content, FilledForm shown, FormPage page, @Nullable RowChange change) {
        Changed nothing = new Changed(content, "");
        if (change instanceof RowChange.Add add) {
            return groups(page)
                    .filter(group -> group.id().equals(add.groupId()))
                    .findFirst()
                    .map(group -> added(content, group, shown.rows(group)))
                    .orElse(nothing);
        } else if (change instanceof RowChange.Remove remove) {
            Place place = find(shown, page, remove.row());
            return place == null ? nothing : removed(content, place);
        } else if (change instanceof RowChange.Copy copy) {
            Place place = find(shown, page, copy.row());
            return place == null ? nothing : copied(content, place);
        }
        return nothing;
    }

    private static Changed added(DraftContent content, Field group, List<String> rows) {
        if (rows.size() >= most(group)) {
            return new Changed(content, group.id());
        }
        List<String> more = new ArrayList<>(rows);
        more.add(fresh(rows));
        return new Changed(content.withTyped(group.id(), more), RowKey.of(group.id(), fresh(rows)));
    }

    private static Changed removed(DraftContent content, Place place) {
        List<String> fewer = new ArrayList<>(place.rows());
        fewer.remove(place.index());
        return new Changed(
                content.withTyped(place.group().id(), fewer), place.group().id());
    }

    private static Changed copied(DraftContent content, Place place) {
        Field group = place.group();
        if (place.rows().size() >= most(group)) {
            return new Changed(content, group.id());
        }
        String copy = fresh(place.rows());
        List<String> more = new ArrayList<>(place.rows());
        more.add(place.index() + 1, copy);
        DraftContent changed = content.withTyped(group.id(), more);
        for (Field field : group.fields()) {
            if (!type(field).takesFiles()) {
                List<String> values =
                        content.typed().getOrDefault(RowKey.of(group.id(), place.row(), field.id()), List.of());
                changed = changed.withTyped(RowKey.of(group.id(), copy, field.id()), values);
            }
        }
        return new Changed(changed, RowKey.of(group.id(), copy));
    }

    /** What is typed in rows that no group of the page has any more. */
    static Set<String> orphans(DraftContent content, FormPage page) {
        Set<String> alive = groups(page)
                .flatMap(group -> content.typed().getOrDefault(group.id(), List.of()).stream()
                        .flatMap(row -> group.fields().stream().map(own -> RowKey.of(group.id(), row, own.id()))))
                .collect(Collectors.toSet());
        return content.typed().keySet().stream()
                .filter(key -> groups(page).anyMatch(group -> RowKey.isIn(group.id(), key)))
                .filter(key -> !alive.contains(key))
                .collect(Collectors.toSet());
    }

    /** Notes the rows that a page is shown with before anything was typed, so that their answers have a row. */
    static DraftContent noted(DraftContent content, FilledForm shown, FormPage page) {
        DraftContent noted = content;
        for (Field group : groups(page).toList()) {
            if (!content.typed().containsKey(group.id())) {
                noted = noted.withTyped(group.id(), shown.rows(group));
            }
        }
        return noted;
    }

    private static @Nullable Place find(FilledForm shown, FormPage page, String name) {
        for (Field group : groups(page).toList()) {
            List<String> rows = shown.rows(group);
            for (int r = 0; r < rows.size(); r++) {
                if (RowKey.of(group.id(), rows.get(r)).equals(name)) {
                    return new Place(group, rows, r);
                }
            }
        }
        return null;
    }

    private static String fresh(List<String> rows) {
        return Integer.toString(rows.stream().mapToInt(Integer::parseInt).max().orElse(0) + 1);
    }

    private static java.util.stream.Stream<Field> groups(FormPage page) {
        return page.fields().stream().filter(field -> type(field).repeats());
    }

    private static int most(Field group) {
        return type(group).control(group, java.util.Locale.ROOT).rows().max();
    }

    private static FieldType type(Field field) {
        return FieldTypes.standard().of(field);
    }
}
