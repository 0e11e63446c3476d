package se.knutpunkt.portal.login.saml;

import java.util.List;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.opensaml.saml.saml2.core.EncryptedAssertion;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.encryption.EncryptedElementTypeEncryptedKeyResolver;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.encryption.support.ChainingEncryptedKeyResolver;
import org.opensaml.xmlsec.encryption.support.Decrypter;
import org.opensaml.xmlsec.encryption.support.DecryptionException;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.encryption.support.InlineEncryptedKeyResolver;
import org.opensaml.xmlsec.keyinfo.impl.StaticKeyInfoCredentialResolver;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Opens encrypted assertions by AES in CBC or GCM mode and RSA-OAEP, never RSA 1.5. CBC is safe only behind the response's
 * signature: who may send changed ciphertexts learns the plain text from what is refused and how. What no provider signed
 * reaches this place only when it {@link #isAuthenticated}.
 */
final class Decryption {
    private static final Set<String> AUTHENTICATED = Set.of(
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES192_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM);
    private static final Set<String> ALGORITHMS = Set.of(
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES192,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES192_GCM,
            EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM,
            EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP,
            EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP11,
            EncryptionConstants.ALGO_ID_MGF1_SHA1,
            EncryptionConstants.ALGO_ID_MGF1_SHA256,
            "http://www.w3.org/2000/09/xmldsig#sha1",
            EncryptionConstants.ALGO_ID_DIGEST_SHA256);

    private static final Logger LOG = Logger.getLogger(Decryption.class.getName());

    private Decryption() {}

    /** Whether its cipher notices by itself that something was changed. */
    static boolean isAuthenticated(EncryptedAssertion sealed) {
        return sealed.getEncryptedData() != null
                && sealed.getEncryptedData().getEncryptionMethod() != null
                && AUTHENTICATED.contains(
                        sealed.getEncryptedData().getEncryptionMethod().getAlgorithm());
    }

    /**
     * The root element of the assertion, in a document of its own: nothing of the response around it can be mistaken for a
     * part of it.
     *
     * @param keys ours, the newest first; tried in turn, since a provider may know our metadata of yesterday
     * @throws DecryptionException when it is not encrypted to one of the keys by an allowed algorithm
     */
    static Element open(EncryptedAssertion sealed, List<KeyPairWithCertificate> keys) throws DecryptionException {
        DecryptionException closed = new DecryptionException("no key");
        for (KeyPairWithCertificate key : keys) {
            try {
                Element assertion = open(sealed, key);
                if (!key.equals(keys.get(0))) {
                    // while this is said, dropping the old key would shut that provider's people out
                    LOG.log(Level.WARNING, "Still encrypted to the old SAML key by {0}", sender(sealed));
                }
                return assertion;
            } catch (DecryptionException notThisKey) {
                closed = notThisKey;
            }
        }
        throw closed;
    }

    private static String sender(EncryptedAssertion sealed) {
        return sealed.getParent() instanceof Response response
                ? response.getIssuer().getValue()
                : "an unknown provider";
    }

    private static Element open(EncryptedAssertion sealed, KeyPairWithCertificate key) throws DecryptionException {
        Decrypter decrypter = new Decrypter(
                null,
                new StaticKeyInfoCredentialResolver(new BasicX509Credential(key.certificate(), key.key())),
                new ChainingEncryptedKeyResolver(
                        List.of(new InlineEncryptedKeyResolver(), new EncryptedElementTypeEncryptedKeyResolver())),
                ALGORITHMS,
                Set.of());
        if (sealed.getEncryptedData() == null) {
            throw new DecryptionException("no encrypted data");
        }
        NodeList content = decrypter.decryptDataToDOM(sealed.getEncryptedData()).getChildNodes();
        if (content.getLength() != 1 || !(content.item(0) instanceof Element assertion)) {
            throw new DecryptionException("more or less than one element");
        }
        Document document = OpenSaml.ready().newDocument();
        document.appendChild(document.adoptNode(assertion));
        return assertion;
    }
}
