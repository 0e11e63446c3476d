package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;
import javax.xml.namespace.QName;
import javax.xml.transform.stream.StreamSource;
import net.shibboleth.utilities.java.support.xml.XMLParserException;
import org.junit.jupiter.api.Test;
import org.opensaml.core.xml.XMLObject;
import org.opensaml.core.xml.io.UnmarshallingException;
import org.opensaml.saml.common.xml.SAMLSchemaBuilder;
import org.opensaml.saml.saml2.core.AuthnContextComparisonTypeEnumeration;
import org.opensaml.saml.saml2.core.AuthnRequest;
import se.knutpunkt.hub.login.LoginRequest;

class AuthnRequestsTest {
    private static final String SSO = "https://provider.example/sso";
    private static final LoginRequest ASKED = new LoginRequest(
            "_request1",
            Portal.PROVIDER_ID,
            "/mina-sidor",
            Set.of(Answer.LOA3),
            true,
            Portal.NOW,
            Portal.NOW.plusSeconds(900));

    private final ServiceIdentity us = ServiceIdentity.at(Portal.BASE, TestKeys.PORTAL);

    @Test
    void asksByRedirectWhatTheFrameworkWants() throws Exception {
        Outgoing.Redirect redirect = (Outgoing.Redirect) write(Optional.of(SSO), Optional.empty());

        AuthnRequest request = read(inflate(query(redirect).get("SAMLRequest")));
        assertThat(request.getID()).isEqualTo("_request1");
        assertThat(request.getDestination()).isEqualTo(SSO);
        assertThat(request.getAssertionConsumerServiceURL()).isEqualTo(Portal.ACS);
        assertThat(request.getIssuer().getValue()).isEqualTo(Portal.ENTITY_ID);
        assertThat(request.isForceAuthn()).isTrue();
        assertThat(request.getRequestedAuthnContext().getComparison())
                .isEqualTo(AuthnContextComparisonTypeEnumeration.EXACT);
        assertThat(request.getRequestedAuthnContext().getAuthnContextClassRefs())
                .extracting(reference -> reference.getURI())
                .containsExactly(Answer.LOA3);
    }

    @Test
    void signsTheQueryAsItIsSent() throws GeneralSecurityException {
        Outgoing.Redirect redirect = (Outgoing.Redirect) write(Optional.of(SSO), Optional.empty());
        String query = redirect.address().substring(redirect.address().indexOf('?') + 1);
        Signature rsa = Signature.getInstance("SHA256withRSA");
        rsa.initVerify(us.signing().certificate());
        rsa.update(query.substring(0, query.indexOf("&Signature=")).getBytes(StandardCharsets.US_ASCII));

        assertThat(rsa.verify(Base64.getDecoder().decode(query(redirect).get("Signature"))))
                .isTrue();
    }

    @Test
    void addsToAnAddressThatHasAQueryAlready() {
        Outgoing redirect = write(Optional.of(SSO + "?tenant=1"), Optional.empty());

        assertThat(redirect.address()).startsWith(SSO + "?tenant=1&SAMLRequest=");
    }

    @Test
    void asksByPostWithAnEnvelopedSignatureWhereThereIsNoRedirect() throws Exception {
        Outgoing.Post post = (Outgoing.Post) write(Optional.empty(), Optional.of(SSO));

        AuthnRequest request = read(Base64.getDecoder().decode(post.samlRequest()));
        assertThat(post.address()).isEqualTo(SSO);
        assertThat(Signatures.hasAllowedForm(request)).isTrue();
        assertThat(Signatures.isMadeByOneOf(List.of(us.signing().certificate().getPublicKey()), request))
                .isTrue();
    }

    @Test
    void tellsAProviderThatShowsMessagesWhatTheLoginIsFor() throws Exception {
        Outgoing.Redirect redirect =
                (Outgoing.Redirect) write(Optional.of(SSO), Optional.empty(), Set.of(UserMessage.CATEGORY));
        byte[] xml = inflate(query(redirect).get("SAMLRequest"));

        assertThatCode(() -> validate(xml)).doesNotThrowAnyException();
        List<XMLObject> messages = read(xml).getExtensions().getUnknownXMLObjects();
        assertThat(messages).singleElement().satisfies(all -> {
            assertThat(all.getElementQName())
                    .isEqualTo(new QName("http://id.swedenconnect.se/authn/1.0/user-message/ns", "UserMessage"));
            assertThat(all.getDOM().getAttribute("mimeType")).isEqualTo("text/plain");
            assertThat(all.getOrderedChildren())
                    .extracting(one -> one.getDOM().getAttribute("xml:lang") + " " + decoded(one))
                    .containsExactly(
                            "sv Logga in hos Älvstad: Lämna medborgarförslag", "en Log in to Älvstad: Propose");
        });
    }

    @Test
    void tellsNothingToAProviderThatShowsNoMessages() throws Exception {
        Outgoing.Redirect redirect = (Outgoing.Redirect) write(Optional.of(SSO), Optional.empty());

        assertThat(read(inflate(query(redirect).get("SAMLRequest"))).getExtensions())
                .isNull();
    }

    private static String decoded(XMLObject message) {
        return new String(Base64.getDecoder().decode(message.getDOM().getTextContent()), StandardCharsets.UTF_8);
    }

    private static void validate(byte[] xml) throws Exception {
        new SAMLSchemaBuilder(SAMLSchemaBuilder.SAML1Version.SAML_11)
                .getSAMLSchema()
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml)));
    }

    private Outgoing write(Optional<String> redirect, Optional<String> post) {
        return write(redirect, post, Set.of());
    }

    private Outgoing write(Optional<String> redirect, Optional<String> post, Set<String> categories) {
        return AuthnRequests.write(
                ASKED,
                new UserMessage("Logga in hos Älvstad: Lämna medborgarförslag", "Log in to Älvstad: Propose"),
                new Provider(
                        Portal.PROVIDER_ID,
                        new Provider.Shown(new Words("P", "", ""), new Words("P", "", ""), Optional.empty()),
                        redirect,
                        post,
                        List.of(),
                        categories,
                        Set.of(),
                        Instant.MAX),
                us);
    }

    private static Map<String, String> query(Outgoing.Redirect redirect) {
        return Arrays.stream(redirect.address().split("\\?")[1].split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static byte[] inflate(String text) throws IOException {
        return new InflaterInputStream(
                        new ByteArrayInputStream(Base64.getDecoder().decode(text)), new Inflater(true))
                .readAllBytes();
    }

    private static AuthnRequest read(byte[] xml) throws XMLParserException, UnmarshallingException {
        return (AuthnRequest) OpenSaml.ready().read(OpenSaml.ready().parse(xml).getDocumentElement());
    }
}
