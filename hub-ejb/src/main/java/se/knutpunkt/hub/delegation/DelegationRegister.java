package se.knutpunkt.hub.delegation;

import jakarta.ejb.Local;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.login.StaffId;

/** The delegations as they are kept: made and ended, never changed and never removed. */
@Local
public interface DelegationRegister {

    /** Those that nobody has ended and whose time is not over, the newest first. */
    List<KeptDelegation> open();

    /** Those that were ended or whose time is over, the latest made first; at most 100. */
    List<KeptDelegation> closed();

    /** Any of them. */
    Optional<KeptDelegation> find(long id);

    /**
     * Makes a delegation, which counts at once within its days.
     *
     * @return its id
     * @throws IllegalArgumentException when a case type it names is not of its authority and branch
     */
    long make(Delegation delegation, StaffId by);

    /**
     * Ends a delegation at once.
     *
     * @param reason why, in words, at most 300 characters
     * @return whether it was there to end
     */
    boolean end(long id, String reason, StaffId by);
}
