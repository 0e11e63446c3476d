package se.knutpunkt.hub.delivery;

import jakarta.ejb.Local;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The endpoints of other systems. Who changed one is kept by the room that it belongs to. */
@Local
public interface Endpoints {

    /** Makes an endpoint with a secret of its own; the address has passed {@link Courier#wrong}. */
    OpenedEndpoint open(URI address);

    /** An endpoint without its secrets. */
    Optional<Endpoint> find(long id);

    /** Changes its address. */
    void move(long id, URI address);

    /**
     * Makes a new secret. Until the overlap is over messages are signed by both, so that the receiver can change in peace.
     *
     * @param overlap zero ends the former secret at once
     * @return the new secret, to be shown once; empty when there is no such endpoint
     */
    Optional<String> rotate(long id, Duration overlap);

    /** With its secrets, for {@link Courier} alone. */
    Optional<SealedEndpoint> sealed(long id);
}
