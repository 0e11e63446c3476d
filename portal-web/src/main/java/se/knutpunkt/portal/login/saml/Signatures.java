package se.knutpunkt.portal.login.saml;

import java.security.PublicKey;
import java.util.Collection;
import java.util.Set;
import javax.xml.crypto.dsig.XMLSignature;
import org.opensaml.saml.common.SignableSAMLObject;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.credential.BasicCredential;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.Signature;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Signatures on SAML objects: one reference, to the very element that was read, two transforms at most, SHA-256 or better
 * with RSA or ECDSA (framework section 8), and only keys of the provider's metadata; what the message itself says about
 * keys is never looked at.
 */
final class Signatures {
    static final Set<String> ALGORITHMS = Set.of(
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256,
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA384,
            SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA512,
            SignatureConstants.ALGO_ID_SIGNATURE_ECDSA_SHA256,
            SignatureConstants.ALGO_ID_SIGNATURE_ECDSA_SHA384,
            SignatureConstants.ALGO_ID_SIGNATURE_ECDSA_SHA512);
    static final Set<String> DIGESTS = Set.of(
            EncryptionConstants.ALGO_ID_DIGEST_SHA256,
            SignatureConstants.ALGO_ID_DIGEST_SHA384,
            EncryptionConstants.ALGO_ID_DIGEST_SHA512);
    private static final Set<String> CANONICALISATIONS = Set.of(
            SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS, SignatureConstants.ALGO_ID_C14N_EXCL_WITH_COMMENTS);

    private Signatures() {}

    /** Whether the object's signature has the one form that SAML allows and only strong algorithms. */
    static boolean hasAllowedForm(SignableSAMLObject object) {
        Signature signature = object.getSignature();
        if (signature == null || !ALGORITHMS.contains(signature.getSignatureAlgorithm())) {
            return false;
        }
        try {
            new SAMLSignatureProfileValidator().validate(signature);
        } catch (SignatureException otherForm) {
            return false;
        }
        Element dom = signature.getDOM();
        return dom != null
                && onlyOf(DIGESTS, dom, "DigestMethod")
                && onlyOf(CANONICALISATIONS, dom, "CanonicalizationMethod");
    }

    /** Whether one of the keys made the object's signature and nothing was changed since. */
    static boolean isMadeByOneOf(Collection<PublicKey> keys, SignableSAMLObject object) {
        Signature signature = object.getSignature();
        return signature != null && keys.stream().anyMatch(key -> isMadeBy(key, signature));
    }

    private static boolean isMadeBy(PublicKey key, Signature signature) {
        try {
            SignatureValidator.validate(signature, new BasicCredential(key));
            return true;
        } catch (SignatureException notByThisKey) {
            return false;
        }
    }

    private static boolean onlyOf(Set<String> allowed, Element signature, String method) {
        NodeList methods = signature.getElementsByTagNameNS(XMLSignature.XMLNS, method);
        return methods.getLength() == 1 && allowed.contains(((Element) methods.item(0)).getAttribute("Algorithm"));
    }
}
