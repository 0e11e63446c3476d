package se.knutpunkt.portal.resident;

import java.util.List;

/**
 * The reservations on an event.
 *
 * @param address of this page
 * @param back address of the event
 * @param title of the event
 * @param lang language of the title
 * @param lines those there are and were
 * @param message what was just done; empty for nothing
 * @param mayReserve one more may be made, and those that hold ended
 * @param typed what was typed
 * @param matters what one may be of
 * @param people whom one may bind
 * @param faults what is wrong with what was typed
 */
public record ReservationsPage(
        Head head,
        String address,
        String back,
        String title,
        String lang,
        List<Line> lines,
        String message,
        boolean mayReserve,
        ReservationForm typed,
        List<Choice> matters,
        List<Choice> people,
        List<Fault> faults) {

    /**
     * A reservation as people read it.
     *
     * @param address where it is ended
     * @param to whom it binds
     * @param of what it is of
     * @param words what it says
     * @param mark a CSS class for the state
     * @param made when and by whom it was entered
     * @param ended when, by whom and by which decision it was ended; empty when it was not
     * @param open it holds, or will
     */
    public record Line(
            String address,
            String to,
            String of,
            List<String> words,
            String decision,
            String period,
            String state,
            String mark,
            String made,
            String ended,
            boolean open) {}

    /** Something to choose, and whether it is chosen. */
    public record Choice(String value, String text, boolean chosen) {}

    /** What is wrong with the control of that id. */
    public record Fault(String field, String text) {}

    /**
     * Asks before one is ended.
     *
     * @param back address of the reservations on its event
     * @param reference what was typed
     * @param fault what is wrong with it; empty for nothing
     */
    public record End(Head head, String back, Line line, String reference, String fault) {}

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }
}
