package se.knutpunkt.hub.diary;

import jakarta.ejb.ApplicationException;
import java.io.Serial;

/** The step is too old to be undone; it is corrected in the diary instead. */
@ApplicationException(rollback = true)
public class UndoTooLate extends RuntimeException {

    @Serial
    private static final long serialVersionUID = 1L;

    UndoTooLate() {
        super("too late to undo");
    }
}
