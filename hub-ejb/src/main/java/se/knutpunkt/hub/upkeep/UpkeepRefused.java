package se.knutpunkt.hub.upkeep;

import jakarta.ejb.ApplicationException;
import java.util.List;
import se.knutpunkt.hub.register.Fault;

/** The change breaks a rule of the register; nothing was done. */
@ApplicationException(rollback = true)
public class UpkeepRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    UpkeepRefused(List<Fault> faults) {
        super("The change breaks " + faults.size() + " rules of the register");
        this.faults = List.copyOf(faults);
    }

    /** Everything that is wrong. */
    public List<Fault> faults() {
        return faults;
    }
}
