package se.knutpunkt.portal.login.saml;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashSet;
import java.util.Set;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.jspecify.annotations.Nullable;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.login.LoginRefused;

/** From what was posted to a response that may be looked at: the cheap checks first, parsed once. */
final class RawResponse {
    /** Longest response in characters of Base64; the largest real ones are a tenth of it. */
    static final int MAX_LENGTH = 256 * 1024;

    /** Deepest nesting of elements; a real response has a third of it, and whoever walks a tree pays for each level. */
    private static final int MAX_DEPTH = 60;

    private RawResponse() {}

    /** @throws LoginRefused when it is no well-formed, schema-valid response */
    static Response read(@Nullable String posted) {
        if (posted == null || posted.isEmpty() || posted.length() > MAX_LENGTH) {
            throw new LoginRefused(LoginError.SIZE);
        }
        byte[] xml = decode(posted);
        if (new String(xml, StandardCharsets.ISO_8859_1).contains("<!DOCTYPE")) {
            throw new LoginRefused(LoginError.DOCTYPE);
        }
        Document document = parse(xml);
        if (!Response.DEFAULT_ELEMENT_NAME
                        .getLocalPart()
                        .equals(document.getDocumentElement().getLocalName())
                || !Response.DEFAULT_ELEMENT_NAME
                        .getNamespaceURI()
                        .equals(document.getDocumentElement().getNamespaceURI())) {
            throw new LoginRefused(LoginError.NOT_A_RESPONSE);
        }
        refuseDeep(document);
        refuseComments(document);
        refuseDuplicateIds(document);
        refuseOtherThanSchema(document.getDocumentElement());
        return unmarshal(document.getDocumentElement(), Response.class, LoginError.NOT_A_RESPONSE);
    }

    /**
     * Reads what was decrypted as strictly as the response around it.
     *
     * @throws LoginRefused when it is no schema-valid assertion
     */
    static Assertion assertion(Element root) {
        refuseDeep(root);
        refuseComments(root);
        refuseDuplicateIds(root.getOwnerDocument());
        refuseOtherThanSchema(root);
        return unmarshal(root, Assertion.class, LoginError.DECRYPTION);
    }

    /** Whether a tree can be walked level by level without harm. */
    static boolean isShallow(Node root) {
        return isShallow(root, 0);
    }

    private static boolean isShallow(Node node, int depth) {
        if (depth > MAX_DEPTH) {
            return false;
        }
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (!isShallow(child, depth + 1)) {
                return false;
            }
        }
        return true;
    }

    /** A comment can cut a value for one reader and not for another; no provider needs one. */
    private static void refuseComments(Node node) {
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.COMMENT_NODE) {
                throw new LoginRefused(LoginError.COMMENT);
            }
            refuseComments(child);
        }
    }

    private static void refuseDeep(Node root) {
        if (!isShallow(root)) {
            throw new LoginRefused(LoginError.XML);
        }
    }

    private static void refuseOtherThanSchema(Element element) {
        try {
            SchemaHolder.SCHEMA.newValidator().validate(new DOMSource(element));
        } catch (SAXException against) {
            throw new LoginRefused(LoginError.SCHEMA);
        } catch (IOException impossible) {
            throw new IllegalStateException("A document in memory cannot fail to be read", impossible);
        }
    }

    private static byte[] decode(String posted) {
        try {
            return Base64.getDecoder().decode(posted.replaceAll("[\\r\\n\\t ]", ""));
        } catch (IllegalArgumentException notBase64) {
            throw new LoginRefused(LoginError.ENCODING);
        }
    }

    private static Document parse(byte[] xml) {
        try {
            return OpenSaml.ready().parse(xml);
        } catch (XMLParserException malformed) {
            throw new LoginRefused(LoginError.XML);
        }
    }

    private static void refuseDuplicateIds(Document document) {
        Set<String> seen = new HashSet<>();
        NodeList all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            Element element = (Element) all.item(i);
            for (String name : new String[] {"ID", "Id", "id"}) {
                if (element.hasAttribute(name) && !seen.add(element.getAttribute(name))) {
                    throw new LoginRefused(LoginError.DUPLICATE_ID);
                }
            }
        }
    }

    private static <T extends XMLObject> T unmarshal(Element root, Class<T> type, LoginError otherwise) {
        try {
            XMLObject object = OpenSaml.ready().read(root);
            if (!type.isInstance(object)) {
                throw new LoginRefused(otherwise);
            }
            return type.cast(object);
        } catch (UnmarshallingException malformed) {
            throw new LoginRefused(
                    malformed.getCause() instanceof XMLSecurityException
                            ? LoginError.SIGNATURE_FORM
                            : LoginError.SCHEMA);
        }
    }

    private static final class SchemaHolder {
        private static final Schema SCHEMA = load();

        private static Schema load() {
            try {
                return new SAMLSchemaBuilder(SAMLSchemaBuilder.SAML1Version.SAML_11).getSAMLSchema();
            } catch (SAXException broken) {
                throw new IllegalStateException("OpenSAML's own schemas cannot be read", broken);
            }
        }
    }
}
