package se.knutpunkt.hub.casefile;

import jakarta.ejb.ApplicationException;

/** The case number belongs to a case that cannot be a part of the one asked for. Nothing was changed. */
@ApplicationException(rollback = false)
public class CaseBoundElsewhere extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CaseBoundElsewhere() {
        super("the case number is another case's");
    }
}
