package se.knutpunkt.hub.delegation;

import jakarta.ejb.Local;
import java.time.LocalDate;
import java.util.List;

/** On what grounds a staff member may work with cases. */
@Local
public interface Delegations {

    /**
     * The grounds of a staff member on a day, each by itself: whoever works by several sees by each, never by their sum.
     *
     * @param staffId the member's id, as {@code Viewer.Staff} has it
     * @param today Swedish date
     * @return those of the own authority first; empty for someone who has none, or is not known
     */
    List<Ground> of(String staffId, LocalDate today);
}
