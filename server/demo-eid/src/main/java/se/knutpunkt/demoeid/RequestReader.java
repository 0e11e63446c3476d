package se.knutpunkt.demoeid;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.security.impl.SAMLSignatureProfileValidator;
import org.opensaml.security.x509.BasicX509Credential;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.opensaml.xmlsec.signature.support.SignatureException;
import org.opensaml.xmlsec.signature.support.SignatureValidator;

/** Reads an AuthnRequest and checks that the portal signed it, for this provider, lately. */
final class RequestReader {
    private static final int MAX_BYTES = 64 * 1024;
    private static final Duration SKEW = Duration.ofMinutes(1);

    /** The person may look at the list for a while: the form brings the same request back. */
    private static final Duration LIFETIME = Duration.ofMinutes(15);

    private final Portal portal;
    private final String sso;

    RequestReader(Portal portal, String sso) {
        this.portal = portal;
        this.sso = sso;
    }

    /** @throws RefusedRequest when any check does not hold */
    AuthnRequest read(Message message, Instant now) {
        AuthnRequest request = parse(message);
        check(
                request.getIssuer() != null
                        && portal.entityId().equals(request.getIssuer().getValue()),
                "unknown issuer");
        check(sso.equals(request.getDestination()), "another destination");
        check(portal.acs().contains(request.getAssertionConsumerServiceURL()), "an address that is not in metadata");
        Instant issued = request.getIssueInstant();
        check(
                issued != null && !issued.isAfter(now.plus(SKEW)) && !issued.isBefore(now.minus(LIFETIME)),
                "too old, or from the future");
        check(message.isRedirect() ? isQuerySigned(message) : isSigned(request), "not signed by the portal");
        return request;
    }

    private static void check(boolean holds, String otherwise) {
        if (!holds) {
            throw new RefusedRequest(otherwise);
        }
    }

    private static AuthnRequest parse(Message message) {
        check(message.samlRequest().length() <= MAX_BYTES, "too large");
        try {
            byte[] bytes = Base64.getMimeDecoder().decode(message.samlRequest());
            byte[] xml = message.isRedirect() ? inflate(bytes) : bytes;
            OpenSaml saml = OpenSaml.ready();
            if (saml.read(saml.parse(xml).getDocumentElement()) instanceof AuthnRequest request) {
                return request;
            }
            throw new RefusedRequest("no AuthnRequest");
        } catch (IOException | IllegalArgumentException | XMLParserException | UnmarshallingException malformed) {
            throw new RefusedRequest("malformed");
        }
    }

    private static byte[] inflate(byte[] deflated) throws IOException {
        try (InputStream in = new InflaterInputStream(new ByteArrayInputStream(deflated), new Inflater(true))) {
            byte[] xml = in.readNBytes(MAX_BYTES + 1);
            check(xml.length <= MAX_BYTES, "too large");
            return xml;
        }
    }

    private boolean isQuerySigned(Message message) {
        if (!SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256.equals(message.algorithm())) {
            return false;
        }
        String query = "SAMLRequest=" + encode(message.samlRequest())
                + (message.relayState().isEmpty() ? "" : "&RelayState=" + encode(message.relayState())) + "&SigAlg="
                + encode(message.algorithm());
        return portal.signing().stream().anyMatch(one -> isSignedBy(one, query, message.signature()));
    }

    private static boolean isSignedBy(X509Certificate certificate, String query, String signature) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initVerify(certificate.getPublicKey());
            rsa.update(query.getBytes(StandardCharsets.US_ASCII));
            return rsa.verify(Base64.getMimeDecoder().decode(signature));
        } catch (GeneralSecurityException | IllegalArgumentException invalid) {
            return false;
        }
    }

    private boolean isSigned(AuthnRequest request) {
        if (request.getSignature() == null) {
            return false;
        }
        return portal.signing().stream().anyMatch(certificate -> {
            try {
                new SAMLSignatureProfileValidator().validate(request.getSignature());
                SignatureValidator.validate(request.getSignature(), new BasicX509Credential(certificate));
                return true;
            } catch (SignatureException notByThisKey) {
                return false;
            }
        });
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
