package se.knutpunkt.hub.subscription;

import jakarta.ejb.Local;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.delivery.Verdict;
import se.knutpunkt.hub.login.StaffId;

/** The subscriptions of sources, one each, as staff keep them. Each change stands in the source's history. */
@Local
public interface Subscriptions {

    /** The subscription of a source. */
    Optional<Subscription> find(String source);

    /** The sources in use that we have given up telling, by code. */
    List<String> stopped();

    /**
     * Begins to tell a source of what is taken from now on.
     *
     * @return the secret that signs, to be shown once; empty when it has a subscription already
     */
    Optional<String> begin(String source, URI address, Set<String> caseTypes, StaffId by);

    /** Changes where and of what a source is told; its place stays. */
    void change(String source, URI address, Set<String> caseTypes, StaffId by);

    /** Stops telling, and keeps the place; whether it was told. */
    boolean pause(String source, StaffId by);

    /** Goes on from the place where it stopped; whether it was paused or stopped. */
    boolean resume(String source, StaffId by);

    /** Makes a new secret, to be shown once; the former counts until the overlap is over. */
    Optional<String> rotate(String source, Duration overlap, StaffId by);

    /** Sends a message without content, at once; it may take {@link se.knutpunkt.hub.delivery.Courier#LONGEST}. */
    Verdict test(String source);
}
