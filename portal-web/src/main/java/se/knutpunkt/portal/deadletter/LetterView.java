package se.knutpunkt.portal.deadletter;

import java.util.List;

/**
 * One refused event.
 *
 * @param message what was just done; empty for nothing
 * @param problem why the last replay did not go; empty when it did, or none was made
 * @param tried whether the faults and the text are those of the last replay
 * @param text the document, or as it was changed last
 * @param waiting whether it may be changed and replayed
 * @param purgeable whether there is something to purge
 */
public record LetterView(
        String address,
        String title,
        String state,
        String mark,
        String help,
        String message,
        String problem,
        boolean tried,
        List<Fact> facts,
        List<Fault> faults,
        String text,
        boolean changed,
        String original,
        boolean partial,
        boolean waiting,
        boolean purgeable,
        List<Beside> beside,
        String besideText,
        List<Step> steps) {

    /** Something known of it. */
    public record Fact(String title, String text) {}

    /** Something that is wrong. {@code place} tells where in the text. */
    public record Fault(String place, String pointer, String text) {}

    /** A field of the refused and of the kept event. */
    public record Beside(String field, String refused, String kept, boolean differs) {}

    /** What was done. */
    public record Step(String when, String by, String text, String document, String note) {}
}
