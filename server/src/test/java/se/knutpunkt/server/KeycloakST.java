package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Request;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jsoup.nodes.FormElement;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.server.FormBrowser.Answer;

/**
 * Login with Keycloak, which has a SAML code of its own too: by the framework in one realm, which encrypts by AES-256-GCM
 * and knows levels of assurance, and in another that the operator lets sign the assertion alone.
 */
class KeycloakST extends ProviderTest {
    private static final String FRAMEWORK = "ramverk";
    private static final String LENIENT = "kommun";

    private static final String UNSIGNED_RESPONSE = "saml.server.signature=false";
    private static final String SIGNED_ASSERTION = "saml.assertion.signature=true";
    private static final String CBC = "saml.encryption.algorithm=http://www.w3.org/2001/04/xmlenc#aes128-cbc";

    private static Keycloak keycloak;
    private static RunningLauncher own;

    /** Both start at the same time; the portal asks for metadata at the first login. */
    @BeforeAll
    static void meet() {
        Optional<String> missing = Keycloak.install();
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        keycloak = Keycloak.start("st-idp-keycloak", FRAMEWORK, LENIENT);
        own = RunningLauncher.alone(
                "st-keycloak",
                Map.of(
                        "KNUTPUNKT_SAML_IDP_METADATA",
                        keycloak.metadata(FRAMEWORK) + "," + keycloak.postMetadata(),
                        "KNUTPUNKT_SAML_SIGNED_ASSERTION_PROVIDERS",
                        "https://another.example, " + keycloak.entityId(LENIENT)));
        own.start();
        keycloak.await(FRAMEWORK);
        keycloak.leavePostAlone(LENIENT);
    }

    @AfterAll
    static void part() {
        if (own != null) {
            own.stop();
        }
        if (keycloak != null) {
            keycloak.close();
        }
    }

    @Override
    @BeforeEach
    void openBrowser() {
        launcher = own;
        visitor = newVisitor(true);
        page = visitor.newPage();
    }

    @Test
    void metadataIsReadBothWays() {
        keycloak.trust(FRAMEWORK, metadataOf(own), "consentRequired=false");
        String known = keycloak.trust(FRAMEWORK, metadataOf(own));

        page.navigate("/logga-in");

        assertThat(page.locator("main a[href*='via=']").allInnerTexts())
                .containsExactlyInAnyOrder(keycloak.entityId(FRAMEWORK), keycloak.entityId(LENIENT));
        assertThat(known)
                .contains("\"saml_assertion_consumer_url_post\":\"" + own.address() + "/saml/acs\"")
                .contains("\"saml.client.signature\":\"true\"", "\"saml.encrypt\":\"true\"")
                .contains("\"saml_name_id_format\":\"persistent\"");
    }

    @Test
    void aCitizenLogsInByRedirectWithAes256Gcm() {
        keycloak.trust(FRAMEWORK, metadataOf(own));
        List<String> posted = new ArrayList<>();
        page.onRequest(request -> remember(request, posted));

        logIn(keycloak.entityId(FRAMEWORK), Citizen.PERSON);

        assertIsIn("Demo Demosson");
        assertThat(posted)
                .singleElement()
                .asString()
                .contains("http://www.w3.org/2009/xmlenc11#aes256-gcm", "EncryptedAssertion", "Signature")
                .doesNotContain(Citizen.PERSON, "Demosson", "AttributeStatement");
        Cookie login = cookie(LOGIN).orElseThrow();
        assertThat(login.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(login.secure).isTrue();
        assertThat(cookie(CORRELATION).orElseThrow().sameSite).isEqualTo(SameSiteAttribute.NONE);
    }

    @Test
    void aCitizenLogsInByPost() {
        keycloak.trust(LENIENT, metadataOf(own));

        choose(keycloak.entityId(LENIENT));
        new Citizen(page).press("Fortsätt till e-legitimationen");
        prove("198512622393");

        assertIsIn("Samordna Demonummer");
    }

    @Test
    void whoIsLoggedInAtTheProviderProvesThemselvesAnew() {
        keycloak.trust(FRAMEWORK, metadataOf(own));
        logIn(keycloak.entityId(FRAMEWORK), Citizen.PERSON);
        assertIsIn("Demo Demosson");

        choose(keycloak.entityId(FRAMEWORK));
        assertThat(page.locator("[name=password]")).isVisible();
        prove();

        assertIsIn("Demo Demosson");
    }

    @Test
    void aProviderWithoutTheLevelSaysSoAndThePersonIsTold() {
        keycloak.trust(FRAMEWORK, metadataOf(own), "acr.loa.map={\"http://id.elegnamnden.se/loa/1.0/loa2\":2}");

        choose(keycloak.entityId(FRAMEWORK));

        assertThat(page.locator("h1")).hasText("Du behöver en starkare e-legitimation");
        assertThat(cookie(LOGIN)).isEmpty();
    }

    @Test
    void whoDeniesTheProviderIsNotIn() {
        keycloak.trust(FRAMEWORK, metadataOf(own), "consentRequired=true");
        choose(keycloak.entityId(FRAMEWORK));
        page.locator("[name=username]").fill(Citizen.PERSON);
        page.locator("[name=password]").fill("test");
        page.locator("[name=password]").press("Enter");

        Response answer = page.waitForResponse(
                response -> response.url().startsWith(own.address() + "/inloggning-nekad"),
                () -> page.locator("[name=cancel]").click());

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("E-legitimationen sa nej");
        assertThat(cookie(LOGIN)).isEmpty();
    }

    @Test
    void whoHasNoNumberIsNotIn() {
        Answer answer = logInByPlainHttp(FRAMEWORK, "utan-nummer");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(refusal(answer)).endsWith("error=IDENTITY");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                SIGNED_ASSERTION,
                CBC,
                "saml.signature.algorithm=RSA_SHA512",
                "saml.encryption.keyAlgorithm=http://www.w3.org/2009/xmlenc11#rsa-oaep"
                        + " saml.encryption.digestMethod=http://www.w3.org/2001/04/xmlenc#sha256"
                        + " saml.encryption.maskGenerationFunction=http://www.w3.org/2009/xmlenc11#mgf1sha256",
            })
    void whatTheFrameworkAllowsIsTaken(String settings) {
        Answer answer = logInByPlainHttp(FRAMEWORK, Citizen.PERSON, settings.split(" "));

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().text()).contains("Demo Demosson");
    }

    @ParameterizedTest
    @CsvSource({
        UNSIGNED_RESPONSE + ",UNSIGNED",
        UNSIGNED_RESPONSE + " " + SIGNED_ASSERTION + ",UNSIGNED",
        "saml.signature.algorithm=RSA_SHA1,SIGNATURE_FORM",
        "saml.encrypt=false,PLAIN_ASSERTION",
        "saml.encryption.keyAlgorithm=http://www.w3.org/2001/04/xmlenc#rsa-1_5,DECRYPTION",
    })
    void whatTheFrameworkForbidsIsRefused(String settings, String error) {
        Answer answer = logInByPlainHttp(FRAMEWORK, Citizen.PERSON, settings.split(" "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(refusal(answer)).endsWith("error=" + error);
    }

    @Test
    void aProofThatTellsNoLevelIsRefused() {
        Answer answer = logInByPlainHttp(
                FRAMEWORK,
                Citizen.PERSON,
                "authenticationFlowBindingOverrides={\"browser\":\"" + FRAMEWORK + "-without-level\"}");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(refusal(answer)).endsWith("error=LEVEL");
    }

    @Test
    void aNamedProviderSignsTheAssertionAlone() {
        Answer answer = logInByPlainHttp(LENIENT, Citizen.PERSON, UNSIGNED_RESPONSE, SIGNED_ASSERTION);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().text()).contains("Demo Demosson");
    }

    @ParameterizedTest
    @CsvSource({
        UNSIGNED_RESPONSE + ",ASSERTION_UNSIGNED",
        UNSIGNED_RESPONSE + " " + SIGNED_ASSERTION + " saml.encrypt=false,PLAIN_ASSERTION",
        UNSIGNED_RESPONSE + " " + SIGNED_ASSERTION + " " + CBC + ",CIPHER",
        UNSIGNED_RESPONSE + " " + SIGNED_ASSERTION + " saml.signature.algorithm=RSA_SHA1,ASSERTION_SIGNATURE",
    })
    void aNamedProviderMayDoNothingElseOtherwise(String settings, String error) {
        Answer answer = logInByPlainHttp(LENIENT, Citizen.PERSON, settings.split(" "));

        assertThat(answer.status()).isEqualTo(400);
        assertThat(refusal(answer)).endsWith("error=" + error);
    }

    /** Logs in at a realm that has these settings for us, whatever way it takes requests. */
    private Answer logInByPlainHttp(String realm, String user, String... settings) {
        keycloak.trust(realm, metadataOf(own), settings);
        FormBrowser plain = new FormBrowser(own.address());
        Answer question = plain.open("/logga-in?till=/mina-sidor&via=" + keycloak.entityId(realm));
        if (question.address().getHost().equals(own.address().getHost())) {
            question = plain.submit(question.form("[action^=" + keycloak.entityId(realm) + "]"), Map.of());
        }
        Answer proved = plain.submit(question.form("[method=post]"), Map.of("username", user, "password", "test"));
        FormElement response = proved.form("[action$=/saml/acs]");
        return plain.submit(response, Map.of());
    }

    private static void remember(Request request, List<String> posted) {
        if (request.method().equals("POST") && request.url().endsWith("/saml/acs")) {
            String form = URLDecoder.decode(request.postData(), StandardCharsets.UTF_8);
            // decoded, the value may hold blanks for its plus signs
            String value = form.replaceFirst("(?s).*SAMLResponse=", "").replaceFirst("(?s)&.*", "");
            posted.add(new String(Base64.getMimeDecoder().decode(value.replace(' ', '+')), StandardCharsets.UTF_8));
        }
    }
}
