package se.knutpunkt.portal.resident;

import java.util.List;

/**
 * The form in which somebody is looked up.
 *
 * @param typed what was typed
 * @param grounds to choose among; empty for a reader who has none
 * @param reasons to choose among
 * @param faults what is wrong with what was typed
 * @param message why one is here again; empty as a rule
 * @param protectedReader the reader is one of the few who may look at persons with protected personal data
 */
public record LookUpPage(
        LookUpForm typed,
        List<Choice> grounds,
        List<Choice> reasons,
        List<Fault> faults,
        String message,
        boolean protectedReader) {

    /** Something to choose, and whether it is chosen. */
    public record Choice(String value, String text, String help, boolean chosen) {}

    /** What is wrong with the control of that id. */
    public record Fault(String field, String text) {}

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(Fault::text)
                .findFirst()
                .orElse("");
    }
}
