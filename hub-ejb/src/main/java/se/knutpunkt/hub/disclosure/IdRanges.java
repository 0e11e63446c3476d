package se.knutpunkt.hub.disclosure;

import java.util.ArrayList;
import java.util.List;
import java.util.NavigableSet;
import java.util.stream.Collectors;

/** A set of ids as a condition: neighbours as one range, since most see nearly all classes. */
final class IdRanges {
    private final List<int[]> ranges = new ArrayList<>();

    IdRanges(NavigableSet<Integer> ids) {
        for (int id : ids) {
            int[] last = ranges.isEmpty() ? null : ranges.get(ranges.size() - 1);
            if (last != null && last[1] + 1 == id) {
                last[1] = id;
            } else {
                ranges.add(new int[] {id, id});
            }
        }
    }

    /** The condition on a column; false when there are none. */
    String condition(String column) {
        return ranges.isEmpty()
                ? "FALSE"
                : ranges.stream()
                        .map(range -> range[0] == range[1] ? column + " = ?" : column + " BETWEEN ? AND ?")
                        .collect(Collectors.joining(" OR ", "(", ")"));
    }

    /** What it binds. */
    List<Integer> values() {
        List<Integer> values = new ArrayList<>();
        for (int[] range : ranges) {
            values.add(range[0]);
            if (range[0] != range[1]) {
                values.add(range[1]);
            }
        }
        return values;
    }
}
