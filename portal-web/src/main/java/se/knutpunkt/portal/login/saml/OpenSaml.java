package se.knutpunkt.portal.login.saml;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import net.shibboleth.utilities.java.support.component.ComponentInitializationException;
import net.shibboleth.utilities.java.support.xml.BasicParserPool;
import net.shibboleth.utilities.java.support.xml.ParserPool;
import net.shibboleth.utilities.java.support.xml.SerializeSupport;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.config.ConfigurationService;
import org.opensaml.core.config.InitializationException;
import org.opensaml.core.config.Initializer;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.config.XMLObjectProviderInitializer;
import org.opensaml.core.xml.config.XMLObjectProviderRegistrySupport;
import org.opensaml.core.xml.io.MarshallingException;
import org.opensaml.core.xml.io.Unmarshaller;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.core.xml.util.XMLObjectSupport;
import org.opensaml.security.SecurityException;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.SignatureSigningParameters;
import org.opensaml.xmlsec.config.DecryptionParserPool;
import org.opensaml.xmlsec.config.GlobalAlgorithmRegistryInitializer;
import org.opensaml.xmlsec.config.impl.ApacheXMLSecurityInitializer;
import org.opensaml.xmlsec.keyinfo.impl.X509KeyInfoGeneratorFactory;
import org.opensaml.xmlsec.signature.SignableXMLObject;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureSupport;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * OpenSAML made ready at first use, not at the start of the server; reading, building and writing of SAML objects with a
 * parser that takes no document type and resolves nothing.
 */
final class OpenSaml {
    private static final int PARSERS = 8;

    /** What is needed here of all that its own initialisation does; the rest wants TLS, metrics and their libraries. */
    private static final List<Initializer> INITIALISERS = List.of(
            new XMLObjectProviderInitializer(),
            new org.opensaml.xmlsec.config.impl.XMLObjectProviderInitializer(),
            new org.opensaml.saml.config.impl.XMLObjectProviderInitializer(),
            new ApacheXMLSecurityInitializer(),
            new GlobalAlgorithmRegistryInitializer());

    private final ParserPool parsers;

    private OpenSaml() {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        // its initialisers are found through the thread's class loader, which in a background thread is another
        thread.setContextClassLoader(OpenSaml.class.getClassLoader());
        try {
            for (Initializer step : INITIALISERS) {
                step.init();
            }
            parsers = strictParsers();
            XMLObjectProviderRegistrySupport.setParserPool(parsers);
            ConfigurationService.register(DecryptionParserPool.class, new DecryptionParserPool(parsers));
        } catch (InitializationException | ComponentInitializationException broken) {
            throw new IllegalStateException("OpenSAML cannot start", broken);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** The initialised library; the first call costs about a second. */
    static OpenSaml ready() {
        return Holder.INSTANCE;
    }

    private static ParserPool strictParsers() throws ComponentInitializationException {
        BasicParserPool pool = new BasicParserPool();
        pool.setMaxPoolSize(PARSERS);
        pool.setNamespaceAware(true);
        pool.setExpandEntityReferences(false);
        // comments stay visible, so that a message with one can be refused instead of silently joined
        pool.setIgnoreComments(false);
        pool.setXincludeAware(false);
        Map<String, Boolean> features = new HashMap<>();
        features.put("http://apache.org/xml/features/disallow-doctype-decl", true);
        features.put("http://javax.xml.XMLConstants/feature/secure-processing", true);
        features.put("http://xml.org/sax/features/external-general-entities", false);
        features.put("http://xml.org/sax/features/external-parameter-entities", false);
        pool.setBuilderFeatures(features);
        pool.initialize();
        return pool;
    }

    /** Parses a whole document. */
    Document parse(byte[] xml) throws XMLParserException {
        return parse(new ByteArrayInputStream(xml));
    }

    /** Parses a whole document. */
    Document parse(InputStream xml) throws XMLParserException {
        return parsers.parse(xml);
    }

    /** An empty document. */
    Document newDocument() {
        try {
            return parsers.newDocument();
        } catch (XMLParserException broken) {
            throw new IllegalStateException("No XML parser", broken);
        }
    }

    /**
     * Reads the SAML object of an element; its ID attributes are then known to the document.
     *
     * @throws UnmarshallingException when the element is no SAML, or not as SAML has it
     */
    XMLObject read(Element element) throws UnmarshallingException {
        Unmarshaller reader = XMLObjectSupport.getUnmarshaller(element);
        if (reader == null) {
            throw new UnmarshallingException("no SAML element");
        }
        return reader.unmarshall(element);
    }

    /** Builds an empty SAML object. */
    <T extends XMLObject> T build(Class<T> type, QName name) {
        return type.cast(XMLObjectSupport.buildXMLObject(name));
    }

    /** Signs an object that is not yet written (enveloped, exclusive canonicalisation, RSA with SHA-256). */
    void sign(SignableXMLObject object, KeyPairWithCertificate key) {
        BasicX509Credential credential = new BasicX509Credential(key.certificate(), key.key());
        X509KeyInfoGeneratorFactory keyInfo = new X509KeyInfoGeneratorFactory();
        keyInfo.setEmitEntityCertificate(true);
        SignatureSigningParameters how = new SignatureSigningParameters();
        how.setSigningCredential(credential);
        how.setSignatureAlgorithm(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256);
        how.setSignatureReferenceDigestMethod(SignatureConstants.ALGO_ID_DIGEST_SHA256);
        how.setSignatureCanonicalizationAlgorithm(SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
        how.setKeyInfoGenerator(keyInfo.newInstance());
        try {
            SignatureSupport.signObject(object, how);
        } catch (SecurityException | MarshallingException | SignatureException failed) {
            throw new IllegalStateException("Cannot sign " + object.getElementQName(), failed);
        }
    }

    /** The object as XML text. */
    byte[] write(XMLObject object) {
        try {
            return SerializeSupport.nodeToString(XMLObjectSupport.marshall(object))
                    .getBytes(StandardCharsets.UTF_8);
        } catch (MarshallingException failed) {
            throw new IllegalStateException("Cannot write " + object.getElementQName(), failed);
        }
    }

    private static final class Holder {
        private static final OpenSaml INSTANCE = new OpenSaml();
    }
}
