package se.knutpunkt.hub.file;

import jakarta.ejb.ApplicationException;

/** A piece does not begin where the file has come to. */
@ApplicationException(rollback = false)
public class OtherPlace extends RuntimeException {
    private static final long serialVersionUID = 1;

    OtherPlace() {
        super("The file has come to another place");
    }
}
