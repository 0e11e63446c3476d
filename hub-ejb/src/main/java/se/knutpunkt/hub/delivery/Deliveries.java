package se.knutpunkt.hub.delivery;

import jakarta.ejb.Local;
import java.util.List;
import se.knutpunkt.hub.login.StaffId;

/** Messages on their way, and those that were given up. */
@Local
public interface Deliveries {

    /**
     * Sends a message after the caller's transaction has committed, again until it is taken: with growing pauses for three
     * days, or until the receiver refuses it or turns us away again and again; then it is dead. The same item that is on its way is sent once; one that is
     * dead is sent again.
     *
     * @param kind of a {@link MessageKind}
     * @param item an internal id, at most 100 characters; stored in the clear, so never personal data
     */
    void post(long endpoint, String kind, String item);

    /** Puts a message among the dead that the caller tried to send itself. */
    void bury(long endpoint, String kind, String item, Failure failure);

    /** The dead messages of an endpoint, the newest first; at most 200. */
    List<DeadDelivery> dead(long endpoint);

    /** How many dead messages an endpoint has. */
    int countDead(long endpoint);

    /** Sends a dead message again; whether there was one. */
    boolean sendAgain(long endpoint, long id);

    /**
     * Takes a dead message away for good; that it was, by whom and why is kept.
     *
     * @return whether there was one
     */
    boolean purge(long endpoint, long id, String reason, StaffId by);
}
