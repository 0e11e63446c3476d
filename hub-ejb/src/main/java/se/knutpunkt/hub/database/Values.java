package se.knutpunkt.hub.database;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Rows for one statement: {@code VALUES (?, ?), (?, ?)} or {@code IN ((?, ?), (?, ?))}, and what is bound to it. */
public final class Values {
    private final int columns;
    private final List<@Nullable Object> bound = new ArrayList<>();

    private Values(int columns) {
        this.columns = columns;
    }

    /** No row yet, of so many columns. */
    public static Values of(int columns) {
        return new Values(columns);
    }

    /** Rows of one column each. */
    public static Values of(Collection<?> single) {
        Values values = new Values(1);
        single.forEach(values::row);
        return values;
    }

    /** Adds a row. @throws IllegalArgumentException when it has another number of columns */
    public void row(@Nullable Object... row) {
        if (row.length != columns) {
            throw new IllegalArgumentException("A row of " + columns + " columns, not " + row.length);
        }
        Collections.addAll(bound, row);
    }

    public boolean isEmpty() {
        return bound.isEmpty();
    }

    /** The rows with a comma between; in brackets each. */
    public String rows() {
        String row = "(" + String.join(", ", Collections.nCopies(columns, "?")) + ")";
        return String.join(", ", Collections.nCopies(bound.size() / columns, row));
    }

    /** What is bound, row by row, after what a statement binds before its rows. */
    public @Nullable Object[] boundAfter(Object... first) {
        List<@Nullable Object> all = new ArrayList<>(List.of(first));
        all.addAll(bound);
        return all.toArray();
    }

    /** What is bound, row by row. */
    public @Nullable Object[] bound() {
        return bound.toArray();
    }
}
