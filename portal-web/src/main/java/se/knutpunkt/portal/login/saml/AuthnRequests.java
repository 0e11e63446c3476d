package se.knutpunkt.portal.login.saml;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;
import java.util.Optional;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.common.xml.SAMLConstants;
import org.opensaml.saml.saml2.core.AuthnContextClassRef;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnRequest;
import org.opensaml.saml.saml2.core.Issuer;
import org.opensaml.saml.saml2.core.RequestedAuthnContext;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import se.knutpunkt.hub.login.LoginRequest;

/** Writes signed AuthnRequests (Deployment Profile section 5.3). */
final class AuthnRequests {
    private AuthnRequests() {}

    /**
     * The request as it goes to the provider: by redirect where the provider takes that, else by a form.
     *
     * @param message for the person; left out where the provider does not show such messages
     */
    static Outgoing write(LoginRequest asked, UserMessage message, Provider provider, ServiceIdentity us) {
        Optional<UserMessage> shown =
                Optional.of(message).filter(any -> provider.categories().contains(UserMessage.CATEGORY));
        if (provider.redirect().isPresent()) {
            String address = provider.redirect().get();
            String query = query(OpenSaml.ready().write(request(asked, shown, address, us)));
            return new Outgoing.Redirect(
                    address + (address.contains("?") ? "&" : "?") + query + "&Signature=" + sign(query, us.signing()));
        }
        String address = provider.post().orElseThrow();
        AuthnRequest request = request(asked, shown, address, us);
        OpenSaml.ready().sign(request, us.signing());
        return new Outgoing.Post(
                address, Base64.getEncoder().encodeToString(OpenSaml.ready().write(request)));
    }

    private static AuthnRequest request(
            LoginRequest asked, Optional<UserMessage> message, String address, ServiceIdentity us) {
        OpenSaml saml = OpenSaml.ready();
        AuthnRequest request = saml.build(AuthnRequest.class, AuthnRequest.DEFAULT_ELEMENT_NAME);
        request.setID(asked.id());
        request.setVersion(SAMLVersion.VERSION_20);
        request.setIssueInstant(asked.sent());
        request.setDestination(address);
        request.setAssertionConsumerServiceURL(us.acs());
        request.setProtocolBinding(SAMLConstants.SAML2_POST_BINDING_URI);
        request.setForceAuthn(asked.forced());
        request.setIsPassive(false);
        Issuer issuer = saml.build(Issuer.class, Issuer.DEFAULT_ELEMENT_NAME);
        issuer.setValue(us.entityId());
        request.setIssuer(issuer);
        message.ifPresent(text -> UserMessages.add(request, text));
        RequestedAuthnContext context =
                saml.build(RequestedAuthnContext.class, RequestedAuthnContext.DEFAULT_ELEMENT_NAME);
        context.setComparison(AuthnContextComparisonTypeEnumeration.EXACT);
        for (String level : asked.levels()) {
            AuthnContextClassRef reference =
                    saml.build(AuthnContextClassRef.class, AuthnContextClassRef.DEFAULT_ELEMENT_NAME);
            reference.setURI(level);
            context.getAuthnContextClassRefs().add(reference);
        }
        request.setRequestedAuthnContext(context);
        return request;
    }

    /** What is signed is the query as it is sent, letter by letter. */
    private static String query(byte[] xml) {
        ByteArrayOutputStream deflated = new ByteArrayOutputStream();
        try (DeflaterOutputStream deflater =
                new DeflaterOutputStream(deflated, new Deflater(Deflater.DEFAULT_COMPRESSION, true))) {
            deflater.write(xml);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return "SAMLRequest=" + encode(Base64.getEncoder().encodeToString(deflated.toByteArray())) + "&SigAlg="
                + encode(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256);
    }

    private static String sign(String query, KeyPairWithCertificate key) {
        try {
            Signature rsa = Signature.getInstance("SHA256withRSA");
            rsa.initSign(key.key());
            rsa.update(query.getBytes(StandardCharsets.US_ASCII));
            return encode(Base64.getEncoder().encodeToString(rsa.sign()));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("Our own key cannot sign", broken);
        }
    }

    private static String encode(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }
}
