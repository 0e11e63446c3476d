package se.knutpunkt.eforms.fill;

import jakarta.ejb.ApplicationException;

/** Files of the draft still wait to be searched for viruses. Answered by asking the sender to try again. */
@ApplicationException(rollback = true)
public class NotScanned extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NotScanned() {
        super("files wait for the scanner");
    }
}
