package se.knutpunkt.portal.policy;

import java.util.List;

/**
 * The changes of the rules.
 *
 * @param waiting those that wait for somebody, the oldest first
 * @param next address of older ones; empty on the last page
 */
public record ChangesPage(List<Row> waiting, List<Row> history, String next, boolean first, boolean keeper) {

    /**
     * A change.
     *
     * @param what which rules it is about
     * @param mark class of its state
     */
    public record Row(
            String address,
            String title,
            String what,
            String state,
            String mark,
            String when,
            String by,
            String reason) {}
}
