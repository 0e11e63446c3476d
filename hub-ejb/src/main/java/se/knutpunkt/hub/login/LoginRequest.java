package se.knutpunkt.hub.login;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * What an AuthnRequest asked for: kept until its response comes or it lapses.
 *
 * @param id the request's id, at most 64 ASCII characters
 * @param provider entity id of the identity provider asked
 * @param returnPath local path to go to after login
 * @param levels URIs of the levels of assurance that were asked for, at least one, the most wanted first
 * @param forced whether the person was to prove anew who they are
 * @param sent when it was sent
 * @param ends first instant at which a response to it comes too late
 */
public record LoginRequest(
        String id, String provider, String returnPath, Set<String> levels, boolean forced, Instant sent, Instant ends) {
    /** @throws IllegalArgumentException when no level is asked for */
    public LoginRequest {
        levels = Collections.unmodifiableSet(new LinkedHashSet<>(levels));
        if (levels.isEmpty()) {
            throw new IllegalArgumentException("A login request asks for at least one level of assurance");
        }
    }
}
