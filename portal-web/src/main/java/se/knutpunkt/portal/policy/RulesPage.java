package se.knutpunkt.portal.policy;

import java.util.List;

/**
 * The rules in force.
 *
 * @param found how many of how many are shown
 * @param version which version is in force, since when and by whom
 * @param change address of the change that made it
 * @param waiting how many changes wait for somebody
 * @param keeper whether the reader may change them
 */
public record RulesPage(
        List<Group> groups,
        int count,
        String found,
        String version,
        String change,
        List<LineFormPage.Choice> places,
        List<LineFormPage.Choice> capacities,
        String searched,
        boolean filtered,
        int waiting,
        boolean keeper,
        String message) {

    /** The rules of a place. */
    public record Group(String title, List<Row> rows) {
        /** Copies the list. */
        public Group {
            rows = List.copyOf(rows);
        }
    }

    /**
     * A rule.
     *
     * @param mark class of its degree
     * @param days that it does not hold today; empty when it does
     */
    public record Row(
            String key,
            String address,
            String sentence,
            String words,
            String degree,
            String mark,
            String ground,
            String days) {}
}
