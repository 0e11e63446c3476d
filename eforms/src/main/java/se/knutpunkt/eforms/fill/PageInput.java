package se.knutpunkt.eforms.fill;

import java.util.List;
import java.util.Map;

/**
 * What was typed on a page.
 *
 * @param pageId the page
 * @param values raw values by field id, as the browser sent them
 * @param leave true when the filler wants to go away and come back later: saved, but nothing is asked to be complete
 */
public record PageInput(String pageId, Map<String, List<String>> values, boolean leave) {

    public PageInput {
        values = Map.copyOf(values);
    }
}
