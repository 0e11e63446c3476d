package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import se.knutpunkt.portal.login.LoginError;
import se.knutpunkt.portal.login.LoginRefused;

/**
 * The catalogue of attacks on a service provider, one line each: what is posted, and the reason for which it must be
 * refused. Those that are not about the signature are signed with the provider's real key. Wrapping and attribute tricks
 * that need more than a line stand in {@link SignatureWrappingTest} and {@link IdentityAttackTest}.
 */
class AttackCatalogueTest {
    private static final String OTHER = "https://evil.example";
    private static final String STATUS = "http://id.elegnamnden.se/status/1.0/";
    private static final String HMAC = "http://www.w3.org/2000/09/xmldsig#hmac-sha1";
    private static final int LEAST_VARIANTS = 60;

    /**
     * One attack: its name, what arrives at our address, why it is refused, and whether the provider is one that may sign
     * the assertion alone.
     */
    private record Attack(String name, String posted, LoginError refusal, boolean assertionAlone) {
        Attack(String name, String posted, LoginError refusal) {
            this(name, posted, refusal, false);
        }

        Portal portal() {
            return assertionAlone ? new Portal().takingSignedAssertionsOf(Portal.PROVIDER_ID) : new Portal();
        }

        @Override
        public String toString() {
            return name;
        }
    }

    @ParameterizedTest
    @MethodSource("attacks")
    void isRefusedForItsOwnReason(Attack attack) {
        assertThat(attack.portal().refusalOfPosted(attack.posted())).isEqualTo(attack.refusal());
    }

    @Test
    void hasEnoughVariantsAndNoneTwice() {
        List<Attack> all = attacks().toList();

        assertThat(all).hasSizeGreaterThanOrEqualTo(LEAST_VARIANTS);
        assertThat(all).extracting(Attack::name).doesNotHaveDuplicates();
    }

    /** Every check of the two lists, each left out in turn: an attack of the catalogue must notice. */
    @ParameterizedTest
    @MethodSource("checks")
    void missesEachCheckThatIsLeftOut(LoginError check) {
        List<Attack> against =
                attacks().filter(attack -> attack.refusal() == check).toList();

        assertThat(against).as("attacks refused by " + check).isNotEmpty();
        assertThat(against).as("without " + check).anyMatch(attack -> outcome(check, attack) != check);
    }

    static Stream<LoginError> checks() {
        return Stream.concat(
                ResponseChecks.ALL.stream().map(Check::error),
                AssertionChecks.ALL.stream().map(Check::error));
    }

    /** Why the attack is refused without the check; nothing when it gets in, or ends in a fault. */
    private static @Nullable LoginError outcome(LoginError without, Attack attack) {
        try {
            attack.portal().without(without).reader().accept(attack.posted(), Portal.BROWSER);
            return null;
        } catch (LoginRefused refused) {
            return refused.error();
        } catch (RuntimeException fault) {
            // the check protects what comes after it
            return null;
        }
    }

    @Test
    void isMadeFromAResponseThatIsAcceptedAsItIs() {
        assertThat(new Portal().accept(answer -> {})).isNotNull();
    }

    static Stream<Attack> attacks() {
        return Catalogue.ALL.stream();
    }

    /** Made once: sealing and signing is what this test's time goes to. */
    private static final class Catalogue {
        static final List<Attack> ALL = Stream.of(
                        bytes(),
                        xml(),
                        signatures(),
                        assertionsSignedAlone(),
                        algorithms(),
                        addresses(),
                        times(),
                        status(),
                        assertions(),
                        people())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Attack> bytes() {
        String good = Portal.encode(TestProvider.xml(answer -> {}));
        return List.of(
                new Attack("nothing", "", LoginError.SIZE),
                new Attack("ten megabytes", "A".repeat(10_000_000), LoginError.SIZE),
                new Attack("one character too many", "A".repeat(RawResponse.MAX_LENGTH + 1), LoginError.SIZE),
                new Attack("characters outside the alphabet", "<" + good, LoginError.ENCODING),
                new Attack("URL-safe alphabet", good.substring(0, 40) + "-_" + good.substring(42), LoginError.ENCODING),
                new Attack("cut in the middle", good.substring(0, good.length() / 2 / 4 * 4), LoginError.XML),
                new Attack("binary rubbish", Portal.encode("\u0000\u0001\u0002"), LoginError.XML),
                new Attack("header lines", Portal.encode("Set-Cookie: a=b\r\n\r\n<html/>"), LoginError.XML));
    }

    private static List<Attack> xml() {
        return List.of(
                text(
                        "external entity",
                        x -> doctype("<!ENTITY e SYSTEM \"file:///etc/passwd\">") + x,
                        LoginError.DOCTYPE),
                text(
                        "parameter entity",
                        x -> doctype("<!ENTITY % e SYSTEM \"" + OTHER + "\"> %e;") + x,
                        LoginError.DOCTYPE),
                text(
                        "billion laughs",
                        x -> doctype("<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;\">") + x,
                        LoginError.DOCTYPE),
                text("external subset", x -> "<!DOCTYPE r SYSTEM \"" + OTHER + "/x.dtd\">" + x, LoginError.DOCTYPE),
                text("undeclared entity", x -> x.replace("_response1", "&e;"), LoginError.XML),
                text("two roots", x -> x + x.substring(x.indexOf('<', 1)), LoginError.XML),
                text(
                        "a message of another kind",
                        x -> x.replace("saml2p:Response", "saml2p:ArtifactResponse"),
                        LoginError.NOT_A_RESPONSE),
                text(
                        "another namespace",
                        x -> x.replace("SAML:2.0:protocol", "SAML:1.0:protocol"),
                        LoginError.NOT_A_RESPONSE),
                text(
                        "nested sixty thousand deep",
                        x -> x.replace(
                                "<saml2p:Status>",
                                "<saml2p:Extensions>" + "<a>".repeat(22_000) + "</a>".repeat(22_000)
                                        + "</saml2p:Extensions><saml2p:Status>"),
                        LoginError.XML),
                text(
                        "comment in the issuer",
                        x -> x.replace(Portal.PROVIDER_ID + "<", Portal.PROVIDER_ID + "<!-- -->.evil<"),
                        LoginError.COMMENT),
                text(
                        "duplicate id",
                        x -> x.replace(
                                "<saml2p:Status>",
                                "<saml2p:Extensions><x xmlns=\"urn:x\" ID=\"_response1\"/></saml2p:Extensions><saml2p:Status>"),
                        LoginError.DUPLICATE_ID),
                text(
                        "duplicate id of another case",
                        x -> x.replace(
                                "<saml2p:Status>",
                                "<saml2p:Extensions><x xmlns=\"urn:x\" Id=\"_response1\"/></saml2p:Extensions><saml2p:Status>"),
                        LoginError.DUPLICATE_ID),
                text(
                        "an element the schema does not know",
                        x -> x.replace("<saml2p:Status>", "<saml2p:Extra/><saml2p:Status>"),
                        LoginError.SCHEMA),
                text(
                        "XInclude",
                        x -> x.replace(
                                "<saml2p:Status>",
                                "<xi:include xmlns:xi=\"http://www.w3.org/2001/XInclude\" href=\"file:///etc/passwd\"/><saml2p:Status>"),
                        LoginError.SCHEMA),
                text("no status", x -> x.replaceFirst("(?s)<saml2p:Status>.*</saml2p:Status>", ""), LoginError.SCHEMA),
                text("no version", x -> x.replaceFirst(" Version=\"2.0\"", ""), LoginError.SCHEMA),
                text("version 1.1", x -> x.replaceFirst(" Version=\"2.0\"", " Version=\"1.1\""), LoginError.VERSION));
    }

    private static List<Attack> signatures() {
        return List.of(
                answer("no signature at all", a -> a.responseSigned = false, LoginError.UNSIGNED),
                text(
                        "signature stripped",
                        x -> x.replaceFirst("(?s)<ds:Signature.*</ds:Signature>", ""),
                        LoginError.UNSIGNED),
                answer(
                        "only the assertion is signed",
                        a -> {
                            a.responseSigned = false;
                            a.assertionSigned = true;
                        },
                        LoginError.UNSIGNED),
                answer(
                        "a stranger's key with its certificate in the message",
                        a -> a.signedBy = TestKeys.STRANGER,
                        LoginError.SIGNATURE),
                text(
                        "one letter of the signature changed",
                        x -> changed(x, "<ds:SignatureValue>"),
                        LoginError.SIGNATURE),
                text("one letter of the digest changed", x -> changed(x, "<ds:DigestValue>"), LoginError.SIGNATURE),
                text(
                        "one letter of the sealed assertion changed",
                        x -> changed(x.substring(x.indexOf("<xenc:EncryptedKey")), "<xenc:CipherValue>", x),
                        LoginError.SIGNATURE),
                text(
                        "status changed after signing",
                        x -> x.replace(StatusCode.SUCCESS, StatusCode.RESPONDER),
                        LoginError.SIGNATURE),
                text(
                        "issue time changed after signing",
                        x -> x.replace("IssueInstant=\"2026-11-22T10:00:00", "IssueInstant=\"2026-11-22T10:00:01"),
                        LoginError.SIGNATURE),
                text(
                        "reference to the whole document",
                        x -> x.replace("URI=\"#_response1\"", "URI=\"\""),
                        LoginError.SIGNATURE),
                text(
                        "reference to another element",
                        x -> x.replace("URI=\"#_response1\"", "URI=\"#_other\""),
                        LoginError.SIGNATURE_FORM),
                text(
                        "reference to an address",
                        x -> x.replace("URI=\"#_response1\"", "URI=\"" + OTHER + "/r.xml\""),
                        LoginError.SIGNATURE_FORM),
                text(
                        "two references",
                        x -> x.replaceFirst("(?s)(<ds:Reference.*</ds:Reference>)", "$1$1"),
                        LoginError.SIGNATURE_FORM),
                text(
                        "XPath transform",
                        x -> transform(x, "http://www.w3.org/TR/1999/REC-xpath-19991116"),
                        LoginError.SIGNATURE_FORM),
                text(
                        "XSLT transform",
                        x -> transform(x, "http://www.w3.org/TR/1999/REC-xslt-19991116"),
                        LoginError.SIGNATURE_FORM),
                text(
                        "Base64 transform",
                        x -> transform(x, "http://www.w3.org/2000/09/xmldsig#base64"),
                        LoginError.SIGNATURE_FORM),
                text(
                        "an object inside the signature",
                        x -> x.replace("</ds:Signature>", "<ds:Object/></ds:Signature>"),
                        LoginError.SIGNATURE_FORM));
    }

    /** Against a provider that may leave the response unsigned, which is signed for nothing here unless told otherwise. */
    private static List<Attack> assertionsSignedAlone() {
        return List.of(
                alone("neither is signed", a -> a.assertionSigned = false, LoginError.ASSERTION_UNSIGNED),
                alone(
                        "the assertion's signature stripped",
                        a -> a.onAssertion = x -> remove(x, "Signature"),
                        LoginError.ASSERTION_UNSIGNED),
                alone(
                        "the assertion signed by a stranger",
                        a -> a.assertionSignedBy = TestKeys.STRANGER,
                        LoginError.ASSERTION_SIGNATURE),
                alone(
                        "another number in the signed assertion",
                        a -> a.onAssertion = x -> first(x, "AttributeValue").setTextContent("194005068095"),
                        LoginError.ASSERTION_SIGNATURE),
                alone(
                        "the assertion signed with SHA-1",
                        a -> a.signatureAlgorithm = SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA1,
                        LoginError.ASSERTION_SIGNATURE),
                alone(
                        "the response signed too, by a stranger",
                        a -> {
                            a.responseSigned = true;
                            a.signedBy = TestKeys.STRANGER;
                        },
                        LoginError.SIGNATURE),
                alone(
                        "a plain assertion, signed",
                        a -> {
                            a.encryptedAssertions = 0;
                            a.plainAssertions = 1;
                        },
                        LoginError.PLAIN_ASSERTION),
                alone("two signed assertions", a -> a.encryptedAssertions = 2, LoginError.ASSERTION_COUNT),
                alone(
                        "a cipher that can be changed unnoticed",
                        a -> a.cipher = EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256,
                        LoginError.CIPHER),
                alone(
                        "the like, and rubbish inside",
                        a -> {
                            a.cipher = EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128;
                            a.encryptedTo = TestKeys.STRANGER;
                        },
                        LoginError.CIPHER),
                alone(
                        "an assertion of another request",
                        a -> a.confirmedRequest = "_other",
                        LoginError.CONFIRMATION_IN_RESPONSE_TO),
                alone("an assertion for another service", a -> a.audiences = List.of(OTHER), LoginError.AUDIENCE));
    }

    private static List<Attack> algorithms() {
        return List.of(
                answer(
                        "RSA with SHA-1",
                        a -> a.signatureAlgorithm = SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA1,
                        LoginError.SIGNATURE_FORM),
                answer(
                        "digest SHA-1",
                        a -> a.digest = SignatureConstants.ALGO_ID_DIGEST_SHA1,
                        LoginError.SIGNATURE_FORM),
                text(
                        "HMAC with the public key as its secret",
                        x -> x.replace(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256, HMAC),
                        LoginError.SIGNATURE_FORM),
                text(
                        "HMAC cut to no bits",
                        x -> x.replaceFirst(
                                "<ds:SignatureMethod[^>]*/>",
                                "<ds:SignatureMethod Algorithm=\"" + HMAC
                                        + "\"><ds:HMACOutputLength>0</ds:HMACOutputLength></ds:SignatureMethod>"),
                        LoginError.SIGNATURE_FORM),
                text(
                        "an algorithm called none",
                        x -> x.replace(SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA256, "none"),
                        LoginError.SIGNATURE_FORM),
                text(
                        "inclusive canonicalisation",
                        x -> x.replace(
                                "<ds:CanonicalizationMethod Algorithm=\""
                                        + SignatureConstants.ALGO_ID_C14N_EXCL_OMIT_COMMENTS,
                                "<ds:CanonicalizationMethod Algorithm=\""
                                        + SignatureConstants.ALGO_ID_C14N_OMIT_COMMENTS),
                        LoginError.SIGNATURE_FORM),
                answer(
                        "key sealed by RSA 1.5",
                        a -> a.keyTransport = EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSA15,
                        LoginError.DECRYPTION),
                answer(
                        "sealed by triple DES",
                        a -> a.cipher = EncryptionConstants.ALGO_ID_BLOCKCIPHER_TRIPLEDES,
                        LoginError.DECRYPTION),
                answer("sealed to somebody else", a -> a.encryptedTo = TestKeys.STRANGER, LoginError.DECRYPTION));
    }

    private static List<Attack> addresses() {
        return List.of(
                answer("no request of ours", a -> a.inResponseTo = "_unknown", LoginError.IN_RESPONSE_TO),
                answer("unsolicited", a -> a.onResponse = r -> r.setInResponseTo(null), LoginError.IN_RESPONSE_TO),
                answer("another provider's name", a -> a.responseIssuer = OTHER, LoginError.ISSUER),
                answer(
                        "the provider's name with a slash",
                        a -> a.responseIssuer = Portal.PROVIDER_ID + "/",
                        LoginError.ISSUER),
                answer("no issuer", a -> a.onResponse = r -> r.setIssuer(null), LoginError.ISSUER),
                answer("another destination", a -> a.destination = OTHER + "/saml/acs", LoginError.DESTINATION),
                answer(
                        "destination in capitals",
                        a -> a.destination = Portal.ACS.replace("portal", "PORTAL"),
                        LoginError.DESTINATION),
                answer("destination with a query", a -> a.destination = Portal.ACS + "?a=b", LoginError.DESTINATION),
                answer("no destination", a -> a.onResponse = r -> r.setDestination(null), LoginError.DESTINATION),
                answer("another recipient", a -> a.recipient = OTHER + "/saml/acs", LoginError.RECIPIENT),
                answer("our start as recipient", a -> a.recipient = Portal.ACS + ".evil.example", LoginError.RECIPIENT),
                answer(
                        "no recipient",
                        a -> a.onAssertion =
                                x -> first(x, "SubjectConfirmationData").removeAttribute("Recipient"),
                        LoginError.RECIPIENT),
                answer("another audience", a -> a.audiences = List.of(OTHER), LoginError.AUDIENCE),
                answer("no audience", a -> a.audiences = List.of(), LoginError.AUDIENCE),
                answer(
                        "our name as the start of an audience",
                        a -> a.audiences = List.of(Portal.ENTITY_ID + "2"),
                        LoginError.AUDIENCE),
                answer(
                        "a second restriction without us",
                        a -> a.audiences = List.of(Portal.ENTITY_ID, OTHER),
                        LoginError.AUDIENCE),
                answer(
                        "a confirmation of another request",
                        a -> a.confirmedRequest = "_other",
                        LoginError.CONFIRMATION_IN_RESPONSE_TO));
    }

    private static List<Attack> times() {
        return List.of(
                answer("issued two minutes and a second ago", a -> a.issued = after(-121), LoginError.ISSUED),
                answer("issued in the future", a -> a.issued = after(61), LoginError.ISSUED),
                answer("assertion issued long ago", a -> a.assertionIssued = after(-121), LoginError.ASSERTION_ISSUED),
                answer("not valid yet", a -> a.notBefore = after(61), LoginError.NOT_YET_VALID),
                answer("valid no longer", a -> a.notOnOrAfter = after(-60), LoginError.EXPIRED),
                answer(
                        "valid for ever",
                        a -> a.onAssertion = x -> first(x, "Conditions").removeAttribute("NotOnOrAfter"),
                        LoginError.EXPIRED),
                answer("confirmed no longer", a -> a.confirmedUntil = after(-60), LoginError.CONFIRMATION_EXPIRED),
                answer(
                        "confirmed for ever",
                        a -> a.onAssertion =
                                x -> first(x, "SubjectConfirmationData").removeAttribute("NotOnOrAfter"),
                        LoginError.CONFIRMATION_EXPIRED),
                answer(
                        "confirmed from a time on",
                        a -> a.onAssertion = x ->
                                first(x, "SubjectConfirmationData").setAttribute("NotBefore", "2026-11-22T09:00:00Z"),
                        LoginError.CONFIRMATION),
                answer("proved before it was asked", a -> a.proved = after(-61), LoginError.AUTHN_INSTANT),
                answer("proved in the future", a -> a.proved = after(61), LoginError.AUTHN_INSTANT));
    }

    private static List<Attack> status() {
        return List.of(
                answer(
                        "cancelled, with an assertion all the same",
                        a -> a.status = List.of(StatusCode.RESPONDER, STATUS + "cancel"),
                        LoginError.CANCELLED),
                answer(
                        "fraud, with an assertion all the same",
                        a -> a.status = List.of(StatusCode.RESPONDER, STATUS + "fraud"),
                        LoginError.FRAUD),
                answer(
                        "no such level, with an assertion all the same",
                        a -> a.status = List.of(StatusCode.RESPONDER, StatusCode.NO_AUTHN_CONTEXT),
                        LoginError.NO_LEVEL),
                answer(
                        "success within a failure",
                        a -> a.status = List.of(StatusCode.RESPONDER, StatusCode.SUCCESS),
                        LoginError.STATUS),
                answer(
                        "cancel within a success",
                        a -> a.status = List.of(StatusCode.SUCCESS, STATUS + "cancel"),
                        LoginError.CANCELLED));
    }

    private static List<Attack> assertions() {
        return List.of(
                answer(
                        "a plain assertion beside the sealed one",
                        a -> a.plainAssertions = 1,
                        LoginError.PLAIN_ASSERTION),
                answer(
                        "a plain assertion instead",
                        a -> {
                            a.encryptedAssertions = 0;
                            a.plainAssertions = 1;
                        },
                        LoginError.PLAIN_ASSERTION),
                answer("two sealed assertions", a -> a.encryptedAssertions = 2, LoginError.ASSERTION_COUNT),
                answer("no assertion", a -> a.encryptedAssertions = 0, LoginError.ASSERTION_COUNT),
                answer(
                        "an assertion of SAML 1.1",
                        a -> a.onAssertion = x -> dom(x).setAttribute("Version", "1.1"),
                        LoginError.ASSERTION_VERSION),
                answer("an assertion of another issuer", a -> a.assertionIssuer = OTHER, LoginError.ASSERTION_ISSUER),
                answer(
                        "an assertion signed by a stranger",
                        a -> {
                            a.assertionSigned = true;
                            a.assertionSignedBy = TestKeys.STRANGER;
                        },
                        LoginError.ASSERTION_SIGNATURE),
                answer(
                        "holder of key",
                        a -> a.onAssertion = x -> first(x, "SubjectConfirmation")
                                .setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:holder-of-key"),
                        LoginError.CONFIRMATION),
                answer(
                        "two confirmations",
                        a -> a.onAssertion = x -> twice(x, "SubjectConfirmation"),
                        LoginError.CONFIRMATION),
                answer("no subject", a -> a.onAssertion = x -> remove(x, "Subject"), LoginError.CONFIRMATION),
                answer("a condition of an unknown kind", a -> a.onAssertion = x -> condition(x), LoginError.SCHEMA),
                answer(
                        "no statement of authentication",
                        a -> a.onAssertion = x -> remove(x, "AuthnStatement"),
                        LoginError.AUTHN_STATEMENT),
                answer(
                        "two statements of authentication",
                        a -> a.onAssertion = x -> twice(x, "AuthnStatement"),
                        LoginError.AUTHN_STATEMENT),
                answer("a lower level", a -> a.level = Answer.LOA2, LoginError.LEVEL),
                answer(
                        "the level asked for with something after it",
                        a -> a.level = Answer.LOA3 + "0",
                        LoginError.LEVEL),
                answer(
                        "an unspecified level",
                        a -> a.level = "urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified",
                        LoginError.LEVEL),
                answer(
                        "a second statement of attributes",
                        a -> a.onAssertion = x -> twice(x, "AttributeStatement"),
                        LoginError.ATTRIBUTE_STATEMENT));
    }

    private static List<Attack> people() {
        return List.of(
                person("no number", Map.of(Attributes.DISPLAY_NAME, List.of("A")), LoginError.IDENTITY),
                person(
                        "two numbers",
                        Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("196006172818", "194005068095")),
                        LoginError.IDENTITY),
                person(
                        "the number under its friendly name",
                        Map.of("personalIdentityNumber", List.of("196006172818")),
                        LoginError.IDENTITY),
                person(
                        "the number under an OID with a digit more",
                        Map.of(Attributes.PERSONAL_IDENTITY_NUMBER + "0", List.of("196006172818")),
                        LoginError.IDENTITY),
                person(
                        "ten digits",
                        Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("6006172818")),
                        LoginError.IDENTITY_NUMBER),
                person(
                        "a wrong check digit",
                        Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("196006172819")),
                        LoginError.IDENTITY_NUMBER),
                person(
                        "no such day",
                        Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("196002302818")),
                        LoginError.IDENTITY_NUMBER),
                person(
                        "an organisation's number",
                        Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("165560360793")),
                        LoginError.IDENTITY_NUMBER),
                person(
                        "header lines in the number",
                        Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("196006172818\r\nSet-Cookie: a=b")),
                        LoginError.IDENTITY_NUMBER),
                person(
                        "a query in the number",
                        Map.of(Attributes.PERSONAL_IDENTITY_NUMBER, List.of("' OR 1=1 --")),
                        LoginError.IDENTITY_NUMBER));
    }

    private static Attack answer(String name, Consumer<Answer> change, LoginError refusal) {
        return new Attack(name, Portal.encode(TestProvider.xml(change)), refusal);
    }

    private static Attack alone(String name, Consumer<Answer> change, LoginError refusal) {
        String xml = TestProvider.xml(a -> {
            a.responseSigned = false;
            a.assertionSigned = true;
            change.accept(a);
        });
        return new Attack("alone: " + name, Portal.encode(xml), refusal, true);
    }

    private static Attack person(String name, Map<String, List<String>> attributes, LoginError refusal) {
        return answer(name, a -> a.attributes = attributes, refusal);
    }

    private static Attack text(String name, UnaryOperator<String> change, LoginError refusal) {
        String good = TestProvider.xml(answer -> {});
        String bad = change.apply(good);
        if (bad.equals(good)) {
            throw new AssertionError("nothing changed: " + name);
        }
        return new Attack(name, Base64.getEncoder().encodeToString(bad.getBytes(StandardCharsets.UTF_8)), refusal);
    }

    private static String doctype(String declarations) {
        return "<!DOCTYPE r [" + declarations + "]>";
    }

    private static String transform(String xml, String algorithm) {
        return xml.replace(
                "Transform Algorithm=\"" + SignatureConstants.TRANSFORM_C14N_EXCL_OMIT_COMMENTS + "\"",
                "Transform Algorithm=\"" + algorithm + "\"");
    }

    /** The text with the first letter after the mark exchanged for another. */
    private static String changed(String xml, String mark) {
        int at = xml.indexOf(mark) + mark.length() + 4;
        char other = xml.charAt(at) == 'A' ? 'B' : 'A';
        return xml.substring(0, at) + other + xml.substring(at + 1);
    }

    private static String changed(String part, String mark, String whole) {
        return whole.substring(0, whole.length() - part.length()) + changed(part, mark);
    }

    private static Element first(Assertion assertion, String name) {
        return (Element) dom(assertion).getElementsByTagNameNS("*", name).item(0);
    }

    private static Element dom(Assertion assertion) {
        return Objects.requireNonNull(assertion.getDOM());
    }

    private static void twice(Assertion assertion, String name) {
        Element element = first(assertion, name);
        element.getParentNode().insertBefore(element.cloneNode(true), element);
    }

    private static void remove(Assertion assertion, String name) {
        Element element = first(assertion, name);
        element.getParentNode().removeChild(element);
    }

    private static void condition(Assertion assertion) {
        Element conditions = first(assertion, "Conditions");
        Document document = conditions.getOwnerDocument();
        Element unknown = document.createElementNS("urn:oasis:names:tc:SAML:2.0:assertion", "saml2:Condition");
        unknown.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:x", "urn:example:unknown");
        unknown.setAttributeNS(
                "http://www.w3.org/2000/xmlns/", "xmlns:xsi", "http://www.w3.org/2001/XMLSchema-instance");
        unknown.setAttributeNS("http://www.w3.org/2001/XMLSchema-instance", "xsi:type", "x:OnlyOnTuesdays");
        conditions.appendChild(unknown);
    }

    private static Instant after(long seconds) {
        return Portal.NOW.plusSeconds(seconds);
    }
}
