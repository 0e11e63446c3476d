package se.knutpunkt.portal.login.saml;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.xmlsec.encryption.support.DecryptionException;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.login.LoginRequest;
import se.knutpunkt.hub.login.LoginRequests;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.login.LoginRefused;

/** Decides on a posted response: raw checks, response checks, decryption, assertion checks, identity, once only. */
final class ResponseReader {
    private final ServiceIdentity us;
    private final Function<String, Optional<Provider>> providers;
    private final IdentityRules identities;
    private final LoginRequests requests;
    private final Clock clock;
    private final Checks checks;

    /** What a response and its assertion are held against. */
    record Checks(List<Check<ReceivedResponse>> response, List<Check<ReceivedAssertion>> assertion) {
        static final Checks ALL = new Checks(ResponseChecks.ALL, AssertionChecks.ALL);
    }

    /**
     * @param providers the provider of an entity id
     * @param identities whom a provider may tell of
     */
    ResponseReader(
            ServiceIdentity us,
            Function<String, Optional<Provider>> providers,
            IdentityRules identities,
            LoginRequests requests,
            Clock clock) {
        this(us, providers, identities, requests, clock, Checks.ALL);
    }

    /** With fewer checks: only for the proof that none of them can be done without. */
    ResponseReader(
            ServiceIdentity us,
            Function<String, Optional<Provider>> providers,
            IdentityRules identities,
            LoginRequests requests,
            Clock clock,
            Checks checks) {
        this.us = us;
        this.providers = providers;
        this.identities = identities;
        this.requests = requests;
        this.clock = clock;
        this.checks = checks;
    }

    /**
     * @param posted the form's {@code SAMLResponse}
     * @param browser correlation token of the browser; empty when it has none
     * @throws LoginRefused with the error of the first check that does not hold
     */
    Accepted accept(@Nullable String posted, String browser) {
        Response response = RawResponse.read(posted);
        Optional<LoginRequest> request = Optional.ofNullable(response.getInResponseTo())
                .filter(id -> !browser.isEmpty())
                .flatMap(id -> requests.find(id, browser));
        try {
            return decide(response, request);
        } catch (LoginRefused refused) {
            throw request.map(asked -> refused.onTheWayTo(asked.returnPath())).orElse(refused);
        }
    }

    private Accepted decide(Response response, Optional<LoginRequest> request) {
        Optional<Provider> provider = request.flatMap(r -> providers.apply(r.provider()));
        boolean assertionAlone = provider.map(Provider::entityId)
                .filter(identities::maySignAssertionAlone)
                .isPresent();
        ReceivedResponse received =
                new ReceivedResponse(response, request, provider, assertionAlone, us, clock.instant());
        Check.all(checks.response(), received);
        ReceivedAssertion assertion = new ReceivedAssertion(received, decrypt(received));
        Check.all(checks.assertion(), assertion);
        Proof proof = Attributes.proof(assertion, identities, SwedishTime.today(clock));
        AssuranceLevel level = level(assertion);
        useUp(assertion);
        return new Accepted(
                proof,
                level,
                received.answered().returnPath(),
                received.sender().entityId());
    }

    private AssuranceLevel level(ReceivedAssertion received) {
        return identities
                .level(
                        received.in().sender().entityId(),
                        AssertionChecks.level(received).orElse(""))
                .orElseThrow(() -> new LoginRefused(LoginError.LEVEL));
    }

    private Assertion decrypt(ReceivedResponse received) {
        try {
            return RawResponse.assertion(
                    Decryption.open(received.response().getEncryptedAssertions().get(0), us.decryption()));
        } catch (DecryptionException notForUs) {
            throw new LoginRefused(LoginError.DECRYPTION);
        }
    }

    /** Both are unique writes in the database, so that of two nodes that get the same response one refuses it. */
    private void useUp(ReceivedAssertion received) {
        Assertion assertion = received.assertion();
        Instant until = assertion.getConditions().getNotOnOrAfter().plus(Skew.LIMIT);
        if (!requests.useOnce(received.in().sender().entityId(), assertion.getID(), until)) {
            throw new LoginRefused(LoginError.REPLAY);
        }
        if (!requests.answer(received.in().answered().id())) {
            throw new LoginRefused(LoginError.ANSWERED);
        }
    }
}
