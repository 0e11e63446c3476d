package se.knutpunkt.portal.delegation;

import java.util.List;

/**
 * The delegations there are and were, and the authorities to choose among for one more.
 *
 * @param open those that count, or will
 * @param closed those that were ended or have lapsed
 * @param message what was just done; empty for nothing
 */
public record DelegationsPage(List<Line> open, List<Line> closed, List<Boundary> boundaries, String message) {

    /**
     * A delegation as people read it.
     *
     * @param right what it lets them do
     * @param types which case types
     * @param mark a CSS class for the state
     * @param made when and by whom it was made
     * @param ended when, by whom and why it was ended; empty when it was not
     */
    public record Line(
            long id,
            String from,
            String to,
            String right,
            String types,
            String reference,
            String period,
            String state,
            String mark,
            String made,
            String ended) {}

    /** Something to choose, and whether it is chosen. */
    public record Choice(String value, String text, String help, boolean chosen) {}

    /** What is wrong with the control of that id. */
    public record Fault(String field, String text) {}

    /**
     * The form for a new one.
     *
     * @param from the authority or branch that delegates
     */
    public record Form(
            Boundary from,
            DelegationForm typed,
            List<Choice> units,
            List<Choice> people,
            List<Choice> types,
            List<Choice> rights,
            List<Fault> faults) {

        /** What is wrong with a field; empty when nothing is. */
        public String fault(String field) {
            return faults.stream()
                    .filter(fault -> fault.field().equals(field))
                    .map(Fault::text)
                    .findFirst()
                    .orElse("");
        }

        public boolean isAll() {
            return typed.scope().equals(DelegationForm.ALL);
        }
    }

    /**
     * Asks before one is ended.
     *
     * @param reason what was typed
     * @param fault what is wrong with it; empty for nothing
     */
    public record End(Line line, String reason, String fault) {}
}
