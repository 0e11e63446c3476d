package se.knutpunkt.eforms.definition;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The names of what stands in the rows of a repeating group. No field's own name has a hyphen, so that the parts are
 * always told apart.
 */
public final class RowKey {

    private static final String SEPARATOR = "-";
    private static final Pattern ROW = Pattern.compile("[1-9][0-9]{0,8}");

    private RowKey() {}

    /** Whether it can name a row: a number as rows are counted. */
    public static boolean isRow(String text) {
        return ROW.matcher(text).matches();
    }

    /** The name of a field in a row, {@code children-2-name}. */
    public static String of(String groupId, String row, String fieldId) {
        return of(groupId, row) + SEPARATOR + fieldId;
    }

    /** The name of a row, {@code children-2}. */
    public static String of(String groupId, String row) {
        return groupId + SEPARATOR + row;
    }

    /** Whether it names that field in any row of that group. */
    static boolean names(String groupId, String fieldId, String key) {
        int row = groupId.length() + SEPARATOR.length();
        int field = key.length() - fieldId.length() - SEPARATOR.length();
        return field > row
                && isIn(groupId, key)
                && key.endsWith(SEPARATOR + fieldId)
                && isRow(key.substring(row, field));
    }

    /** The row of that group that a name is in; empty when it is in none. */
    static Optional<String> row(String groupId, String key) {
        int from = groupId.length() + SEPARATOR.length();
        int to = isIn(groupId, key) ? key.indexOf(SEPARATOR, from) : -1;
        return to < 0 ? Optional.empty() : Optional.of(key.substring(from, to)).filter(RowKey::isRow);
    }

    /** Whether it names a field in any row of that group. */
    public static boolean isIn(String groupId, String key) {
        return key.startsWith(groupId + SEPARATOR);
    }
}
