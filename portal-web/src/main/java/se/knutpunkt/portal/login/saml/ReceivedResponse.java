package se.knutpunkt.portal.login.saml;

import java.time.Instant;
import java.util.Optional;
import org.opensaml.saml.saml2.core.Response;
import se.knutpunkt.hub.login.LoginRequest;

/**
 * A response under inspection.
 *
 * @param response the response; every check and every use reads this very object
 * @param request the request it answers, if this browser sent one
 * @param provider the provider that was asked, if it is still known
 * @param assertionAlone whether that provider may sign the assertion instead of the response
 * @param us who we are
 * @param now when it came
 */
record ReceivedResponse(
        Response response,
        Optional<LoginRequest> request,
        Optional<Provider> provider,
        boolean assertionAlone,
        ServiceIdentity us,
        Instant now) {

    /** Whether the response itself bears a signature. */
    boolean isSigned() {
        return response.getSignature() != null;
    }

    /** The request, once it is checked that there is one. */
    LoginRequest answered() {
        return request.orElseThrow();
    }

    /** The provider, once it is checked that it is known. */
    Provider sender() {
        return provider.orElseThrow();
    }
}
