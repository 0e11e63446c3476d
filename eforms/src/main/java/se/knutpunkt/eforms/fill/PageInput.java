package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What was typed on a page.
 *
 * @param pageId the page
 * @param values raw values by field id, as the browser sent them
 * @param leave true when the filler wants to go away and come back later: saved, but nothing is asked to be complete
 * @param rows what to do with the rows of a repeating group; null for nothing
 * @param mayDrop fields whose hidden answers the filler was told of and lets go
 */
public record PageInput(
        String pageId,
        Map<String, List<String>> values,
        boolean leave,
        @Nullable RowChange rows,
        Set<String> mayDrop) {

    public PageInput {
        values = Map.copyOf(values);
        mayDrop = Set.copyOf(mayDrop);
    }

    /** A page that changes no rows. */
    public PageInput(String pageId, Map<String, List<String>> values, boolean leave) {
        this(pageId, values, leave, null, Set.of());
    }
}
