package se.knutpunkt.portal.login.saml;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.Response;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;

/** What a provider would answer; a test changes one thing of it. */
final class Answer {
    static final String LOA3 = "http://id.elegnamnden.se/loa/1.0/loa3";
    static final String LOA2 = "http://id.elegnamnden.se/loa/1.0/loa2";
    static final String NUMBER = "196006172818";

    String responseIssuer = Portal.PROVIDER_ID;
    String assertionIssuer = Portal.PROVIDER_ID;
    String destination = Portal.ACS;
    String recipient = Portal.ACS;
    List<String> audiences = new ArrayList<>(List.of(Portal.ENTITY_ID));
    String inResponseTo = Portal.REQUEST_ID;
    String confirmedRequest = Portal.REQUEST_ID;
    Instant issued = Portal.NOW;
    Instant assertionIssued = Portal.NOW;
    Instant notBefore = Portal.NOW;
    Instant notOnOrAfter = Portal.NOW.plusSeconds(300);
    Instant confirmedUntil = Portal.NOW.plusSeconds(300);
    Instant proved = Portal.NOW;
    String level = LOA3;
    Map<String, List<String>> attributes = new LinkedHashMap<>(Map.of(
            Attributes.PERSONAL_IDENTITY_NUMBER, List.of(NUMBER), Attributes.DISPLAY_NAME, List.of("Demo Demosson")));
    List<String> status = new ArrayList<>(List.of(StatusCode.SUCCESS));

    KeyPairWithCertificate signedBy = TestKeys.PROVIDER;
    String signatureAlgorithm = SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256;
    String digest = SignatureConstants.ALGO_ID_DIGEST_SHA256;
    boolean responseSigned = true;
    boolean assertionSigned = false;
    KeyPairWithCertificate assertionSignedBy = TestKeys.PROVIDER;
    KeyPairWithCertificate encryptedTo = TestKeys.US.keys().encryption();
    String cipher = EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM;
    String keyTransport = EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSAOAEP;
    int encryptedAssertions = 1;
    int plainAssertions = 0;
    String assertionId = "_assertion1";

    /** Last changes to the written assertion, before it is encrypted. */
    Consumer<Assertion> onAssertion = assertion -> {};

    /** Last changes to the response, before it is signed. */
    Consumer<Response> onResponse = response -> {};
}
