package se.knutpunkt.hub.event;

import jakarta.ejb.EJB;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.stream.IntStream;
import se.knutpunkt.hub.event.EventWriter.Checked;

/**
 * Group commit: events that come one by one at the same time are written together, so that many share one commit. Events
 * of a case go through one lane, and so stay in the order in which they came; a lane's groups never run into each other.
 */
@ApplicationScoped
class IntakeLanes {
    /** One gives the largest groups. More would let a group be made while another waits for a slow disk. */
    private static final int LANES = 1;

    @EJB
    GroupIntake groups;

    private final List<Lane> lanes =
            IntStream.range(0, LANES).mapToObj(number -> new Lane()).toList();

    /** Writes an event together with those that wait beside it; committed when this returns. */
    Result take(Checked checked) {
        int lane = Math.floorMod(checked.event().matter().caseNumber().hashCode(), LANES);
        return lanes.get(lane).take(checked, groups::write);
    }
}
