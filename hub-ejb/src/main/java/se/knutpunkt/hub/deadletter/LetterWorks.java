package se.knutpunkt.hub.deadletter;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffId;

/** Replaying and purging of all letters of a filter, group by group, by whichever node has time. */
@Local
public interface LetterWorks {

    /** What stands before a question: how many letters wait, and the newest of them. */
    record Preview(long letters, long lastId) {}

    /**
     * A group of work's letters.
     *
     * @param reason of a purge; else empty
     * @param letters ids in their order; empty when all are done
     */
    record Group(long work, LetterWork.What what, String reason, StaffId by, List<Long> letters, String lease) {}

    /** What would be done now. */
    Preview preview(LetterFilter filter);

    /**
     * Asks for work on the waiting letters of a filter.
     *
     * @param lastId newer letters are left alone
     * @param reason of a purge; null for a replay
     * @return its id
     */
    long ask(LetterWork.What what, LetterFilter filter, long lastId, @Nullable String reason, StaffId by);

    /** Work under way and lately done, the newest first. */
    List<LetterWork> latest(int most);

    /** Takes the next group of work that nobody does; empty when there is none. */
    Optional<Group> next(int most);

    /** Writes down what became of the group's letters: all in one transaction, and nothing when the lease has ended. */
    boolean settle(Group group, List<LetterClaim> claims, List<LetterAttempt> attempts);

    /** Purges the group's letters. */
    boolean purge(Group group);

    /** Ends work of which no letter is left. */
    void finish(Group group);
}
