package se.knutpunkt.hub.login;

import jakarta.ejb.Local;
import java.time.Instant;
import java.util.Optional;

/** Requests sent to identity providers and assertions already used; shared by all nodes. */
@Local
public interface LoginRequests {

    /**
     * Keeps a request.
     *
     * @param browser correlation token of the browser that sent it; only its SHA-256 is stored
     */
    void remember(LoginRequest request, String browser);

    /** The request of this browser that has not lapsed, answered or not. */
    Optional<LoginRequest> find(String id, String browser);

    /**
     * Marks a request as answered.
     *
     * @return false when it was answered already, here or on another node
     */
    boolean answer(String id);

    /**
     * Uses up an assertion.
     *
     * @param issuer entity id of the provider
     * @param assertion the assertion's id
     * @param until until when the assertion could be accepted; remembered at least so long
     * @return false when it was used already, here or on another node
     */
    boolean useOnce(String issuer, String assertion, Instant until);
}
