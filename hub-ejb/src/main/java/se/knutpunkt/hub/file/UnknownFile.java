package se.knutpunkt.hub.file;

import jakarta.ejb.ApplicationException;

/** There is no such file, or it is not in the state the call needs. */
@ApplicationException(rollback = true)
public class UnknownFile extends RuntimeException {

    private static final long serialVersionUID = 1;

    UnknownFile(FileId id) {
        super("No such file: " + id.value());
    }
}
