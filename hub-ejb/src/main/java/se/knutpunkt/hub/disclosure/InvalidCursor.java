package se.knutpunkt.hub.disclosure;

import jakarta.ejb.ApplicationException;

/** A cursor was not made by the statement. */
@ApplicationException(rollback = false)
public class InvalidCursor extends RuntimeException {

    private static final long serialVersionUID = 1;

    InvalidCursor() {
        super("Not a cursor of the statement");
    }
}
