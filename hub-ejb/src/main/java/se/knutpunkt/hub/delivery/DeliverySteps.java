package se.knutpunkt.hub.delivery;

import jakarta.ejb.Local;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The steps of a delivery, each in a transaction of its own. */
@Local
public interface DeliverySteps {

    /** The delivery, if this try of it is still to be made. */
    Optional<Waiting> waiting(long id, int tries);

    /** It was taken, or is no longer to be sent. */
    void forget(Waiting done);

    /** Plans the next try; false when there is none and it is dead. */
    boolean later(Waiting one, Failure failure, @Nullable Duration wait);

    /** It is given up. */
    void die(Waiting one, Failure failure);
}
