package se.knutpunkt.hub.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.source.Verdict;

/**
 * What became of a replay.
 *
 * @param edited the changed text that was replayed; null when it was the document itself
 * @param taken where its event is kept; null when it was refused again
 * @param kind why it was refused again; null when it was not
 * @param faults what is wrong with it
 */
public record LetterAttempt(
        @Nullable String edited,
        @Nullable Taken taken,
        @Nullable Verdict kind,
        List<LetterFault> faults) {

    /** The same, of a changed text. */
    public LetterAttempt of(String text) {
        return new LetterAttempt(text, taken, kind, faults);
    }
}
