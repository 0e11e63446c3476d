package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;

/** The draft has become a submission and can't be changed: its receipt is at the same reference. */
@ApplicationException(rollback = true)
public class AlreadySent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public AlreadySent() {
        super("the draft is sent");
    }
}
