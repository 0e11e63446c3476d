package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;

/** The draft's version may no longer be sent. Answered by the page that moves it to the newest. */
@ApplicationException(rollback = true)
public class VersionEnded extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public VersionEnded() {
        super("the version of the draft may no longer be sent");
    }
}
