package se.knutpunkt.hub.event;

import jakarta.ejb.ApplicationException;

/** A file is not the one that was announced. */
@ApplicationException(rollback = true)
public class OtherContent extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
