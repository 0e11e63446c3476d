package se.knutpunkt.hub.deadletter;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffId;

/** Refused events. Who looks at one's content is noted in the access log, in the same transaction. */
@Local
public interface DeadLetters {

    /**
     * Keeps refused events of a source, in one statement and outside the caller's transaction. A repetition of one that
     * waits counts up; what is beyond the source's bound of the day is counted only.
     *
     * @throws RuntimeException when they can't be written; they are counted as not kept then
     */
    void keep(String source, List<NewLetter> letters);

    /**
     * Letters, the newest first.
     *
     * @param before only those with a lower id; null for the newest
     */
    List<Letter> list(LetterFilter filter, @Nullable Long before, int most);

    /** How many there are. */
    long count(LetterFilter filter);

    /** Waiting letters by source and kind, the most first. */
    List<LetterCount> waiting();

    /** Events that were refused and not kept since a day, by source. */
    Map<String, Long> over(LocalDate since);

    /** Opens a letter and notes who did; empty when there is none. */
    Optional<OpenLetter> open(long id, StaffId by);

    /** Claims a waiting letter; empty when there is none, or somebody else has it. */
    Optional<LetterClaim> claim(long id);

    /** Claims those of the letters that wait and nobody has, in the order of their ids. */
    List<LetterClaim> claimAll(List<Long> ids);

    /**
     * Writes down what became of a replay, and gives the claim back.
     *
     * @return false when the claim had ended meanwhile and nothing was written
     */
    boolean settle(LetterClaim claim, LetterAttempt attempt, StaffId by);

    /**
     * Keeps a changed text, and gives the claim back, when nothing is known of the replay.
     *
     * @return false when the claim had ended meanwhile and nothing was written
     */
    boolean release(LetterClaim claim, @Nullable String edited);

    /** Keeps a text that was typed to a waiting letter. */
    boolean keepDraft(long id, String text);

    /**
     * Deletes the document of a letter that nobody is replaying, and every text of it.
     *
     * @param reason why; at most 500 characters
     * @return false when it is purged already, or being replayed
     */
    boolean purge(long id, String reason, StaffId by);
}
