package se.knutpunkt.portal.login.saml;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.portal.login.saml.TestProvider.after;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.opensaml.saml.common.SAMLVersion;
import org.opensaml.saml.saml2.core.Assertion;
import org.opensaml.saml.saml2.core.StatusCode;
import org.opensaml.xmlsec.encryption.support.EncryptionConstants;
import org.opensaml.xmlsec.signature.support.SignatureConstants;
import org.w3c.dom.Element;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.portal.login.LoginError;

/** What is accepted, and each refusal for its own reason. */
class ResponseReaderTest {
    private static final String PRID = "NO:05068907693";
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);

    private static final String STATUS = "http://id.elegnamnden.se/status/1.0/";

    private final Portal portal = new Portal();

    // ---- accepted

    @Test
    void acceptsAResponseAsTheFrameworkWantsIt() {
        Accepted accepted = portal.accept(answer -> {});

        assertThat(accepted.proof()).isInstanceOfSatisfying(Proof.OfCitizen.class, citizen -> {
            assertThat(citizen.number().value()).isEqualTo(Answer.NUMBER);
            assertThat(citizen.name()).isEqualTo("Demo Demosson");
        });
        assertThat(accepted.returnPath()).isEqualTo("/mina-sidor");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128,
                EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256,
                EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128_GCM,
                EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES256_GCM
            })
    void acceptsEachCipherOfTheFramework(String cipher) {
        assertThat(portal.accept(answer -> answer.cipher = cipher).proof()).isInstanceOf(Proof.OfCitizen.class);
    }

    @Test
    void acceptsAnAssertionThatIsSignedToo() {
        assertThat(portal.accept(answer -> answer.assertionSigned = true).proof())
                .isInstanceOf(Proof.OfCitizen.class);
    }

    @Test
    void acceptsEitherOfTwoKeysInTheProvidersMetadata() {
        Portal rolling = new Portal(
                TestKeys.STRANGER.certificate().getPublicKey(),
                TestKeys.PROVIDER.certificate().getPublicKey());
        rolling.send("_request2", Portal.NOW);

        assertThat(rolling.accept(answer -> {}).proof()).isInstanceOf(Proof.OfCitizen.class);
        assertThat(rolling.accept(answer -> {
                            answer.signedBy = TestKeys.STRANGER;
                            answer.assertionId = "_assertion2";
                            answer.inResponseTo = "_request2";
                            answer.confirmedRequest = "_request2";
                        })
                        .proof())
                .isInstanceOf(Proof.OfCitizen.class);
    }

    @Test
    void readsTheNumberThatWasReplaced() {
        assertThat(formerOf("198512622393")).contains(IdentityNumber.person("198512622393", TODAY));
        assertThat(formerOf(Answer.NUMBER)).isEmpty();
        assertThat(formerOf("rubbish")).isEmpty();
    }

    private static Optional<IdentityNumber> formerOf(String previous) {
        Proof proof = new Portal()
                .accept(answer -> answer.attributes = Map.of(
                        Attributes.PERSONAL_IDENTITY_NUMBER, List.of(Answer.NUMBER),
                        Attributes.PREVIOUS_NUMBER, List.of(previous)))
                .proof();
        return ((Proof.OfCitizen) proof).former();
    }

    @Test
    void takesAPersonWithARoleAsStaffAndNothingElse() {
        Accepted accepted = portal.accept(answer -> answer.attributes = Map.of(
                Attributes.PERSONAL_IDENTITY_NUMBER, List.of(Answer.NUMBER),
                Attributes.ROLE, List.of("registrator", "vaktmastare"),
                Attributes.UPN, List.of("registrator@alvstad.example"),
                Attributes.GIVEN_NAME, List.of("Rut"),
                Attributes.SURNAME, List.of("Registrator")));

        assertThat(accepted.proof())
                .isEqualTo(new Proof.OfStaff(
                        Portal.PROVIDER_ID,
                        "registrator@alvstad.example",
                        Set.of(StaffRole.REGISTRAR),
                        "Rut Registrator"));
    }

    @Test
    void doesNotCountRolesToldByAProviderThatIsNotTheMunicipalitys() {
        Accepted accepted = portal.whoseProviderTells(IdentityRules.Tells.CITIZENS)
                .accept(answer -> answer.attributes = Map.of(
                        Attributes.PERSONAL_IDENTITY_NUMBER, List.of(Answer.NUMBER),
                        Attributes.ROLE, List.of("registrator")));

        assertThat(accepted.proof()).isInstanceOf(Proof.OfCitizen.class);
    }

    @Test
    void takesNobodyForACitizenByTheWordOfTheMunicipalitysOwnProvider() {
        portal.whoseProviderTells(IdentityRules.Tells.STAFF);

        assertThat(portal.refusal(answer -> answer.attributes = Map.of(
                        Attributes.PERSONAL_IDENTITY_NUMBER, List.of(Answer.NUMBER),
                        Attributes.ROLE, List.of("vaktmastare"))))
                .isEqualTo(LoginError.NO_ROLE);
    }

    @Test
    void tellsAnAccountWithoutARoleSo() {
        assertThat(portal.refusal(answer -> answer.attributes = Map.of(
                        Attributes.UPN, List.of("vakta@alvstad.example"), Attributes.ROLE, List.of("vaktmastare"))))
                .isEqualTo(LoginError.NO_ROLE);
    }

    @Test
    void knowsStaffByTheMostLastingAccountAndByNamesInTheMannerOfEntra() {
        portal.whoseProviderTells(IdentityRules.Tells.STAFF);

        assertThat(portal.accept(answer -> answer.attributes = Map.of(
                                Attributes.ROLE,
                                List.of("registrator"),
                                Attributes.UPN,
                                List.of("rut@alvstad.example"),
                                Attributes.OBJECT_ID,
                                List.of("6a1c3f4e-0000-4000-8000-000000000001"),
                                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/givenname",
                                List.of("Rut"),
                                "http://schemas.xmlsoap.org/ws/2005/05/identity/claims/surname",
                                List.of("Test")))
                        .proof())
                .isEqualTo(new Proof.OfStaff(
                        Portal.PROVIDER_ID,
                        "6a1c3f4e-0000-4000-8000-000000000001",
                        Set.of(StaffRole.REGISTRAR),
                        "Rut Test"));
    }

    // ---- foreign e-IDs

    @Test
    void knowsSomeoneWithAForeignEidByThePrid() {
        assertThat(foreigner(Map.of()))
                .isEqualTo(new Proof.OfCitizen(IdentityNumber.prid(PRID), Optional.empty(), "Kari Test"));
    }

    @ParameterizedTest
    @CsvSource({"A,true", "B,false", "C,false", "'',false"})
    void knowsABoundPersonByTheSwedishNumberAndThePridFollowsForLifeOnly(String persistence, boolean follows) {
        Proof proof = foreigner(Map.of(
                Attributes.MAPPED_NUMBER, List.of(Answer.NUMBER),
                Attributes.BINDING, List.of("http://other.example;" + Portal.TRUSTED_BINDING),
                Attributes.PRID_PERSISTENCE, List.of(persistence)));

        assertThat(proof)
                .isEqualTo(new Proof.OfCitizen(
                        IdentityNumber.person(Answer.NUMBER, LocalDate.of(2026, 11, 22)),
                        follows ? Optional.of(IdentityNumber.prid(PRID)) : Optional.empty(),
                        "Kari Test"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://id.swedenconnect.se/id-binding/process/populationregister",
                "http://id.swedenconnect.se/id-binding/process/swedish-eid/more"
            })
    void passesByANumberThatWasBoundInAWayWeDoNotTrust(String binding) {
        Proof proof = foreigner(
                Map.of(Attributes.MAPPED_NUMBER, List.of(Answer.NUMBER), Attributes.BINDING, List.of(binding)));

        assertThat(((Proof.OfCitizen) proof).number()).isEqualTo(IdentityNumber.prid(PRID));
    }

    private Proof foreigner(Map<String, List<String>> more) {
        Map<String, List<String>> attributes = new HashMap<>(more);
        attributes.put(Attributes.PRID, List.of(PRID));
        attributes.put(Attributes.GIVEN_NAME, List.of("Kari"));
        attributes.put(Attributes.SURNAME, List.of("Test"));
        return portal.accept(answer -> answer.attributes = attributes).proof();
    }

    // ---- the message as bytes

    @Test
    void refusesAnEmptyPostAndOneOfAMegabyte() {
        assertThat(portal.refusalOfPosted("")).isEqualTo(LoginError.SIZE);
        assertThat(portal.refusalOfPosted("A".repeat(1_000_000))).isEqualTo(LoginError.SIZE);
        assertThat(portal.refusalOfPosted("A".repeat(RawResponse.MAX_LENGTH + 4)))
                .isEqualTo(LoginError.SIZE);
        assertThat(portal.refusalOfPosted("A".repeat(RawResponse.MAX_LENGTH))).isEqualTo(LoginError.XML);
    }

    @Test
    void refusesWhatIsNotBase64() {
        assertThat(portal.refusalOfPosted("<Response/>")).isEqualTo(LoginError.ENCODING);
    }

    @Test
    void refusesADocumentType() {
        String bomb = "<!DOCTYPE r [<!ENTITY a \"aaaa\"><!ENTITY b \"&a;&a;\">]>" + TestProvider.xml(answer -> {});

        assertThat(portal.refusalOf(bomb.replaceFirst("<\\?xml.*?\\?>", ""))).isEqualTo(LoginError.DOCTYPE);
    }

    @Test
    void refusesADocumentTypeHiddenInUtf16() {
        String hidden =
                "<?xml version=\"1.0\" encoding=\"UTF-16\"?><!DOCTYPE r [<!ENTITY a SYSTEM \"file:///etc/passwd\">]>"
                        + "<r>&a;</r>";
        byte[] bytes = hidden.getBytes(StandardCharsets.UTF_16);

        assertThat(portal.refusalOfPosted(Base64.getEncoder().encodeToString(bytes)))
                .isEqualTo(LoginError.XML);
    }

    @Test
    void refusesBrokenXml() {
        assertThat(portal.refusalOf("<Response")).isEqualTo(LoginError.XML);
    }

    @Test
    void refusesAnotherMessageThanAResponse() {
        assertThat(portal.refusalOf("<LogoutResponse xmlns='urn:oasis:names:tc:SAML:2.0:protocol'/>"))
                .isEqualTo(LoginError.NOT_A_RESPONSE);
        assertThat(portal.refusalOf("<Response/>")).isEqualTo(LoginError.NOT_A_RESPONSE);
    }

    @Test
    void refusesWhatIsAgainstTheSchema() {
        assertThat(portal.refusalOf("<Response xmlns='urn:oasis:names:tc:SAML:2.0:protocol'><Extra/></Response>"))
                .isEqualTo(LoginError.SCHEMA);
    }

    @Test
    void refusesAnAssertionThatIsAgainstTheSchema() {
        assertThat(portal.refusal(answer ->
                        answer.onAssertion = assertion -> dom(assertion).removeAttribute("IssueInstant")))
                .isEqualTo(LoginError.SCHEMA);
    }

    // ---- the response

    @Test
    void refusesAnotherVersion() {
        assertThat(portal.refusal(
                        answer -> answer.onResponse = response -> response.setVersion(SAMLVersion.VERSION_11)))
                .isEqualTo(LoginError.VERSION);
    }

    @Test
    void refusesAResponseToNoRequestOfOurs() {
        assertThat(portal.refusal(answer -> answer.inResponseTo = "_other")).isEqualTo(LoginError.IN_RESPONSE_TO);
        assertThat(portal.refusal(answer -> answer.onResponse = response -> response.setInResponseTo(null)))
                .isEqualTo(LoginError.IN_RESPONSE_TO);
    }

    @Test
    void refusesAResponseToTheRequestOfAnotherBrowser() {
        String posted = Portal.encode(TestProvider.xml(answer -> {}));

        assertThat(Refusals.of(() -> portal.reader().accept(posted, "another-browser")))
                .isEqualTo(LoginError.IN_RESPONSE_TO);
        assertThat(Refusals.of(() -> portal.reader().accept(posted, ""))).isEqualTo(LoginError.IN_RESPONSE_TO);
    }

    @Test
    void refusesAnotherIssuer() {
        assertThat(portal.refusal(answer -> answer.responseIssuer = "https://other.example"))
                .isEqualTo(LoginError.ISSUER);
    }

    @Test
    void refusesAnotherDestination() {
        assertThat(portal.refusal(answer -> answer.destination = "https://other.example/saml/acs"))
                .isEqualTo(LoginError.DESTINATION);
        assertThat(portal.refusal(answer -> answer.destination = null)).isEqualTo(LoginError.DESTINATION);
    }

    @Test
    void refusesAnUnsignedResponse() {
        assertThat(portal.refusal(answer -> answer.responseSigned = false)).isEqualTo(LoginError.UNSIGNED);
    }

    @Test
    void refusesAResponseWhoseAssertionAloneIsSigned() {
        assertThat(portal.refusal(answer -> {
                    answer.responseSigned = false;
                    answer.assertionSigned = true;
                }))
                .isEqualTo(LoginError.UNSIGNED);
    }

    @Test
    void acceptsASignedAssertionInAnUnsignedResponseOfAProviderThatMay() {
        assertThat(new Portal()
                        .takingSignedAssertionsOf(Portal.PROVIDER_ID)
                        .accept(answer -> {
                            answer.responseSigned = false;
                            answer.assertionSigned = true;
                        })
                        .proof())
                .isInstanceOf(Proof.OfCitizen.class);
    }

    /** Behind a signature of the response, any cipher of the framework is safe. */
    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void takesAProviderThatMayAsAnyOtherWhenItSignsTheResponse(boolean assertionSignedToo) {
        assertThat(new Portal()
                        .takingSignedAssertionsOf(Portal.PROVIDER_ID)
                        .accept(answer -> {
                            answer.assertionSigned = assertionSignedToo;
                            answer.cipher = EncryptionConstants.ALGO_ID_BLOCKCIPHER_AES128;
                        })
                        .proof())
                .isInstanceOf(Proof.OfCitizen.class);
    }

    @Test
    void refusesASignedAssertionInAnUnsignedResponseOfAnotherProvider() {
        Portal other = new Portal().takingSignedAssertionsOf(Portal.PROVIDER_ID + "/another");

        assertThat(other.refusal(answer -> {
                    answer.responseSigned = false;
                    answer.assertionSigned = true;
                }))
                .isEqualTo(LoginError.UNSIGNED);
    }

    @Test
    void refusesWeakAlgorithms() {
        assertThat(portal.refusal(answer -> answer.signatureAlgorithm = SignatureConstants.ALGO_ID_SIGNATURE_RSA_SHA1))
                .isEqualTo(LoginError.SIGNATURE_FORM);
        assertThat(portal.refusal(answer -> answer.digest = SignatureConstants.ALGO_ID_DIGEST_SHA1))
                .isEqualTo(LoginError.SIGNATURE_FORM);
    }

    @Test
    void refusesAKeyThatIsNotInTheProvidersMetadata() {
        assertThat(portal.refusal(answer -> answer.signedBy = TestKeys.STRANGER))
                .isEqualTo(LoginError.SIGNATURE);
    }

    @Test
    void refusesAResponseChangedAfterItWasSigned() {
        String changed = TestProvider.xml(answer -> answer.status = List.of(StatusCode.RESPONDER, STATUS + "cancel"))
                .replace(STATUS + "cancel", STATUS + "fraud");

        assertThat(portal.refusalOf(changed)).isEqualTo(LoginError.SIGNATURE);
    }

    @Test
    void acceptsAResponseIssuedWithinSkewAndLifetime() {
        assertThat(new Portal().accept(answer -> answer.issued = after(60))).isNotNull();
        assertThat(new Portal().accept(answer -> answer.issued = after(-120))).isNotNull();
    }

    @Test
    void refusesAResponseFromTheFutureOrTooOld() {
        assertThat(portal.refusal(answer -> answer.issued = after(61))).isEqualTo(LoginError.ISSUED);
        assertThat(portal.refusal(answer -> answer.issued = after(-121))).isEqualTo(LoginError.ISSUED);
    }

    @Test
    void tellsTheStatusCodesOfTheFrameworkApart() {
        assertThat(portal.refusal(status(StatusCode.RESPONDER, STATUS + "cancel")))
                .isEqualTo(LoginError.CANCELLED);
        assertThat(portal.refusal(status(StatusCode.RESPONDER, STATUS + "fraud")))
                .isEqualTo(LoginError.FRAUD);
        assertThat(portal.refusal(status(StatusCode.RESPONDER, STATUS + "possibleFraud")))
                .isEqualTo(LoginError.FRAUD);
        assertThat(portal.refusal(status(StatusCode.REQUESTER, StatusCode.NO_AUTHN_CONTEXT)))
                .isEqualTo(LoginError.NO_LEVEL);
        assertThat(portal.refusal(status(StatusCode.RESPONDER))).isEqualTo(LoginError.STATUS);
    }

    @Test
    void refusesAPlainAssertion() {
        assertThat(portal.refusal(answer -> {
                    answer.encryptedAssertions = 0;
                    answer.plainAssertions = 1;
                }))
                .isEqualTo(LoginError.PLAIN_ASSERTION);
        assertThat(portal.refusal(answer -> answer.plainAssertions = 1)).isEqualTo(LoginError.PLAIN_ASSERTION);
    }

    @Test
    void refusesNoAssertionAndTwo() {
        assertThat(portal.refusal(answer -> answer.encryptedAssertions = 0)).isEqualTo(LoginError.ASSERTION_COUNT);
        assertThat(portal.refusal(answer -> answer.encryptedAssertions = 2)).isEqualTo(LoginError.ASSERTION_COUNT);
    }

    @Test
    void refusesAnAssertionEncryptedToAnotherOrByRsa15() {
        assertThat(portal.refusal(answer -> answer.encryptedTo = TestKeys.STRANGER))
                .isEqualTo(LoginError.DECRYPTION);
        assertThat(portal.refusal(answer -> answer.keyTransport = EncryptionConstants.ALGO_ID_KEYTRANSPORT_RSA15))
                .isEqualTo(LoginError.DECRYPTION);
    }

    // ---- the assertion

    @Test
    void refusesAnAssertionOfAnotherVersion() {
        assertThat(portal.refusal(answer ->
                        answer.onAssertion = assertion -> dom(assertion).setAttribute("Version", "1.1")))
                .isEqualTo(LoginError.ASSERTION_VERSION);
    }

    @Test
    void refusesAnAssertionOfAnotherIssuer() {
        assertThat(portal.refusal(answer -> answer.assertionIssuer = "https://other.example"))
                .isEqualTo(LoginError.ASSERTION_ISSUER);
    }

    @Test
    void refusesAnAssertionSignedByAStranger() {
        assertThat(portal.refusal(answer -> {
                    answer.assertionSigned = true;
                    answer.assertionSignedBy = TestKeys.STRANGER;
                }))
                .isEqualTo(LoginError.ASSERTION_SIGNATURE);
    }

    @Test
    void limitsTheAgeOfTheAssertionOnBothSides() {
        assertThat(new Portal().accept(answer -> answer.assertionIssued = after(60)))
                .isNotNull();
        assertThat(new Portal().accept(answer -> answer.assertionIssued = after(-120)))
                .isNotNull();
        assertThat(portal.refusal(answer -> answer.assertionIssued = after(61))).isEqualTo(LoginError.ASSERTION_ISSUED);
        assertThat(portal.refusal(answer -> answer.assertionIssued = after(-121)))
                .isEqualTo(LoginError.ASSERTION_ISSUED);
    }

    @Test
    void refusesAnotherAudienceNoneAndASecondThatExcludesUs() {
        assertThat(portal.refusal(answer -> answer.audiences = List.of("https://other.example")))
                .isEqualTo(LoginError.AUDIENCE);
        assertThat(portal.refusal(answer -> answer.audiences = List.of())).isEqualTo(LoginError.AUDIENCE);
        assertThat(portal.refusal(answer -> answer.audiences = List.of(Portal.ENTITY_ID, "https://other.example")))
                .isEqualTo(LoginError.AUDIENCE);
    }

    @Test
    void limitsNotBeforeOnBothSides() {
        assertThat(new Portal().accept(answer -> answer.notBefore = after(60))).isNotNull();
        assertThat(portal.refusal(answer -> answer.notBefore = after(61))).isEqualTo(LoginError.NOT_YET_VALID);
    }

    @Test
    void limitsNotOnOrAfterOnBothSides() {
        assertThat(new Portal().accept(answer -> {
                    answer.notBefore = after(-90);
                    answer.notOnOrAfter = after(-59);
                }))
                .isNotNull();
        assertThat(portal.refusal(answer -> {
                    answer.notBefore = after(-90);
                    answer.notOnOrAfter = after(-60);
                }))
                .isEqualTo(LoginError.EXPIRED);
    }

    @Test
    void refusesAnotherConfirmationThanOneBearer() {
        assertThat(portal.refusal(answer -> answer.onAssertion = assertion -> first(assertion, "SubjectConfirmation")
                        .setAttribute("Method", "urn:oasis:names:tc:SAML:2.0:cm:sender-vouches")))
                .isEqualTo(LoginError.CONFIRMATION);
        assertThat(portal.refusal(answer -> answer.onAssertion = assertion -> {
                    Element confirmation = first(assertion, "SubjectConfirmation");
                    confirmation.getParentNode().appendChild(confirmation.cloneNode(true));
                }))
                .isEqualTo(LoginError.CONFIRMATION);
    }

    @Test
    void refusesAnotherRecipient() {
        assertThat(portal.refusal(answer -> answer.recipient = "https://other.example/saml/acs"))
                .isEqualTo(LoginError.RECIPIENT);
    }

    @Test
    void refusesAConfirmationOfAnotherRequest() {
        assertThat(portal.refusal(answer -> answer.confirmedRequest = "_other"))
                .isEqualTo(LoginError.CONFIRMATION_IN_RESPONSE_TO);
    }

    @Test
    void limitsTheConfirmationOnBothSides() {
        assertThat(new Portal().accept(answer -> answer.confirmedUntil = after(-59)))
                .isNotNull();
        assertThat(portal.refusal(answer -> answer.confirmedUntil = after(-60)))
                .isEqualTo(LoginError.CONFIRMATION_EXPIRED);
    }

    @Test
    void refusesTwoStatementsOfAuthentication() {
        assertThat(portal.refusal(answer -> answer.onAssertion = assertion -> twice(assertion, "AuthnStatement")))
                .isEqualTo(LoginError.AUTHN_STATEMENT);
    }

    @Test
    void refusesAProofOlderThanTheRequest() {
        assertThat(new Portal().accept(answer -> answer.proved = after(-60))).isNotNull();
        assertThat(portal.refusal(answer -> answer.proved = after(-61))).isEqualTo(LoginError.AUTHN_INSTANT);
        assertThat(portal.refusal(answer -> answer.proved = after(61))).isEqualTo(LoginError.AUTHN_INSTANT);
    }

    @Test
    void refusesALevelThatWasNotAskedFor() {
        assertThat(portal.refusal(answer -> answer.level = Answer.LOA2)).isEqualTo(LoginError.LEVEL);
    }

    @Test
    void refusesTwoStatementsOfAttributes() {
        assertThat(portal.refusal(answer -> answer.onAssertion = assertion -> twice(assertion, "AttributeStatement")))
                .isEqualTo(LoginError.ATTRIBUTE_STATEMENT);
    }

    // ---- once only

    @Test
    void refusesTheSameResponseTwice() {
        String xml = TestProvider.xml(answer -> {});
        portal.post(xml);

        assertThat(portal.refusalOf(xml)).isEqualTo(LoginError.REPLAY);
    }

    @Test
    void refusesASecondAnswerToTheSameRequest() {
        portal.accept(answer -> {});

        assertThat(portal.refusal(answer -> answer.assertionId = "_assertion2")).isEqualTo(LoginError.ANSWERED);
    }

    private static Consumer<Answer> status(String... codes) {
        return answer -> {
            answer.status = List.of(codes);
            answer.encryptedAssertions = 0;
        };
    }

    private static Element dom(Assertion assertion) {
        return Objects.requireNonNull(assertion.getDOM());
    }

    private static Element first(Assertion assertion, String name) {
        return (Element) dom(assertion).getElementsByTagNameNS("*", name).item(0);
    }

    private static void twice(Assertion assertion, String name) {
        Element element = first(assertion, name);
        element.getParentNode().insertBefore(element.cloneNode(true), element);
    }
}
