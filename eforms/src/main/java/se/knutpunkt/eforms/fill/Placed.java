package se.knutpunkt.eforms.fill;

import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.field.FieldType;
import se.knutpunkt.eforms.field.FieldTypes;
import se.knutpunkt.eforms.rule.Facts;

/**
 * A visible field where it stands: on its page, or in one row of a repeating group.
 *
 * @param field the field as it is asked here: under its name here, with the options that can be chosen now
 * @param definition the field as the definition has it; rules know it by this
 * @param facts what rules know here
 * @param row the row it stands in; null on the page itself
 */
record Placed(
        Field field,
        Field definition,
        Facts facts,
        @Nullable Row row) {

    /**
     * A row of a repeating group.
     *
     * @param group the group, as the definition has it
     * @param id what names the row
     * @param number its number among the rows as they stand now, from 1
     */
    record Row(Field group, String id, int number) {}

    /** The name of its answer. */
    String key() {
        return field.id();
    }

    /** Whether it stands in that row of that group. */
    boolean isIn(String groupId, String rowId) {
        return row != null && row.group().id().equals(groupId) && row.id().equals(rowId);
    }

    FieldType type() {
        return FieldTypes.standard().of(field);
    }
}
