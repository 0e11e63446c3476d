package se.knutpunkt.hub.upkeep;

import jakarta.ejb.ApplicationException;

/** Somebody else changed it after it was read; nothing was done. */
@ApplicationException(rollback = true)
public class ChangedMeanwhile extends RuntimeException {
    private static final long serialVersionUID = 1;

    ChangedMeanwhile() {
        super("The register was changed meanwhile");
    }
}
