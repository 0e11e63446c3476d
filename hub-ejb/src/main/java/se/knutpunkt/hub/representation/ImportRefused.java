package se.knutpunkt.hub.representation;

import jakarta.ejb.ApplicationException;

/** A file of guardians or proxies cannot be taken; what was imported before stays. */
@ApplicationException(rollback = true)
public class ImportRefused extends RuntimeException {

    private static final long serialVersionUID = 1;

    ImportRefused(String problem) {
        super(problem);
    }
}
