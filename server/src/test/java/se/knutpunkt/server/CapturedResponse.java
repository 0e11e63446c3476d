package se.knutpunkt.server;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import javax.xml.crypto.MarshalException;
import javax.xml.crypto.dsig.CanonicalizationMethod;
import javax.xml.crypto.dsig.DigestMethod;
import javax.xml.crypto.dsig.Reference;
import javax.xml.crypto.dsig.SignatureMethod;
import javax.xml.crypto.dsig.Transform;
import javax.xml.crypto.dsig.XMLSignatureException;
import javax.xml.crypto.dsig.XMLSignatureFactory;
import javax.xml.crypto.dsig.dom.DOMSignContext;
import javax.xml.crypto.dsig.spec.C14NMethodParameterSpec;
import javax.xml.crypto.dsig.spec.TransformParameterSpec;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.transform.OutputKeys;
import javax.xml.transform.Transformer;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/**
 * A response that SimpleSAMLphp really sent, in the hands of an attacker who can change it: as it travels, or with the
 * provider's own key, or inside its seal. By the JDK's means alone, so that nothing of the portal's SAML code takes part.
 */
final class CapturedResponse {
    static final String SAML = "urn:oasis:names:tc:SAML:2.0:assertion";
    static final String PROTOCOL = "urn:oasis:names:tc:SAML:2.0:protocol";
    static final String DSIG = "http://www.w3.org/2000/09/xmldsig#";
    static final String XENC = "http://www.w3.org/2001/04/xmlenc#";

    private static final int BLOCK = 16;

    private final Document document;
    private final Keys keys;

    private CapturedResponse(Document document, Keys keys) {
        this.document = document;
        this.keys = keys;
    }

    /** The keys with which an attacker would be the provider, and the portal. */
    record Keys(PrivateKey provider, PrivateKey portal) {
        static Keys of(Path providerKey, Path portalKeys) {
            try {
                String pem = Files.readString(providerKey).replaceAll("-----[A-Z ]+-----|\\s", "");
                KeyStore store = KeyStore.getInstance("PKCS12");
                char[] password = Files.readString(portalKeys.resolve("saml-encryption.password"))
                        .strip()
                        .toCharArray();
                try (InputStream in = Files.newInputStream(portalKeys.resolve("saml-encryption.p12"))) {
                    store.load(in, password);
                }
                return new Keys(
                        KeyFactory.getInstance("RSA")
                                .generatePrivate(new PKCS8EncodedKeySpec(
                                        Base64.getDecoder().decode(pem))),
                        (PrivateKey) store.getKey(store.aliases().nextElement(), password));
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            } catch (GeneralSecurityException unusable) {
                throw new IllegalStateException(unusable);
            }
        }
    }

    static CapturedResponse of(String posted, Keys keys) {
        return new CapturedResponse(parse(Base64.getDecoder().decode(posted)), keys);
    }

    /** As it is posted. */
    String posted() {
        return encoded(xml());
    }

    static String encoded(String xml) {
        return Base64.getEncoder().encodeToString(xml.getBytes(StandardCharsets.UTF_8));
    }

    String xml() {
        return text(document);
    }

    Element root() {
        return document.getDocumentElement();
    }

    /** The first element of that name. */
    Element find(String namespace, String name) {
        return find(root(), namespace, name);
    }

    static Element find(Element in, String namespace, String name) {
        return (Element) Objects.requireNonNull(
                in.getElementsByTagNameNS(namespace, name).item(0), name);
    }

    static void remove(Node node) {
        node.getParentNode().removeChild(node);
    }

    /** Changes the response and signs it by the provider's own key. */
    CapturedResponse signedAfter(Consumer<CapturedResponse> change) {
        change.accept(this);
        sign(keys.provider());
        return this;
    }

    /** Changes the response and signs it by a key that nobody knows. */
    CapturedResponse signedByAStranger() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            sign(generator.generateKeyPair().getPrivate());
            return this;
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /** Changes the assertion inside its seal, seals it again, and signs the response by the provider's own key. */
    CapturedResponse sealedAfter(Consumer<Element> change) {
        Element sealed = find(SAML, "EncryptedAssertion");
        Element assertion = open(sealed);
        change.accept(assertion);
        seal(sealed, text(assertion));
        sign(keys.provider());
        return this;
    }

    /** The assertion, in this document and in the clear. */
    Element plain() {
        return (Element) document.importNode(open(find(SAML, "EncryptedAssertion")), true);
    }

    private Element open(Element sealed) {
        try {
            byte[] data = dataCipher(sealed, null);
            return parse(data).getDocumentElement();
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private void seal(Element sealed, String assertion) {
        try {
            dataCipher(sealed, assertion.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    /** AES-128-CBC, as SimpleSAMLphp does; the session key stays what it was. Opens, or seals when there is a plain text. */
    private byte[] dataCipher(Element sealed, byte[] plain) throws GeneralSecurityException {
        Element key = find(find(sealed, XENC, "EncryptedKey"), XENC, "CipherValue");
        Cipher oaep = Cipher.getInstance("RSA/ECB/OAEPWithSHA-1AndMGF1Padding");
        oaep.init(Cipher.DECRYPT_MODE, keys.portal());
        SecretKeySpec session =
                new SecretKeySpec(oaep.doFinal(Base64.getMimeDecoder().decode(key.getTextContent())), "AES");
        // the last one: the key's own stands within the key information before it
        NodeList values = sealed.getElementsByTagNameNS(XENC, "CipherValue");
        Element text = (Element) values.item(values.getLength() - 1);
        Cipher aes = Cipher.getInstance("AES/CBC/NoPadding");
        if (plain == null) {
            byte[] all = Base64.getMimeDecoder().decode(text.getTextContent());
            aes.init(Cipher.DECRYPT_MODE, session, new IvParameterSpec(all, 0, BLOCK));
            byte[] padded = aes.doFinal(all, BLOCK, all.length - BLOCK);
            return Arrays.copyOf(padded, padded.length - padded[padded.length - 1]);
        }
        int padding = BLOCK - plain.length % BLOCK;
        byte[] padded = Arrays.copyOf(plain, plain.length + padding);
        padded[padded.length - 1] = (byte) padding;
        byte[] iv = new byte[BLOCK];
        new SecureRandom().nextBytes(iv);
        aes.init(Cipher.ENCRYPT_MODE, session, new IvParameterSpec(iv));
        byte[] all = Arrays.copyOf(iv, BLOCK + padded.length);
        System.arraycopy(aes.doFinal(padded), 0, all, BLOCK, padded.length);
        text.setTextContent(Base64.getEncoder().encodeToString(all));
        return plain;
    }

    private void sign(PrivateKey key) {
        Element root = root();
        for (Node child = root.getFirstChild(); child != null; child = child.getNextSibling()) {
            if ("Signature".equals(child.getLocalName())) {
                remove(child);
                break;
            }
        }
        root.setIdAttribute("ID", true);
        Node issuer = root.getFirstChild();
        while (issuer != null && !"Issuer".equals(issuer.getLocalName())) {
            issuer = issuer.getNextSibling();
        }
        Node before = issuer == null ? root.getFirstChild() : issuer.getNextSibling();
        try {
            XMLSignatureFactory factory = XMLSignatureFactory.getInstance("DOM");
            Reference reference = factory.newReference(
                    "#" + root.getAttribute("ID"),
                    factory.newDigestMethod(DigestMethod.SHA256, null),
                    List.of(
                            factory.newTransform(Transform.ENVELOPED, (TransformParameterSpec) null),
                            factory.newTransform(CanonicalizationMethod.EXCLUSIVE, (TransformParameterSpec) null)),
                    null,
                    null);
            factory.newXMLSignature(
                            factory.newSignedInfo(
                                    factory.newCanonicalizationMethod(
                                            CanonicalizationMethod.EXCLUSIVE, (C14NMethodParameterSpec) null),
                                    factory.newSignatureMethod(SignatureMethod.RSA_SHA256, null),
                                    List.of(reference)),
                            null)
                    .sign(before == null ? new DOMSignContext(key, root) : new DOMSignContext(key, root, before));
        } catch (GeneralSecurityException | MarshalException | XMLSignatureException unusable) {
            throw new IllegalStateException(unusable);
        }
    }

    private static Document parse(byte[] xml) {
        try {
            DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
            factory.setNamespaceAware(true);
            return factory.newDocumentBuilder().parse(new ByteArrayInputStream(xml));
        } catch (ParserConfigurationException | SAXException | IOException malformed) {
            throw new IllegalStateException(malformed);
        }
    }

    private static String text(Node node) {
        try {
            Transformer transformer = TransformerFactory.newInstance().newTransformer();
            transformer.setOutputProperty(OutputKeys.OMIT_XML_DECLARATION, "yes");
            StringWriter text = new StringWriter();
            transformer.transform(new DOMSource(node), new StreamResult(text));
            return text.toString();
        } catch (TransformerException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
