package se.knutpunkt.demoeid;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.Test;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.xmlsec.signature.support.SignatureConstants;

class RequestReaderTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final String SSO = "http://127.0.0.1:8080/demo-eid/sso";
    private static final String ENTITY_ID = "http://localhost:8080/saml/metadata";
    private static final String ACS = "http://localhost:8080/saml/acs";
    private static final SigningKey PORTAL = KeyFile.in(Path.of("target", "test-keys", "portal"));
    private static final SigningKey STRANGER = KeyFile.in(Path.of("target", "test-keys", "stranger"));

    private final RequestReader reader = new RequestReader(
            new Portal(ENTITY_ID, List.of(ACS), List.of(PORTAL.certificate()), PORTAL.certificate()), SSO);

    @Test
    void readsASignedRequestByRedirect() {
        assertThat(reader.read(redirect(request -> {}, PORTAL), NOW).getID()).isEqualTo("_request1");
    }

    @Test
    void readsASignedRequestByPost() {
        assertThat(reader.read(post(PORTAL), NOW).getID()).isEqualTo("_request1");
    }

    @Test
    void refusesARequestThatThePortalDidNotSign() {
        assertRefused(redirect(request -> {}, STRANGER), "not signed by the portal");
        assertRefused(post(STRANGER), "not signed by the portal");
    }

    @Test
    void refusesARequestWhoseSignatureIsLeftOut() {
        Message signed = post(PORTAL);
        String unsigned = new String(Base64.getDecoder().decode(signed.samlRequest()), StandardCharsets.UTF_8)
                .replaceAll("(?s)<ds:Signature .*</ds:Signature>", "");

        assertRefused(
                new Message(Base64.getEncoder().encodeToString(unsigned.getBytes(StandardCharsets.UTF_8)), "", "", ""),
                "not signed by the portal");
    }

    @Test
    void refusesARequestForAnotherAddress() {
        assertRefused(
                redirect(request -> request.setDestination("http://other.example/sso"), PORTAL), "another destination");
        assertRefused(
                redirect(request -> request.setAssertionConsumerServiceURL("http://other.example/acs"), PORTAL),
                "an address that is not in metadata");
    }

    @Test
    void refusesAnotherIssuer() {
        assertRefused(
                redirect(request -> request.getIssuer().setValue("http://other.example"), PORTAL), "unknown issuer");
    }

    @Test
    void limitsTheAgeOnBothSides() {
        assertThat(reader.read(redirect(r -> r.setIssueInstant(NOW.minusSeconds(900)), PORTAL), NOW))
                .isNotNull();
        assertThat(reader.read(redirect(r -> r.setIssueInstant(NOW.plusSeconds(60)), PORTAL), NOW))
                .isNotNull();
        assertRefused(redirect(r -> r.setIssueInstant(NOW.minusSeconds(901)), PORTAL), "too old, or from the future");
        assertRefused(redirect(r -> r.setIssueInstant(NOW.plusSeconds(61)), PORTAL), "too old, or from the future");
    }

    @Test
    void refusesGarbage() {
        assertRefused(new Message("", "", "", ""), "malformed");
        assertRefused(new Message("%%%", "", "x", "x"), "malformed");
        assertRefused(new Message("A".repeat(70_000), "", "", ""), "too large");
    }

    private void assertRefused(Message message, String why) {
        assertThatThrownBy(() -> reader.read(message, NOW))
                .isInstanceOf(RefusedRequest.class)
                .hasMessage(why);
    }

    private static AuthnRequest request() {
        OpenSaml saml = OpenSaml.ready();
        Issuer issuer = saml.build(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(ENTITY_ID);
        AuthnRequest request = saml.build(AuthnRequest.class, AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setID("_request1");
        request.setIssuer(issuer);
        request.setIssueInstant(NOW);
        request.setDestination(SSO);
        request.setAssertionConsumerServiceURL(ACS);
        return request;
    }

    private static Message post(SigningKey key) {
        AuthnRequest request = request();
        OpenSaml.ready().sign(request, key);
        return new Message(Base64.getEncoder().encodeToString(OpenSaml.ready().write(request)), "", "", "");
    }

    private static Message redirect(Consumer<AuthnRequest> change, SigningKey key) {
        AuthnRequest request = request();
        change.accept(request);
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream out =
                new DeflaterOutputStream(deflated, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            out.write(OpenSaml.ready().write(request));
        } catch (IOException impossible) {
            throw new IllegalStateException(impossible);
        }
        String saml = Base64.getEncoder().encodeToString(deflated.toByteArray());
        String algorithm = SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256;
        String query = "SAMLRequest=" + URLEncoder.encode(saml, StandardCharsets.UTF_8) + "&SigAlg="
                + URLEncoder.encode(algorithm, StandardCharsets.UTF_8);
        return new Message(saml, "", algorithm, sign(query, key));
    }

    private static String sign(String query, SigningKey key) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key.key());
            rsa.update(query.getBytes(StandardCharsets.US_ASCII));
            return Base64.getEncoder().encodeToString(rsa.sign());
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
