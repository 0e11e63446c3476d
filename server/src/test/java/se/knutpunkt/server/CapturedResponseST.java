package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.server.CapturedResponse.DSIG;
import static se.knutpunkt.server.CapturedResponse.PROTOCOL;
import static se.knutpunkt.server.CapturedResponse.SAML;
import static se.knutpunkt.server.CapturedResponse.XENC;
import static se.knutpunkt.server.CapturedResponse.find;
import static se.knutpunkt.server.CapturedResponse.remove;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import se.knutpunkt.server.FormBrowser.Answer;

/**
 * Attacks over HTTP with responses that SimpleSAMLphp really sent, each to a request of its own: none logs anyone in, none
 * is a fault of ours, each is refused for its own reason. Where the attack is not about the signature the provider's own
 * key signs it again.
 */
class CapturedResponseST extends ProviderTest {
    private static final String NUMBER = "urn:oid:1.2.752.29.4.13";
    private static final String PAST = "2020-01-01T00:00:00Z";
    private static final String FUTURE = "2099-01-01T00:00:00Z";
    private static final int TOO_LARGE = 10_000_000;

    private static RealProvider provider;
    private static RunningLauncher own;
    private static CapturedResponse.Keys keys;

    private final Map<String, Attack> attacks = new LinkedHashMap<>();

    /** What is posted instead of a response, and why it is refused. */
    private record Attack(String error, Function<CapturedResponse, String> posted) {}

    @BeforeAll
    static void capture() {
        ProviderTest.require(RealProvider.install());
        provider = RealProvider.start("st-idp-captured", "HTTP-Redirect");
        own = RunningLauncher.alone(
                "st-captured",
                Map.of(
                        "KNUTPUNKT_SAML_IDP_METADATA",
                        provider.metadata().toString(),
                        "KNUTPUNKT_LOGIN_REFUSALS",
                        "1000"));
        own.start();
        provider.trust(metadataOf(own));
        keys = CapturedResponse.Keys.of(provider.key(), own.data().resolve("keys"));
    }

    @AfterAll
    static void part() {
        if (own != null) {
            own.stop();
        }
        if (provider != null) {
            provider.close();
        }
    }

    @Override
    @BeforeEach
    void openBrowser() {
        launcher = own;
    }

    @Test
    void whatTheAttackerOnlySignsAndSealsAgainIsTaken() {
        assertLoggedIn(answerTo(CapturedResponse::posted, ""));
        assertLoggedIn(answerTo(r -> r.signedAfter(same -> {}).posted(), ""));
        assertLoggedIn(answerTo(r -> r.sealedAfter(same -> {}).posted(), ""));
    }

    @Test
    void whereToGoIsNotTheProvidersToSay() {
        for (String way : List.of("https://evil.example/", "//evil.example", "/x\r\nSet-Cookie: a=b", "javascript:x")) {
            Answer answer = answerTo(CapturedResponse::posted, way);

            assertLoggedIn(answer);
            assertThat(answer.address().toString()).isEqualTo(own.address() + "/mina-sidor");
        }
    }

    @Test
    void whatIsPostedTwiceIsTakenOnce() {
        FormBrowser browser = new FormBrowser(own.address());
        String response = prove(browser);

        assertLoggedIn(browser.post("/saml/acs", Map.of("SAMLResponse", response)));
        assertRefused("replay", "REPLAY", browser.post("/saml/acs", Map.of("SAMLResponse", response)));
    }

    @Test
    void whatWasChangedIsRefusedForItsOwnReason() {
        bytes();
        signature();
        response();
        assertion();
        identity();
        assertThat(attacks).hasSizeGreaterThanOrEqualTo(60);
        List<String> wrong = new ArrayList<>();
        attacks.forEach((name, attack) -> {
            Answer answer = answerTo(attack.posted(), "");
            String refused = answer.status() + " " + refusal(answer);
            if (answer.status() >= 500 || !refused.endsWith("error=" + attack.error())) {
                wrong.add(name + ": " + refused + ", not " + attack.error());
            }
        });
        assertThat(wrong).isEmpty();
    }

    private void bytes() {
        attack("nothing", "SIZE", r -> "");
        attack("ten megabytes", "SIZE", r -> "A".repeat(TOO_LARGE));
        attack("no Base64", "ENCODING", CapturedResponse::xml);
        attack("cut off", "XML", r -> CapturedResponse.encoded(r.xml().substring(0, 500)));
        attack("text before it", "XML", r -> CapturedResponse.encoded("x" + r.xml()));
        attack("a document type", "DOCTYPE", r -> CapturedResponse.encoded("<!DOCTYPE r>" + r.xml()));
        attack(
                "an entity from elsewhere",
                "DOCTYPE",
                r -> CapturedResponse.encoded("<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>" + r.xml()));
        attack(
                "a bomb",
                "DOCTYPE",
                r -> CapturedResponse.encoded(
                        "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;&a;\">]>" + r.xml()));
        attack(
                "deeper than any",
                "XML",
                r -> CapturedResponse.encoded(
                        r.xml().replaceFirst("(?=</[^>]*>$)", "<a>".repeat(5000) + "</a>".repeat(5000))));
        attack(
                "another root",
                "NOT_A_RESPONSE",
                r -> CapturedResponse.encoded("<x:Response xmlns:x=\"urn:x\">" + r.xml() + "</x:Response>"));
        attack(
                "a comment",
                "COMMENT",
                changed(r -> r.root().appendChild(r.root().getOwnerDocument().createComment("x"))));
        attack(
                "an element of one's own",
                "SCHEMA",
                changed(r -> r.root().appendChild(r.root().getOwnerDocument().createElementNS("urn:x", "x"))));
    }

    private void signature() {
        attack("signature taken away", "UNSIGNED", changed(r -> remove(r.find(DSIG, "Signature"))));
        attack("signed by a stranger", "SIGNATURE", r -> r.signedByAStranger().posted());
        attack(
                "a time changed under the signature",
                "SIGNATURE",
                changed(r -> r.root()
                        .setAttribute(
                                "IssueInstant",
                                r.root().getAttribute("IssueInstant").replace("Z", ".001Z"))));
        attack("the seal exchanged under the signature", "SIGNATURE", changed(r -> flip(r.find(XENC, "CipherValue"))));
        attack("digest changed", "SIGNATURE", changed(r -> flip(r.find(DSIG, "DigestValue"))));
        attack("value changed", "SIGNATURE", changed(r -> flip(r.find(DSIG, "SignatureValue"))));
        attack("an HMAC by the public key", "SIGNATURE_FORM", algorithm("SignatureMethod", DSIG + "hmac-sha1"));
        attack("no algorithm", "SIGNATURE_FORM", algorithm("SignatureMethod", "none"));
        attack("RSA with SHA-1", "SIGNATURE_FORM", algorithm("SignatureMethod", DSIG + "rsa-sha1"));
        attack("digest by SHA-1", "SIGNATURE_FORM", algorithm("DigestMethod", DSIG + "sha1"));
        attack(
                "transform by style sheet",
                "SIGNATURE_FORM",
                algorithm("Transform", "http://www.w3.org/TR/1999/REC-xslt-19991116"));
        attack(
                "transform by path",
                "SIGNATURE_FORM",
                algorithm("Transform", "http://www.w3.org/TR/1999/REC-xpath-19991116"));
        attack(
                "canonicalisation with comments",
                "SIGNATURE",
                algorithm("CanonicalizationMethod", "http://www.w3.org/2001/10/xml-exc-c14n#WithComments"));
        attack(
                "reference to the whole document",
                "SIGNATURE",
                changed(r -> r.find(DSIG, "Reference").setAttribute("URI", "")));
        attack(
                "reference to elsewhere",
                "SIGNATURE_FORM",
                changed(r -> r.find(DSIG, "Reference").setAttribute("URI", "http://127.0.0.1/x")));
        attack("two references", "SIGNATURE_FORM", changed(r -> {
            Element reference = r.find(DSIG, "Reference");
            reference.getParentNode().appendChild(reference.cloneNode(true));
        }));
        attack("another id", "SIGNATURE_FORM", changed(r -> r.root().setAttribute("ID", "_other")));
        attack("the signed one within the signature", "DUPLICATE_ID", changed(r -> wrap(r, false)));
        attack(
                "the signed one within the signature, forged with an id of its own",
                "SIGNATURE_FORM",
                changed(r -> wrap(r, true)));
    }

    private void response() {
        attack("no SAML 2.0", "VERSION", signed(r -> r.root().setAttribute("Version", "1.1")));
        attack("another request", "IN_RESPONSE_TO", signed(r -> r.root().setAttribute("InResponseTo", "_other")));
        attack("no request", "IN_RESPONSE_TO", signed(r -> r.root().removeAttribute("InResponseTo")));
        attack("another issuer", "ISSUER", signed(r -> r.find(SAML, "Issuer").setTextContent("https://evil.example")));
        attack("no issuer", "ISSUER", signed(r -> remove(r.find(SAML, "Issuer"))));
        attack(
                "another destination",
                "DESTINATION",
                signed(r -> r.root().setAttribute("Destination", "https://evil.example/saml/acs")));
        attack("no destination", "DESTINATION", signed(r -> r.root().removeAttribute("Destination")));
        attack("long ago", "ISSUED", signed(r -> r.root().setAttribute("IssueInstant", PAST)));
        attack("from the future", "ISSUED", signed(r -> r.root().setAttribute("IssueInstant", FUTURE)));
        attack("no success", "STATUS", status("urn:oasis:names:tc:SAML:2.0:status:Responder"));
        attack("cancelled", "CANCELLED", status("http://id.elegnamnden.se/status/1.0/cancel"));
        attack("fraud", "FRAUD", status("http://id.elegnamnden.se/status/1.0/possibleFraud"));
        attack("no level", "NO_LEVEL", status("urn:oasis:names:tc:SAML:2.0:status:NoAuthnContext"));
        attack("no assertion", "ASSERTION_COUNT", signed(r -> remove(r.find(SAML, "EncryptedAssertion"))));
        attack("two assertions", "ASSERTION_COUNT", signed(r -> {
            Element sealed = r.find(SAML, "EncryptedAssertion");
            sealed.getParentNode().appendChild(sealed.cloneNode(true));
        }));
        attack("a plain assertion", "PLAIN_ASSERTION", signed(r -> {
            Element plain = r.plain();
            Element sealed = r.find(SAML, "EncryptedAssertion");
            sealed.getParentNode().replaceChild(plain, sealed);
        }));
        attack(
                "a plain assertion beside",
                "PLAIN_ASSERTION",
                signed(r -> r.root().appendChild(r.plain())));
        attack(
                "RSA 1.5",
                "DECRYPTION",
                signed(r -> find(r.find(XENC, "EncryptedKey"), XENC, "EncryptionMethod")
                        .setAttribute("Algorithm", XENC + "rsa-1_5")));
        attack(
                "sealed to somebody else",
                "DECRYPTION",
                signed(r -> flip(find(r.find(XENC, "EncryptedKey"), XENC, "CipherValue"))));
        attack(
                "triple DES",
                "DECRYPTION",
                signed(r -> find(r.find(XENC, "EncryptedData"), XENC, "EncryptionMethod")
                        .setAttribute("Algorithm", XENC + "tripledes-cbc")));
    }

    private void assertion() {
        attack(
                "assertion of another issuer",
                "ASSERTION_ISSUER",
                sealed(a -> find(a, SAML, "Issuer").setTextContent("https://evil.example")));
        attack("assertion of long ago", "ASSERTION_ISSUED", sealed(a -> a.setAttribute("IssueInstant", PAST)));
        attack(
                "another audience",
                "AUDIENCE",
                sealed(a -> find(a, SAML, "Audience").setTextContent("https://evil.example")));
        attack("no audience", "AUDIENCE", sealed(a -> remove(find(a, SAML, "AudienceRestriction"))));
        attack(
                "not yet",
                "NOT_YET_VALID",
                sealed(a -> find(a, SAML, "Conditions").setAttribute("NotBefore", FUTURE)));
        attack("no longer", "EXPIRED", sealed(a -> find(a, SAML, "Conditions").setAttribute("NotOnOrAfter", PAST)));
        attack(
                "another recipient",
                "RECIPIENT",
                sealed(a -> confirmation(a).setAttribute("Recipient", "https://evil.example/saml/acs")));
        attack(
                "confirmed for another request",
                "CONFIRMATION_IN_RESPONSE_TO",
                sealed(a -> confirmation(a).setAttribute("InResponseTo", "_other")));
        attack(
                "confirmed no longer",
                "CONFIRMATION_EXPIRED",
                sealed(a -> confirmation(a).setAttribute("NotOnOrAfter", PAST)));
        attack("confirmed twice", "CONFIRMATION", sealed(a -> twice(find(a, SAML, "SubjectConfirmation"))));
        attack(
                "held by a key",
                "CONFIRMATION",
                sealed(a -> find(a, SAML, "SubjectConfirmation")
                        .setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key")));
        attack(
                "proved before it was asked",
                "AUTHN_INSTANT",
                sealed(a -> find(a, SAML, "AuthnStatement").setAttribute("AuthnInstant", PAST)));
        attack("proved twice", "AUTHN_STATEMENT", sealed(a -> twice(find(a, SAML, "AuthnStatement"))));
        attack(
                "a weaker level",
                "LEVEL",
                sealed(a ->
                        find(a, SAML, "AuthnContextClassRef").setTextContent("http://id.elegnamnden.se/loa/1.0/loa2")));
        attack(
                "a comment in the seal",
                "COMMENT",
                sealed(a -> a.appendChild(a.getOwnerDocument().createComment("x"))));
    }

    private void identity() {
        attack("no number", "IDENTITY", sealed(a -> remove(number(a))));
        attack(
                "a number by another name",
                "IDENTITY",
                sealed(a -> number(a).setAttribute("Name", "personalIdentityNumber")));
        attack("a number in two attributes", "IDENTITY", sealed(a -> twice(number(a))));
        attack("two numbers", "IDENTITY", sealed(a -> twice(find(number(a), SAML, "AttributeValue"))));
        attack("a wrong check digit", "IDENTITY_NUMBER", sealed(a -> value(a).setTextContent("196006172819")));
        attack("ten digits", "IDENTITY_NUMBER", sealed(a -> value(a).setTextContent("6006172818")));
        attack("a number and more", "IDENTITY_NUMBER", sealed(a -> value(a).setTextContent("196006172818.evil")));
        attack("a number cut by a comment", "COMMENT", sealed(a -> {
            value(a).setTextContent("196006172818");
            value(a).appendChild(a.getOwnerDocument().createComment("x"));
            value(a).appendChild(a.getOwnerDocument().createTextNode(".evil"));
        }));
    }

    private void attack(String name, String error, Function<CapturedResponse, String> posted) {
        attacks.put(name, new Attack(error, posted));
    }

    private static Function<CapturedResponse, String> changed(Consumer<CapturedResponse> change) {
        return response -> {
            change.accept(response);
            return response.posted();
        };
    }

    private static Function<CapturedResponse, String> signed(Consumer<CapturedResponse> change) {
        return response -> response.signedAfter(change).posted();
    }

    private static Function<CapturedResponse, String> sealed(Consumer<Element> change) {
        return response -> response.sealedAfter(change).posted();
    }

    private static Function<CapturedResponse, String> algorithm(String element, String uri) {
        return changed(r -> r.find(DSIG, element).setAttribute("Algorithm", uri));
    }

    private static Function<CapturedResponse, String> status(String code) {
        return signed(r -> {
            Element outer = r.find(PROTOCOL, "StatusCode");
            outer.setAttribute("Value", "urn:oasis:names:tc:SAML:2.0:status:Responder");
            Element inner = (Element) outer.cloneNode(false);
            inner.setAttribute("Value", code);
            outer.appendChild(inner);
            remove(r.find(SAML, "EncryptedAssertion"));
        });
    }

    /** The original goes into the signature that covers it, and a forged response takes its place. */
    private static void wrap(CapturedResponse response, boolean idOfItsOwn) {
        Element forged = response.root();
        Element original = (Element) forged.cloneNode(true);
        Element object = forged.getOwnerDocument().createElementNS(DSIG, "ds:Object");
        response.find(DSIG, "Signature").appendChild(object);
        remove(find(original, DSIG, "Signature"));
        object.appendChild(original);
        if (idOfItsOwn) {
            forged.setAttribute("ID", "_forged");
            NodeList sealed = original.getElementsByTagNameNS("*", "EncryptedKey");
            for (int i = 0; i < sealed.getLength(); i++) {
                ((Element) sealed.item(i)).removeAttribute("Id");
            }
        }
    }

    private static void flip(Element text) {
        String value = text.getTextContent().strip();
        text.setTextContent((value.charAt(0) == 'A' ? "B" : "A") + value.substring(1));
    }

    private static void twice(Element element) {
        element.getParentNode().insertBefore(element.cloneNode(true), element);
    }

    private static Element confirmation(Element assertion) {
        return find(assertion, SAML, "SubjectConfirmationData");
    }

    private static Element number(Element assertion) {
        NodeList attributes = assertion.getElementsByTagNameNS(SAML, "Attribute");
        for (int i = 0; i < attributes.getLength(); i++) {
            Node attribute = attributes.item(i);
            if (((Element) attribute).getAttribute("Name").equals(NUMBER)) {
                return (Element) attribute;
            }
        }
        throw new IllegalStateException("no number");
    }

    private static Element value(Element assertion) {
        return find(number(assertion), SAML, "AttributeValue");
    }

    /** Begins a login, lets the provider answer it, and returns what it would have the browser post. */
    private static String prove(FormBrowser browser) {
        Answer question = browser.open("/logga-in?till=/mina-sidor");
        Answer proved =
                browser.submit(question.form("[method=post]"), Map.of("username", Citizen.PERSON, "password", "test"));
        return Optional.ofNullable(proved.page().selectFirst("[name=SAMLResponse]"))
                .orElseThrow()
                .val();
    }

    private static Answer answerTo(Function<CapturedResponse, String> change, String relayState) {
        FormBrowser browser = new FormBrowser(own.address());
        String posted = change.apply(CapturedResponse.of(prove(browser), keys));
        return browser.post("/saml/acs", Map.of("SAMLResponse", posted, "RelayState", relayState));
    }

    private static void assertLoggedIn(Answer answer) {
        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().text()).contains("Demo Demosson");
    }

    private void assertRefused(String name, String error, Answer answer) {
        assertThat(answer.status()).as(name).isLessThan(500);
        assertThat(refusal(answer)).as(name).endsWith("error=" + error);
    }
}
