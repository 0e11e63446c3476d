package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;

/** The draft is on the newest version of its form: there is nothing to move it to. Answered by the draft itself. */
@ApplicationException(rollback = true)
public class VersionIsNewest extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public VersionIsNewest() {
        super("the draft is on the newest version");
    }
}
