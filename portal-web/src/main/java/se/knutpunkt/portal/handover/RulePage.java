package se.knutpunkt.portal.handover;

import java.util.List;

/**
 * The rule of a form, and the form to change it.
 *
 * @param address of this page
 * @param name the form's title
 * @param fresh whether the form has no rule yet
 * @param sources the systems that may signal the form's case type
 * @param schemas addresses of the schemas of the published version; empty when none is published
 * @param changed when and by whom it was changed last; empty for a new one
 * @param secret a secret that is shown this once; empty for none
 * @param message what was just done; empty for nothing
 */
public record RulePage(
        String address,
        String name,
        String caseType,
        boolean fresh,
        RuleForm form,
        List<Choice> sources,
        List<Choice> formats,
        List<Choice> units,
        List<String> schemas,
        String changed,
        String secret,
        String message,
        List<Fault> faults) {

    /** Something to choose. */
    public record Choice(String value, String text, boolean chosen) {}

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
