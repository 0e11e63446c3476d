package se.knutpunkt.portal.login.saml;

import java.util.List;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.Status;
import org.opensaml.saml.saml2.core.StatusCode;
import se.knutpunkt.portal.login.LoginError;

/** What must hold for a response before its assertion is opened; the order is the order in which they are made. */
final class ResponseChecks {
    private static final String FRAMEWORK = "http://id.elegnamnden.se/status/1.0/";

    static final List<Check<ReceivedResponse>> ALL = List.of(
            new Check<>(
                    LoginError.VERSION,
                    r -> SAMLVersion.VERSION_20.equals(r.response().getVersion())),
            new Check<>(LoginError.IN_RESPONSE_TO, r -> r.request().isPresent()),
            new Check<>(LoginError.ISSUER, ResponseChecks::comesFromTheProviderAsked),
            new Check<>(
                    LoginError.DESTINATION,
                    r -> r.us().acs().equals(r.response().getDestination())),
            new Check<>(LoginError.UNSIGNED, r -> r.isSigned() || r.assertionAlone()),
            new Check<>(LoginError.SIGNATURE_FORM, r -> mayLackSignature(r) || Signatures.hasAllowedForm(r.response())),
            new Check<>(
                    LoginError.SIGNATURE,
                    r -> mayLackSignature(r)
                            || Signatures.isMadeByOneOf(r.sender().keys(), r.response())),
            new Check<>(LoginError.ISSUED, ResponseChecks::isFresh),
            new Check<>(LoginError.CANCELLED, r -> !hasStatus(r, FRAMEWORK + "cancel")),
            new Check<>(
                    LoginError.FRAUD,
                    r -> !hasStatus(r, FRAMEWORK + "fraud") && !hasStatus(r, FRAMEWORK + "possibleFraud")),
            new Check<>(LoginError.NO_LEVEL, r -> !hasStatus(r, StatusCode.NO_AUTHN_CONTEXT)),
            new Check<>(LoginError.STATUS, ResponseChecks::isSuccess),
            new Check<>(
                    LoginError.PLAIN_ASSERTION,
                    r -> r.response().getAssertions().isEmpty()),
            new Check<>(
                    LoginError.ASSERTION_COUNT,
                    r -> r.response().getEncryptedAssertions().size() == 1),
            new Check<>(
                    LoginError.CIPHER,
                    r -> r.isSigned()
                            || Decryption.isAuthenticated(
                                    r.response().getEncryptedAssertions().get(0))));

    private ResponseChecks() {}

    /** A signature that is there must hold, whether or not it had to be. */
    private static boolean mayLackSignature(ReceivedResponse received) {
        return !received.isSigned() && received.assertionAlone();
    }

    private static boolean comesFromTheProviderAsked(ReceivedResponse received) {
        return received.provider().isPresent()
                && isIssuer(received.response().getIssuer(), received.sender().entityId());
    }

    /** Whether the issuer is the entity, in the one format the framework allows. */
    static boolean isIssuer(Issuer issuer, String entityId) {
        return issuer != null
                && entityId.equals(issuer.getValue())
                && (issuer.getFormat() == null || Issuer.ENTITY.equals(issuer.getFormat()));
    }

    private static boolean isFresh(ReceivedResponse received) {
        Response response = received.response();
        return response.getIssueInstant() != null && Skew.isFresh(response.getIssueInstant(), received.now());
    }

    private static boolean isSuccess(ReceivedResponse received) {
        Status status = received.response().getStatus();
        return status != null
                && status.getStatusCode() != null
                && StatusCode.SUCCESS.equals(status.getStatusCode().getValue());
    }

    private static boolean hasStatus(ReceivedResponse received, String value) {
        Status status = received.response().getStatus();
        for (StatusCode code = status == null ? null : status.getStatusCode(); code != null; ) {
            if (value.equals(code.getValue())) {
                return true;
            }
            code = code.getStatusCode();
        }
        return false;
    }
}
