package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.saml.saml2.core.Advice;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.NameID;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.encryption.Encrypter;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.EncryptedData;
import org.opensaml.xmlsec.encryption.support.DataEncryptionParameters;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.encryption.support.EncryptionException;
import org.opensaml.xmlsec.encryption.support.KeyEncryptionParameters;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Element;
import se.knutpunkt.portal.login.LoginError;

/** What may lie inside the sealed part, which the checks of the response around it cannot see. */
class SealedAttackTest {
    private static final int DEEPER_THAN_ANY = 100;

    private final Portal portal = new Portal();

    @Test
    void refusesAnotherElementThanAnAssertion() {
        assertThat(portal.refusal(sealed(encrypter -> {
                    NameID name = TestProvider.build(NameID.class, NameID.DEFAULT_ELEMENT_NAME);
                    name.setValue("196006172818");
                    return encrypter.encryptElement(marshalled(name), data(), key());
                })))
                .isEqualTo(LoginError.DECRYPTION);
    }

    @Test
    void refusesTwoAssertionsInOneSeal() {
        assertThat(portal.refusal(sealed(encrypter -> {
                    Advice two = TestProvider.build(Advice.class, Advice.DEFAULT_ELEMENT_NAME);
                    Answer second = new Answer();
                    second.assertionId = "_assertion2";
                    two.getAssertions().add(TestProvider.assertion(new Answer()));
                    two.getAssertions().add(TestProvider.assertion(second));
                    return encrypter.encryptElementContent(marshalled(two), data(), key());
                })))
                .isEqualTo(LoginError.DECRYPTION);
    }

    @Test
    void refusesADeepAssertion() {
        assertThat(portal.refusal(inside(assertion -> {
                    Element at = number(assertion);
                    at.setTextContent("");
                    for (int i = 0; i < DEEPER_THAN_ANY; i++) {
                        Element deeper = at.getOwnerDocument().createElementNS("urn:example:deep", "d");
                        at.appendChild(deeper);
                        at = deeper;
                    }
                })))
                .isEqualTo(LoginError.XML);
    }

    @Test
    void refusesTwoElementsWithOneId() {
        assertThat(portal.refusal(inside(assertion -> {
                    Element at = number(assertion);
                    Element same = at.getOwnerDocument().createElementNS("urn:example:same", "s");
                    same.setAttribute("ID", assertion.getID());
                    at.appendChild(same);
                })))
                .isEqualTo(LoginError.DUPLICATE_ID);
    }

    @Test
    void refusesAnAssertionWithoutConditionsOrSubject() {
        assertThat(portal.refusal(inside(assertion -> remove(assertion, "Conditions"))))
                .isEqualTo(LoginError.AUDIENCE);
        assertThat(portal.refusal(inside(assertion -> remove(assertion, "Subject"))))
                .isEqualTo(LoginError.CONFIRMATION);
    }

    @Test
    void refusesAnAssertionWithoutAttributes() {
        assertThat(portal.refusal(inside(assertion -> remove(assertion, "AttributeStatement"))))
                .isEqualTo(LoginError.ATTRIBUTE_STATEMENT);
    }

    @Test
    void refusesAnAssertionSignedWithAWeakAlgorithm() {
        assertThat(portal.refusal(answer -> {
                    answer.assertionSigned = true;
                    answer.signatureAlgorithm = SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA1;
                    answer.responseSigned = false;
                    answer.onResponse = response -> {
                        Answer strong = new Answer();
                        TestProvider.sign(response, TestKeys.PROVIDER, strong);
                    };
                }))
                .isEqualTo(LoginError.ASSERTION_SIGNATURE);
    }

    @Test
    void readsNoNumberOfWhichAnElementIsAPart() {
        assertThat(portal.refusal(inside(assertion -> {
                    Element value = number(assertion);
                    value.setTextContent("196006172818");
                    value.appendChild(value.getOwnerDocument().createElementNS("urn:example:more", "m"));
                    value.appendChild(value.getOwnerDocument().createTextNode(".attacker.example"));
                })))
                .isEqualTo(LoginError.IDENTITY_NUMBER);
        assertThat(portal.refusal(inside(assertion -> {
                    Element value = number(assertion);
                    value.setTextContent("");
                    Element within = value.getOwnerDocument().createElementNS("urn:example:within", "w");
                    within.setTextContent("196006172818");
                    value.appendChild(within);
                })))
                .isEqualTo(LoginError.IDENTITY_NUMBER);
    }

    private static Consumer<Answer> inside(Consumer<Assertion> change) {
        return answer -> {
            // one attribute alone, so that its value is the first
            answer.attributes = Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of(Answer.NUMBER));
            answer.onAssertion = change;
        };
    }

    private static Consumer<Answer> sealed(Sealing sealing) {
        return answer -> answer.onResponse = response -> exchange(response, sealing);
    }

    private static void exchange(Response response, Sealing sealing) {
        try {
            EncryptedData other = sealing.apply(new Encrypter(data(), key()));
            other.detach();
            response.getEncryptedAssertions().get(0).setEncryptedData(other);
        } catch (EncryptionException failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static DataEncryptionParameters data() {
        DataEncryptionParameters data = new DataEncryptionParameters();
        data.setAlgorithm(EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM);
        return data;
    }

    private static KeyEncryptionParameters key() {
        KeyEncryptionParameters key = new KeyEncryptionParameters();
        key.setEncryptionCredential(
                new BasicX509Credential(TestKeys.US.keys().encryption().certificate()));
        key.setAlgorithm(EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP);
        return key;
    }

    private static <T extends XMLObject> T marshalled(T object) {
        try {
            XMLObjectSupport.marshall(object);
            return object;
        } catch (org.opensaml.core.xml.io.MarshallingException failed) {
            throw new IllegalStateException(failed);
        }
    }

    /** Without its type, with which the schema would refuse what is put in. */
    private static Element number(Assertion assertion) {
        Element value = element(assertion, "AttributeValue");
        value.removeAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "type");
        return value;
    }

    private static void remove(Assertion assertion, String name) {
        Element element = element(assertion, name);
        element.getParentNode().removeChild(element);
    }

    private static Element element(Assertion assertion, String name) {
        return (Element) Objects.requireNonNull(assertion.getDOM())
                .getElementsByTagNameNS("*", name)
                .item(0);
    }

    private interface Sealing {
        EncryptedData apply(Encrypter encrypter) throws EncryptionException;
    }
}
