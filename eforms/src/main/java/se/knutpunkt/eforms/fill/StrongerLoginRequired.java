package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;
import se.knutpunkt.hub.login.AssuranceLevel;

/** The form needs a login at a higher level of assurance than the person has. Answered by logging in again. */
@ApplicationException(rollback = true)
public class StrongerLoginRequired extends RuntimeException {

    private static final long serialVersionUID = 1L;
    private final AssuranceLevel need;

    StrongerLoginRequired(AssuranceLevel need) {
        super("the form requires " + need);
        this.need = need;
    }

    /** The level that the form needs. */
    public AssuranceLevel need() {
        return need;
    }
}
