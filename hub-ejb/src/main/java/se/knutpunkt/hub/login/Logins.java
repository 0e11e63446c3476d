package se.knutpunkt.hub.login;

import jakarta.ejb.Local;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.party.PartyId;

/** Starts, finds and ends logins. The only authority on who is logged in. */
@Local
public interface Logins {

    /**
     * Starts a login.
     *
     * @return a fresh token of 256 random bits in URL-safe Base64 (43 characters), for the cookie; only its SHA-256 is
     *     stored, so it cannot be had again
     */
    String start(NewLogin login);

    /**
     * Finds the living login of a token and counts as activity for its idle limit.
     *
     * @param token what the cookie held; anything else than a living token, whatever its form, finds nothing
     */
    Optional<Login> find(String token);

    /**
     * Finds the living login of a token without counting as activity: for asking how long it lives.
     *
     * @param token as for {@link #find}
     */
    Optional<Login> look(String token);

    /**
     * Finds a login that reached a limit within the last day. It lets nobody see anything; it proves whose form is posted
     * too late, so that what was typed can be kept for that person.
     *
     * @param token as for {@link #find}; the token of a login that was ended by logging out finds nothing
     */
    Optional<Login> lapsed(String token);

    /**
     * Notes whom a citizen's login acts for from now on, on every node at once; unknown tokens and logins of staff are
     * ignored. The caller has asked {@code hub.representation} whether it may.
     *
     * @param whom null for oneself
     */
    void actFor(String token, @Nullable PartyId whom);

    /** Ends the token's login, on every node at once; unknown tokens are ignored. */
    void end(String token);

    /** Ends the logins of all staff with the role, on every node at once; tells how many. */
    int endStaff(StaffRole role);
}
