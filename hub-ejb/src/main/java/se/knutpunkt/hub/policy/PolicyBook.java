package se.knutpunkt.hub.policy;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;

/**
 * The policy for those who keep it: what is in force, what is proposed, and how it came to be. A change that only
 * tightens is in force at once; one that loosens waits for somebody else ({@link PolicyChange}).
 */
@Local
public interface PolicyBook {

    /** The version in force. */
    int version();

    /** Its lines, by place and capacity; those too whose days have passed or are to come. */
    List<PolicyLine> lines();

    /** The change that made the version in force. */
    PolicyChange inForce();

    /** The lines of a version that is or was in force; none of one that never was. */
    List<PolicyLine> linesOfVersion(int version);

    /** The lines of a change, in force or not; empty when there is no such change. */
    List<PolicyLine> linesOf(long changeId);

    /** A change. */
    Optional<PolicyChange> change(long id);

    /** Changes that wait for somebody, the oldest first. */
    List<PolicyChange> waiting();

    /**
     * Changes from the newest on.
     *
     * @param before only with a lower id; {@link Long#MAX_VALUE} for the first page
     */
    List<PolicyChange> history(long before, int most);

    /** What is wrong with lines in place of those in force; empty when they may be proposed. */
    List<LineFault> faults(List<PolicyLine> planned);

    /**
     * Whether lines in place of those in force would show anything to anyone, on any day from now on, that is not shown
     * now.
     */
    boolean loosens(List<PolicyLine> planned);

    /**
     * Proposes lines in place of all those in force.
     *
     * @param staffId who proposes
     * @param baseVersion the version that was in force when they were written
     * @return the change; in force when it only tightens
     * @throws PolicyRefused when a line cannot stand, when nothing changes, or when another version is in force by now
     */
    PolicyChange propose(String staffId, int baseVersion, List<PolicyLine> planned, String reason);

    /**
     * Lets a change be that waits.
     *
     * @throws PolicyRefused when it does not wait, was proposed by the same person, or another version is in force by now
     */
    void approve(String staffId, long changeId, String reason);

    /**
     * Refuses a change that waits; whoever proposed it takes it back.
     *
     * @throws PolicyRefused when it does not wait
     */
    void refuse(String staffId, long changeId, String reason);
}
