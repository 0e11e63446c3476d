package se.knutpunkt.hub.diary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The cursor was not made by this list. */
@ApplicationException(rollback = false)
public class InvalidDiaryCursor extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    InvalidDiaryCursor() {
        super("not a cursor of the diary list");
    }
}
