package se.knutpunkt.hub.event;

import jakarta.ejb.ApplicationException;

/** The source has no event by the id, or the event no such attachment. */
@ApplicationException(rollback = true)
public class UnknownAttachment extends RuntimeException {
    private static final long serialVersionUID = 1L;
}
