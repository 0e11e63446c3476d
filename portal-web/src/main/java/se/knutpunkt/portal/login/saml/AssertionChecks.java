package se.knutpunkt.portal.login.saml;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.AudienceRestriction;
import org.opensaml.saml.saml2.core.AuthnContext;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnStatement;
import org.opensaml.saml.saml2.core.Conditions;
import se.knutpunkt.portal.login.LoginError;

/** What must hold for the one assertion of a response; the order is the order in which they are made. */
final class AssertionChecks {
    static final List<Check<ReceivedAssertion>> ALL = List.of(
            new Check<>(
                    LoginError.ASSERTION_VERSION,
                    a -> SAMLVersion.VERSION_20.equals(a.assertion().getVersion())),
            new Check<>(
                    LoginError.ASSERTION_ISSUER,
                    a -> ResponseChecks.isIssuer(
                            a.assertion().getIssuer(), a.in().sender().entityId())),
            new Check<>(
                    LoginError.ASSERTION_UNSIGNED,
                    a -> a.in().isSigned() || a.assertion().getSignature() != null),
            new Check<>(LoginError.ASSERTION_SIGNATURE, AssertionChecks::isUnsignedOrSignedWell),
            new Check<>(LoginError.ASSERTION_ISSUED, AssertionChecks::isFresh),
            new Check<>(LoginError.AUDIENCE, AssertionChecks::isForUs),
            new Check<>(LoginError.NOT_YET_VALID, AssertionChecks::hasBegun),
            new Check<>(LoginError.EXPIRED, AssertionChecks::lasts),
            new Check<>(
                    LoginError.CONFIRMATION,
                    a -> a.confirmation().filter(c -> c.getNotBefore() == null).isPresent()),
            new Check<>(
                    LoginError.RECIPIENT,
                    a -> a.confirmation()
                            .filter(c -> a.in().us().acs().equals(c.getRecipient()))
                            .isPresent()),
            new Check<>(
                    LoginError.CONFIRMATION_IN_RESPONSE_TO,
                    a -> a.confirmation()
                            .filter(c -> a.in().answered().id().equals(c.getInResponseTo()))
                            .isPresent()),
            new Check<>(
                    LoginError.CONFIRMATION_EXPIRED,
                    a -> a.confirmation()
                            .filter(c -> lasts(c.getNotOnOrAfter(), a.in().now()))
                            .isPresent()),
            new Check<>(
                    LoginError.AUTHN_STATEMENT,
                    a -> a.assertion().getAuthnStatements().size() == 1),
            new Check<>(LoginError.AUTHN_INSTANT, AssertionChecks::isProvedAnew),
            new Check<>(LoginError.LEVEL, AssertionChecks::hasLevelAsked),
            new Check<>(
                    LoginError.ATTRIBUTE_STATEMENT,
                    a -> a.assertion().getAttributeStatements().size() == 1));

    private AssertionChecks() {}

    private static boolean isUnsignedOrSignedWell(ReceivedAssertion received) {
        return received.assertion().getSignature() == null
                || Signatures.hasAllowedForm(received.assertion())
                        && Signatures.isMadeByOneOf(received.in().sender().keys(), received.assertion());
    }

    private static boolean isFresh(ReceivedAssertion received) {
        Instant issued = received.assertion().getIssueInstant();
        return issued != null && Skew.isFresh(issued, received.in().now());
    }

    /** There must be a restriction, and each of them must name us. */
    private static boolean isForUs(ReceivedAssertion received) {
        Conditions conditions = received.assertion().getConditions();
        return conditions != null
                && !conditions.getAudienceRestrictions().isEmpty()
                && conditions.getAudienceRestrictions().stream()
                        .allMatch(one -> names(one, received.in().us().entityId()));
    }

    private static boolean names(AudienceRestriction restriction, String entityId) {
        return restriction.getAudiences().stream().anyMatch(audience -> entityId.equals(audience.getURI()));
    }

    private static boolean hasBegun(ReceivedAssertion received) {
        Instant notBefore = received.assertion().getConditions().getNotBefore();
        return notBefore == null || Skew.hasBegun(notBefore, received.in().now());
    }

    private static boolean lasts(ReceivedAssertion received) {
        return lasts(
                received.assertion().getConditions().getNotOnOrAfter(),
                received.in().now());
    }

    private static boolean lasts(@Nullable Instant notOnOrAfter, Instant now) {
        return notOnOrAfter != null && Skew.lasts(notOnOrAfter, now);
    }

    private static boolean isProvedAnew(ReceivedAssertion received) {
        Instant proved = statement(received).getAuthnInstant();
        Instant now = received.in().now();
        if (proved == null || !Skew.hasBegun(proved, now)) {
            return false;
        }
        Instant sent = received.in().answered().sent();
        return !received.in().answered().forced() || !proved.isBefore(sent.minus(Skew.LIMIT));
    }

    /** The URI of the level of assurance that the provider says it has reached. */
    static Optional<String> level(ReceivedAssertion received) {
        return Optional.ofNullable(statement(received).getAuthnContext())
                .map(AuthnContext::getAuthnContextClassRef)
                .map(AuthnContextClassRef::getURI);
    }

    private static boolean hasLevelAsked(ReceivedAssertion received) {
        return level(received)
                .filter(received.in().answered().levels()::contains)
                .isPresent();
    }

    private static AuthnStatement statement(ReceivedAssertion received) {
        return received.assertion().getAuthnStatements().get(0);
    }
}
