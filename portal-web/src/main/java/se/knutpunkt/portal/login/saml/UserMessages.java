package se.knutpunkt.portal.login.saml;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.opensaml.core.xml.schema.XSAny;
import org.opensaml.core.xml.schema.impl.XSAnyBuilder;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Extensions;

/** Writes a {@link UserMessage} into a request: one element a language, its text in Base64. */
final class UserMessages {
    private static final QName MESSAGES = new QName(UserMessage.NAMESPACE, "UserMessage", "umsg");
    private static final QName MESSAGE = new QName(UserMessage.NAMESPACE, "Message", "umsg");
    private static final QName LANGUAGE = new QName(XMLConstants.XML_NS_URI, "lang", XMLConstants.XML_NS_PREFIX);

    private UserMessages() {}

    static void add(AuthnRequest request, UserMessage message) {
        XSAny messages = new XSAnyBuilder().buildObject(MESSAGES);
        messages.getUnknownAttributes().put(new QName("mimeType"), "text/plain");
        messages.getUnknownXMLObjects().add(in("sv", message.sv()));
        messages.getUnknownXMLObjects().add(in("en", message.en()));
        Extensions extensions = OpenSaml.ready().build(Extensions.class, Extensions.DEFAULT_ELEMENT_NAME);
        extensions.getUnknownXMLObjects().add(messages);
        request.setExtensions(extensions);
    }

    private static XSAny in(String language, String text) {
        XSAny message = new XSAnyBuilder().buildObject(MESSAGE);
        message.getUnknownAttributes().put(LANGUAGE, language);
        message.setTextContent(Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8)));
        return message;
    }
}
