package se.knutpunkt.portal.login.saml;

import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.hub.login.LoginRequests;

/** Requests and used assertions in memory. */
final class MemoryRequests implements LoginRequests {
    private final Map<String, LoginRequest> requests = new HashMap<>();
    private final Map<String, String> browsers = new HashMap<>();
    private final Set<String> answered = new HashSet<>();
    private final Set<String> used = new HashSet<>();
    private Instant remembered = Instant.MIN;

    /** The id of the one request that was sent. */
    String only() {
        if (requests.size() != 1) {
            throw new IllegalStateException(requests.size() + " requests");
        }
        return requests.keySet().iterator().next();
    }

    /** Until when the assertion that was used last is remembered. */
    Instant remembered() {
        return remembered;
    }

    @Override
    public void remember(LoginRequest request, String browser) {
        requests.put(request.id(), request);
        browsers.put(request.id(), browser);
    }

    @Override
    public Optional<LoginRequest> find(String id, String browser) {
        return browser.equals(browsers.get(id)) ? Optional.ofNullable(requests.get(id)) : Optional.empty();
    }

    @Override
    public boolean answer(String id) {
        return answered.add(id);
    }

    @Override
    public boolean useOnce(String issuer, String assertion, Instant until) {
        remembered = until;
        return used.add(issuer + " " + assertion);
    }
}
