package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.RowKey;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.Shape;

/**
 * Several rows that each ask the same fields. Its own answer is the numbers of its rows in their order; a row keeps its
 * number when others are taken away. Rules see how many rows there are.
 */
final class GroupField implements FieldType {

    /** Most rows that any group may have. */
    static final int MOST = 200;

    private static final int DEFAULT_MAX = 20;

    @Override
    public String code() {
        return "group";
    }

    @Override
    public Set<String> limits() {
        return Set.of("minRows", "maxRows");
    }

    @Override
    public boolean repeats() {
        return true;
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        List<DefinitionFault> faults = new Bounds()
                .within(field.limits().minRows(), 0, MOST, "minRows")
                .within(field.limits().maxRows(), 1, MOST, "maxRows")
                .ordered(least(field), most(field), "minRows", "maxRows")
                .faults();
        if (!field.fields().isEmpty()) {
            return faults;
        }
        return List.of(new DefinitionFault(
                "/fields", Texts.of("Gruppen behöver minst ett fält.", "The group needs at least one field.")));
    }

    @Override
    public boolean takesAllOf(Field before, Field after) {
        return least(after) <= least(before) && most(after) >= most(before);
    }

    @Override
    public Control control(Field field, Locale locale) {
        Texts item = field.item();
        return Control.PLAIN.withRows(
                new Control.RowRules(least(field), most(field), item == null ? "" : item.in(locale)));
    }

    /** The rows that were typed; as many as there must be before anything was. */
    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        List<String> rows = raw.stream().distinct().filter(RowKey::isRow).toList();
        if (rows.size() > most(field)) {
            return Reading.wrong("group.many", most(field));
        }
        if (rows.size() < least(field)) {
            return rows.isEmpty() ? Reading.unanswered() : Reading.wrong("group.few", least(field));
        }
        return rows.isEmpty() ? Reading.unanswered() : new Reading.Right(rows);
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("group.missing", field.label());
    }

    /** The rows themselves stand beside it, each with its fields. */
    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of(Integer.toString(values.size()));
    }

    /** Its rows have shapes, not the group. */
    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.empty();
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.INT);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return (long) values.size();
    }

    @Override
    public int celSize(Field field) {
        return most(field);
    }

    private static int least(Field field) {
        Integer least = field.limits().minRows();
        return least == null ? field.required() ? 1 : 0 : least;
    }

    private static int most(Field field) {
        Integer most = field.limits().maxRows();
        return most == null ? DEFAULT_MAX : most;
    }
}
