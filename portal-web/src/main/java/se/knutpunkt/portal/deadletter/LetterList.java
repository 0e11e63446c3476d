package se.knutpunkt.portal.deadletter;

import java.util.List;

/**
 * The list of refused events.
 *
 * @param found how many match, in words
 * @param filtered whether anything is left out by the filter
 * @param counts what waits, by kind and source
 * @param over events that were not kept, a sentence a source
 * @param older address of the next twenty; empty when there are none
 * @param newest address of the first twenty; empty when these are
 * @param query the filter as the query of an address
 * @param bulk whether something waits among what is found
 */
public record LetterList(
        List<Row> rows,
        String found,
        boolean filtered,
        List<Count> counts,
        List<String> over,
        List<Work> works,
        LetterQuery asked,
        List<Choice> sources,
        List<Choice> kinds,
        List<Choice> caseTypes,
        List<Choice> states,
        List<Fault> faults,
        String older,
        String newest,
        String query,
        boolean bulk,
        String message) {

    /**
     * A letter.
     *
     * @param id the sender's own, in words when there is none
     * @param seen how often it was sent, in words; empty for once
     */
    public record Row(
            String address,
            String when,
            String kind,
            String source,
            String caseType,
            String id,
            String state,
            String mark,
            String seen) {}

    /** Waiting letters of a kind and source; {@code address} lists them. */
    public record Count(String kind, String source, String letters, String address, String help) {}

    /** Work on many letters. */
    public record Work(String title, String what, String progress, String mark, List<String> results) {}

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
}
