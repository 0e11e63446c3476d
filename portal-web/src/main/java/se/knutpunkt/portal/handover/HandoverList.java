package se.knutpunkt.portal.handover;

import java.util.List;

/**
 * The list of hand-overs.
 *
 * @param tabs the states, with how many there are
 * @param next address of the following page; empty on the last
 * @param searched the case number that was searched for; empty when none
 * @param code of the state that is shown; empty for all
 * @param again whether what is listed was given up, and all of it can be sent again
 * @param message what was just done; empty for nothing
 * @param manager whether the reader keeps the rules
 * @param fault what is wrong with what was typed; empty when nothing is
 */
public record HandoverList(
        List<Tab> tabs,
        List<Choice> forms,
        List<Choice> sources,
        List<Row> rows,
        String next,
        String searched,
        String code,
        boolean again,
        String message,
        boolean manager,
        String fault) {

    /** A state and how many there are in it. */
    public record Tab(String title, String address, String count, boolean current) {}

    /** Something to choose. */
    public record Choice(String value, String text, boolean chosen) {}

    /**
     * A hand-over.
     *
     * @param mark class of its state
     * @param note what the reader should know of it: overdue, or the system's number; empty when nothing
     */
    public record Row(
            String address,
            String caseNumber,
            String form,
            String source,
            String state,
            String mark,
            String sent,
            String machine,
            String note,
            boolean overdue) {}
}
