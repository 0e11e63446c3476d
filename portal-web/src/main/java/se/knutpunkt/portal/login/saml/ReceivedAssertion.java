package se.knutpunkt.portal.login.saml;

import java.util.Optional;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Subject;
import org.opensaml.saml.saml2.core.SubjectConfirmation;
import org.opensaml.saml.saml2.core.SubjectConfirmationData;

/**
 * A decrypted assertion under inspection.
 *
 * @param in the response it came in, with all its checks passed
 * @param assertion the assertion
 */
record ReceivedAssertion(ReceivedResponse in, Assertion assertion) {

    /** The data of the one bearer confirmation, if there is exactly one. */
    Optional<SubjectConfirmationData> confirmation() {
        Subject subject = assertion.getSubject();
        if (subject == null || subject.getSubjectConfirmations().size() != 1) {
            return Optional.empty();
        }
        SubjectConfirmation only = subject.getSubjectConfirmations().get(0);
        return SubjectConfirmation.METHOD_BEARER.equals(only.getMethod())
                ? Optional.ofNullable(only.getSubjectConfirmationData())
                : Optional.empty();
    }
}
