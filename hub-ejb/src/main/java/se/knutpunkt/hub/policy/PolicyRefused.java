package se.knutpunkt.hub.policy;

import jakarta.ejb.ApplicationException;
import java.util.List;

/** The policy stays as it is. */
@ApplicationException(rollback = true)
public final class PolicyRefused extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** Some lines cannot stand: {@link #faults}. */
        FAULTS,
        /** The lines are those in force. */
        NOTHING_CHANGED,
        /** Another version is in force than the one that was changed. */
        CHANGED_MEANWHILE,
        /** It was decided on already. */
        NOT_WAITING,
        /** What loosens is let be by somebody else than who proposed it. */
        SAME_PERSON
    }

    private final Reason reason;
    private final transient List<LineFault> faults;

    PolicyRefused(Reason reason) {
        this(reason, List.of());
    }

    PolicyRefused(Reason reason, List<LineFault> faults) {
        super("The change of the policy is refused: " + reason + " " + faults);
        this.reason = reason;
        this.faults = List.copyOf(faults);
    }

    public Reason reason() {
        return reason;
    }

    /** What is wrong with which line. */
    public List<LineFault> faults() {
        return faults;
    }
}
