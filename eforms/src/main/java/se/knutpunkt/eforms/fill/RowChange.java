package se.knutpunkt.eforms.fill;

/** What a filler does with the rows of a repeating group. */
public sealed interface RowChange {

    /**
     * One more row at the end.
     *
     * @param groupId the group
     */
    record Add(String groupId) implements RowChange {}

    /**
     * A row goes, with all that is typed in it.
     *
     * @param row name of the row
     */
    record Remove(String row) implements RowChange {}

    /**
     * One more row after a row, with the same answers; files are not copied.
     *
     * @param row name of the row
     */
    record Copy(String row) implements RowChange {}
}
