package se.knutpunkt.portal.policy;

import java.util.List;

/**
 * The form of a rule.
 *
 * @param action where it is posted to
 * @param fresh whether it is a new rule
 * @param form what was typed
 * @param meanwhile what others have changed since the form was shown
 * @param stale whether others have changed anything since
 */
public record LineFormPage(
        String title,
        String action,
        boolean fresh,
        PolicyForm form,
        List<Group> places,
        List<Choice> capacities,
        List<Choice> markings,
        List<Degree> degrees,
        List<Problem> problems,
        boolean stale,
        List<Difference> meanwhile) {

    /** Something to choose. */
    public record Choice(String value, String text, boolean chosen) {}

    /** Choices under a heading. */
    public record Group(String label, List<Choice> choices) {
        /** Copies the list. */
        public Group {
            choices = List.copyOf(choices);
        }
    }

    /** How much may be shown. */
    public record Degree(String value, String text, String help, boolean chosen) {}

    /** What is wrong, and the control that it is about; empty when it is about none. */
    public record Problem(String field, String text) {}

    /** What is wrong with a field; empty when nothing is. */
    public String fault(String field) {
        return problems.stream()
                .filter(problem -> problem.field().equals(field))
                .map(Problem::text)
                .findFirst()
                .orElse("");
    }

    /** The ids of a field's help and fault, for {@code aria-describedby}. */
    public String about(String field) {
        return fault(field).isEmpty() ? field + "-hjalp" : field + "-hjalp " + field + "-fel";
    }
}
