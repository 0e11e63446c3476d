package se.knutpunkt.hub.casefile;

import jakarta.ejb.ApplicationException;

/** The authority already has a case of this number, of another case type. */
@ApplicationException(rollback = true)
public class CaseOfOtherType extends RuntimeException {

    private static final long serialVersionUID = 1;

    CaseOfOtherType() {
        super("The case number belongs to a case of another type");
    }
}
