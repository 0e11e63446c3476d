package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;

/** The form has no such page or field, or the answers so far hide it. Answered as 404. */
@ApplicationException(rollback = true)
public class PageNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public PageNotFound() {
        super("no such page in this form");
    }
}
