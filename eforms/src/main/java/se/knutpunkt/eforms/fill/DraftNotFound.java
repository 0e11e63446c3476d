package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;

/** No such draft, or not this filler's: the two are told apart to nobody. Answered as 404. */
@ApplicationException(rollback = true)
public class DraftNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public DraftNotFound() {
        super("no such draft");
    }
}
