package se.knutpunkt.portal.registrar;

import java.util.List;

/**
 * One document as its page shows it. Texts are empty where there is nothing, never null.
 *
 * @param address the page's own address, to which actions are appended
 * @param back address of the list it belongs to
 * @param registration the facts of OSL 5 kap. 2 §
 * @param caseFacts what else diary and archive want to know
 * @param decided whether it has a number or needs none
 * @param number what was typed as diary number, to be confirmed
 */
public record DossierView(
        String address,
        String back,
        String caseNumber,
        String title,
        String state,
        String stateClass,
        List<Fact> registration,
        List<Fact> caseFacts,
        List<Section> answers,
        List<FileLine> files,
        List<StepLine> steps,
        boolean decided,
        boolean undoable,
        boolean exports,
        String number,
        String message,
        String error) {

    /**
     * A label and its value.
     *
     * @param address where the value is explained; empty for nowhere
     */
    public record Fact(String label, String value, String address) {
        Fact(String label, String value) {
            this(label, value, "");
        }
    }

    /** The answers of a page of the form; the title is empty when the form has only one. */
    public record Section(String title, List<Fact> answers) {}

    /** A file to open. */
    public record FileLine(String name, String address, String kind, String size, String sha256) {}

    /** Something that was done. */
    public record StepLine(String when, String machine, String what, String reason) {}
}
