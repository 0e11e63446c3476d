package se.knutpunkt.portal.source;

import java.util.List;

/**
 * The subscription of a source, or the form to begin one.
 *
 * @param address of this page
 * @param back to the source
 * @param begun whether there is one
 * @param open whether it is told, or could be: neither paused nor stopped
 * @param resume what the button says by which it goes on
 * @param mayBegin whether the source has the right to ask about anything
 * @param mark class of the state
 * @param facts how it goes
 * @param trouble what went wrong last, in words; empty when nothing
 * @param to the address that is typed or kept
 * @param message what was just done; empty for nothing
 * @param newSecret a secret that is shown this once; empty for none
 */
public record SubscriptionView(
        String title,
        String address,
        String back,
        boolean begun,
        boolean open,
        String resume,
        boolean mayBegin,
        String state,
        String mark,
        List<SourceView.Fact> facts,
        String trouble,
        String to,
        List<SourceFormPage.Choice> caseTypes,
        List<SourceFormPage.Fault> faults,
        List<Dead> dead,
        String message,
        String newSecret) {

    /** An event that was given up. */
    public record Dead(long id, String event, String when, String why) {}

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return faults.stream()
                .filter(fault -> fault.field().equals(field))
                .map(SourceFormPage.Fault::text)
                .findFirst()
                .orElse("");
    }

    /** The ids of a field's help and fault, for {@code aria-describedby}. */
    public String about(String field) {
        return fault(field).isEmpty() ? field + "-hjalp" : field + "-hjalp " + field + "-fel";
    }
}
