package se.knutpunkt.hub.deadletter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.source.Verdict;

/**
 * A dead letter with its content.
 *
 * @param document as it was refused; empty when it is purged
 * @param partial whether the document leaves out something that was sent
 * @param faults what was wrong with it
 * @param draft the text as staff last sent it; null when nobody has changed it
 * @param draftKind why the latest replay was refused; null when none was
 * @param draftFaults what was wrong with the latest replay
 */
public record OpenLetter(
        Letter letter,
        String document,
        boolean partial,
        List<LetterFault> faults,
        @Nullable String draft,
        @Nullable Verdict draftKind,
        List<LetterFault> draftFaults,
        List<LetterStep> steps) {}
