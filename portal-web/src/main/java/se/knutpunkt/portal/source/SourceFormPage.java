package se.knutpunkt.portal.source;

import java.util.List;

/**
 * The form of a source.
 *
 * @param action where it is posted to
 * @param back where one goes without saving
 * @param fresh whether it is a new source
 * @param form what was typed
 */
public record SourceFormPage(
        String title,
        String action,
        String back,
        boolean fresh,
        SourceForm form,
        List<Choice> authorities,
        List<Choice> caseTypes,
        List<Choice> units,
        List<Choice> asks,
        List<Fault> faults) {

    /** Something to choose. */
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

    /** The ids of a field's help and fault, for {@code aria-describedby}. */
    public String about(String field) {
        return fault(field).isEmpty() ? field + "-hjalp" : field + "-hjalp " + field + "-fel";
    }
}
