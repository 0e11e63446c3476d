package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.junit.jupiter.api.Test;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.knutpunkt.portal.login.LoginError;

/**
 * XML signature wrapping: a signed response of the attacker's own is moved to where it is validated but not read, and a
 * forged one put where it is read. The forged assertion is encrypted to the portal, which anyone can do.
 */
class SignatureWrappingTest {
    private static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    private static final String SIGNATURE = "http://www.w3.org/2000/09/xmldsig#";

    private final Portal portal = new Portal();

    @Test
    void refusesTheOriginalInsideTheSignature() {
        assertThat(wrapped((forged, original) -> {
                    Element object = forged.getOwnerDocument().createElementNS(SIGNATURE, "ds:Object");
                    Element signature = moveSignature(original, forged);
                    object.appendChild(original);
                    signature.appendChild(object);
                }))
                .isEqualTo(LoginError.SIGNATURE_FORM);
    }

    @Test
    void refusesTheOriginalInsideExtensions() {
        assertThat(wrapped((forged, original) -> {
                    moveSignature(original, forged);
                    extensions(forged).appendChild(original);
                }))
                .isEqualTo(LoginError.SIGNATURE_FORM);
    }

    @Test
    void refusesASignedOriginalInsideExtensionsOfAnUnsignedForgery() {
        assertThat(wrapped((forged, original) -> extensions(forged).appendChild(original)))
                .isEqualTo(LoginError.UNSIGNED);
    }

    @Test
    void refusesACopyOfTheSignatureBesideTheSignedOriginal() {
        assertThat(wrapped((forged, original) -> {
                    Element copy = (Element) signatureOf(original).cloneNode(true);
                    forged.insertBefore(copy, status(forged));
                    extensions(forged).appendChild(original);
                }))
                .isEqualTo(LoginError.SIGNATURE_FORM);
    }

    @Test
    void refusesAForgeryThatBearsTheIdOfTheOriginal() {
        assertThat(wrapped((forged, original) -> {
                    forged.setAttribute("ID", original.getAttribute("ID"));
                    moveSignature(original, forged);
                    extensions(forged).appendChild(original);
                }))
                .isEqualTo(LoginError.DUPLICATE_ID);
    }

    @Test
    void refusesTheOriginalsSignatureOnAForgery() {
        assertThat(wrapped((forged, original) -> {
                    forged.setAttribute("ID", original.getAttribute("ID"));
                    moveSignature(original, forged);
                }))
                .isEqualTo(LoginError.SIGNATURE);
    }

    @Test
    void refusesAnAssertionExchangedForAForgedOne() {
        assertThat(wrapped((forged, original) -> {
                    Element theirs = assertionOf(original);
                    theirs.getParentNode().replaceChild(assertionOf(forged).cloneNode(true), theirs);
                    forged.getParentNode().replaceChild(original, forged);
                }))
                .isEqualTo(LoginError.SIGNATURE);
    }

    @Test
    void refusesAForgedAssertionAddedToTheOriginal() {
        assertThat(wrapped((forged, original) -> {
                    original.appendChild(assertionOf(forged).cloneNode(true));
                    forged.getParentNode().replaceChild(original, forged);
                }))
                .isEqualTo(LoginError.SIGNATURE);
    }

    @Test
    void refusesTransformsOtherThanTheTwoAllowed() {
        String xml = TestProvider.xml(answer -> {})
                .replaceFirst(
                        "Transform Algorithm=\"" + SignatureConstants.TRANSFORM_C14N_EXCL_OMIT_COMMENTS + "\"",
                        "Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xslt-19991116\"");

        assertThat(portal.refusalOf(xml)).isEqualTo(LoginError.SIGNATURE_FORM);
    }

    private LoginError wrapped(BiConsumer<Element, Element> arrange) {
        String signed = TestProvider.xml(answer -> {});
        String forged = TestProvider.xml(answer -> {
            answer.responseSigned = false;
            answer.onResponse = response -> response.setID("_forged");
            answer.attributes = Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("194005068095"));
        });
        try {
            Document document = OpenSaml.ready().parse(forged.getBytes(StandardCharsets.UTF_8));
            Document other = OpenSaml.ready().parse(signed.getBytes(StandardCharsets.UTF_8));
            Element original = (Element) document.importNode(other.getDocumentElement(), true);
            arrange.accept(document.getDocumentElement(), original);
            return portal.refusalOf(SerializeSupport.nodeToString(document));
        } catch (XMLParserException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static Element moveSignature(Element from, Element to) {
        Element signature = signatureOf(from);
        to.insertBefore(signature, status(to));
        return signature;
    }

    private static Element signatureOf(Element response) {
        return (Element) response.getElementsByTagNameNS(SIGNATURE, "Signature").item(0);
    }

    private static Element status(Element response) {
        return (Element) response.getElementsByTagNameNS(PROTOCOL, "Status").item(0);
    }

    private static Element assertionOf(Element response) {
        return (Element)
                response.getElementsByTagNameNS("*", "EncryptedAssertion").item(0);
    }

    private static Element extensions(Element response) {
        Element extensions = response.getOwnerDocument().createElementNS(PROTOCOL, "saml2p:Extensions");
        response.insertBefore(extensions, status(response));
        // the schema takes elements of other namespaces there, and whatever they hold
        Element foreign = response.getOwnerDocument().createElementNS("urn:example:foreign", "x:foreign");
        extensions.appendChild(foreign);
        return foreign;
    }
}
