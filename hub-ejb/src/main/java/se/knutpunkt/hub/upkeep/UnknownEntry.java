package se.knutpunkt.hub.upkeep;

import jakarta.ejb.ApplicationException;

/** The entry is not in the register, or no longer. */
@ApplicationException(rollback = true)
public class UnknownEntry extends RuntimeException {
    private static final long serialVersionUID = 1;

    UnknownEntry() {
        super("The entry is not in the register");
    }
}
