package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.opensaml.saml.saml2.core.Assertion;
import org.w3c.dom.Element;
import se.knutpunkt.portal.login.LoginError;

/**
 * XML signature wrapping of the assertion, where the response need not be signed: an assertion that the provider signed,
 * taken from elsewhere, is put where it is validated but not read. What is encrypted to the portal, anyone can have made.
 */
class AssertionWrappingTest {
    private static final String ASSERTION = "urn:oasis:names:tc:SAML:2.0:assertion";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    private final Portal portal = new Portal().takingSignedAssertionsOf(Portal.PROVIDER_ID);

    @Test
    void refusesTheOriginalAsAdvice() {
        assertThat(wrapped((forged, original) -> advice(forged).appendChild(original)))
                .isEqualTo(LoginError.ASSERTION_UNSIGNED);
    }

    @Test
    void refusesTheOriginalAsAdviceAndItsSignatureOnTheForgery() {
        assertThat(wrapped((forged, original) -> {
                    advice(forged).appendChild(original);
                    moveSignature(original, forged);
                }))
                .isEqualTo(LoginError.ASSERTION_SIGNATURE);
    }

    @Test
    void refusesACopyOfTheSignatureBesideTheSignedOriginal() {
        assertThat(wrapped((forged, original) -> {
                    Element copy = (Element) signatureOf(original).cloneNode(true);
                    forged.insertBefore(copy, subject(forged));
                    advice(forged).appendChild(original);
                }))
                .isEqualTo(LoginError.ASSERTION_SIGNATURE);
    }

    @Test
    void refusesTheOriginalInsideTheSignature() {
        assertThat(wrapped((forged, original) -> {
                    Element object = forged.getOwnerDocument().createElementNS(SIGNATURE, "ds:Object");
                    Element signature = moveSignature(original, forged);
                    object.appendChild(original);
                    signature.appendChild(object);
                }))
                .isEqualTo(LoginError.ASSERTION_SIGNATURE);
    }

    @Test
    void refusesAForgeryThatBearsTheIdOfTheOriginal() {
        assertThat(wrapped((forged, original) -> {
                    forged.setAttribute("ID", original.getAttribute("ID"));
                    advice(forged).appendChild(original);
                    moveSignature(original, forged);
                }))
                .isEqualTo(LoginError.DUPLICATE_ID);
    }

    @Test
    void refusesTheOriginalsSignatureAndIdOnAForgery() {
        assertThat(wrapped((forged, original) -> {
                    forged.setAttribute("ID", original.getAttribute("ID"));
                    moveSignature(original, forged);
                }))
                .isEqualTo(LoginError.ASSERTION_SIGNATURE);
    }

    /** Sends a forgery arranged with an original; both lie in one document, the forgery as its root. */
    private LoginError wrapped(BiConsumer<Element, Element> arrange) {
        Answer genuine = new Answer();
        genuine.assertionSigned = true;
        genuine.assertionId = "_original";
        Element original = TestProvider.signed(TestProvider.assertion(genuine), genuine);
        return portal.refusal(answer -> {
            answer.responseSigned = false;
            answer.attributes = Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("194005068095"));
            answer.onAssertion = forgery -> {
                Element forged = dom(forgery);
                arrange.accept(forged, (Element) forged.getOwnerDocument().importNode(original, true));
            };
        });
    }

    private static Element dom(Assertion assertion) {
        return Objects.requireNonNull(assertion.getDOM());
    }

    private static Element moveSignature(Element from, Element to) {
        Element signature = signatureOf(from);
        to.insertBefore(signature, subject(to));
        return signature;
    }

    private static Element signatureOf(Element assertion) {
        return child(assertion, SIGNATURE, "Signature");
    }

    private static Element subject(Element assertion) {
        return child(assertion, ASSERTION, "Subject");
    }

    private static Element child(Element parent, String namespace, String name) {
        return (Element) parent.getElementsByTagNameNS(namespace, name).item(0);
    }

    /** Where the schema takes other assertions. */
    private static Element advice(Element assertion) {
        Element advice = assertion.getOwnerDocument().createElementNS(ASSERTION, "saml2:Advice");
        assertion.insertBefore(advice, child(assertion, ASSERTION, "AuthnStatement"));
        return advice;
    }
}
