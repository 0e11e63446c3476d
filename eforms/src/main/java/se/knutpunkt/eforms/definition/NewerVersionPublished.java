package se.knutpunkt.eforms.definition;

import jakarta.ejb.ApplicationException;

/** A later version of the form is published already: import the older content again to return to it. Answered as 409. */
@ApplicationException(rollback = true)
public class NewerVersionPublished extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NewerVersionPublished() {
        super("a later version is published");
    }
}
