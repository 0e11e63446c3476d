package se.knutpunkt.portal.policy;

import java.util.List;

/**
 * What a change means for the events that there are, as part of a page.
 *
 * @param intro on which day, in words
 * @param more how many events somebody sees more of; empty for none
 * @param fewer how many somebody sees less of; empty for none
 * @param unfinished whether events are still being counted
 * @param rows at most fifty
 * @param left how many rows are not shown
 * @param types the case types to choose among; empty when all rows are shown anyway
 * @param chosen whether a case type is chosen
 * @param action the page itself
 * @param typed what was typed there, sealed; empty for nothing
 */
public record EffectPage(
        String intro,
        String more,
        String fewer,
        boolean unfinished,
        List<Row> rows,
        int left,
        List<LineFormPage.Choice> types,
        boolean chosen,
        String action,
        String typed) {

    /**
     * Of a class of events, what somebody sees otherwise.
     *
     * @param address where it is seen who sees such an event today
     * @param beforeMark class of the degree
     * @param afterMark class of the degree
     */
    public record Row(
            String event,
            String address,
            String events,
            String who,
            String before,
            String beforeMark,
            String after,
            String afterMark) {}

    /** Whether nothing is otherwise. */
    public boolean isNothing() {
        return more.isEmpty() && fewer.isEmpty();
    }
}
