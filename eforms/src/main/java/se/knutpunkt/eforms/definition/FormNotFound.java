package se.knutpunkt.eforms.definition;

import jakarta.ejb.ApplicationException;

/** There is no such form, or it has no version that may be used so. Answered as 404. */
@ApplicationException(rollback = true)
public class FormNotFound extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public FormNotFound() {
        super("no such form");
    }
}
