package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.server.FormBrowser.Answer;

/**
 * Login with an identity provider that others have written: metadata both ways, and each outcome that a citizen can
 * meet. Our own demo e-ID shares its SAML code with the portal, so that the two could be wrong together.
 */
class RealProviderST extends ProviderTest {
    private static final String BY_REDIRECT = "SimpleSAMLphp, HTTP-Redirect";
    private static final String OF_STAFF = "Älvstads kommun, anställd";
    private static final String BY_POST = "SimpleSAMLphp, HTTP-POST";

    private static RealProvider redirect;
    private static RealProvider post;
    private static RealProvider staff;
    private static RunningLauncher own;
    private static String known;

    @BeforeAll
    static void meet() {
        require(RealProvider.install());
        redirect = RealProvider.start("st-idp-redirect", "HTTP-Redirect");
        post = RealProvider.start("st-idp-post", "HTTP-POST");
        staff = RealProvider.startForStaff("st-idp-staff");
        own = RunningLauncher.alone(
                "st-real-provider",
                Map.of(
                        "KNUTPUNKT_SAML_IDP_METADATA",
                        redirect.metadata() + "," + post.metadataFile() + "," + staff.metadata(),
                        "KNUTPUNKT_SAML_STAFF_PROVIDERS",
                        staff.metadata().toString(),
                        "KNUTPUNKT_SAML_STAFF_LEVELS",
                        "urn:oasis:names:tc:SAML:2.0:ac:classes:PasswordProtectedTransport",
                        "KNUTPUNKT_ROLE_RULES",
                        roleRules().toString()));
        own.start();
        known = redirect.trust(metadataOf(own));
        post.trust(metadataOf(own));
        staff.trust(metadataOf(own));
    }

    private static Path roleRules() {
        try {
            return Files.writeString(Path.of("target", "st-role-rules.json"), """
                    [{"role": "REGISTRAR", "attribute": "http://schemas.xmlsoap.org/claims/Group", "value": "Diariet"}]
                    """)
                    .toAbsolutePath();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    @AfterAll
    static void part() {
        if (own != null) {
            own.stop();
        }
        if (staff != null) {
            staff.close();
        }
        if (post != null) {
            post.close();
        }
        if (redirect != null) {
            redirect.close();
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
        page.navigate("/logga-in");

        assertThat(page.locator("main a[href*='via=']").allInnerTexts())
                .as("the providers of the operator, and not the demo's")
                .containsExactlyInAnyOrder(BY_REDIRECT, BY_POST, OF_STAFF);
        checkPage(page, "login-choice-staff");
        assertThat(known)
                .contains(own.address() + "/saml/acs", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST")
                .contains("'signing' => true", "'encryption' => true");
    }

    @Test
    void aCitizenLogsInByRedirect() {
        logIn(BY_REDIRECT, Citizen.PERSON);

        assertIsIn("Demo Demosson");
        Cookie login = cookie(LOGIN).orElseThrow();
        assertThat(login.sameSite).isEqualTo(SameSiteAttribute.LAX);
        assertThat(login.secure).isTrue();
        assertThat(login.httpOnly).isTrue();
        assertThat(cookie(CORRELATION).orElseThrow().sameSite)
                .as("sent along when the provider's page posts from another site")
                .isEqualTo(SameSiteAttribute.NONE);
    }

    @Test
    void aCitizenLogsInByPost() {
        choose(BY_POST);
        new Citizen(page).press("Fortsätt till e-legitimationen");
        prove(Citizen.PERSON);

        assertIsIn("Demo Demosson");
    }

    @Test
    void aCitizenWithACoordinationNumberLogsIn() {
        logIn(BY_REDIRECT, "198512622393");

        assertIsIn("Samordna Demonummer");
    }

    @Test
    void whoIsLoggedInAtTheProviderProvesThemselvesAnew() {
        logIn(BY_REDIRECT, Citizen.PERSON);
        assertIsIn("Demo Demosson");

        logIn(BY_REDIRECT, "198512622393");

        assertIsIn("Samordna Demonummer");
    }

    @Test
    void theChoiceIsMadeByKeyboard() {
        page.navigate("/logga-in?till=/mina-sidor");
        Locator wanted = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(BY_REDIRECT));
        for (int stops = 0; stops < 20 && !isFocused(wanted); stops++) {
            page.keyboard().press("Tab");
        }
        page.keyboard().press("Enter");
        prove(Citizen.PERSON);

        assertIsIn("Demo Demosson");
        page.locator("header").getByText("Logga ut").press("Enter");
        page.waitForURL("**/utloggad");
        checkPage(page, "logged-out");
        assertThat(cookie(LOGIN)).isEmpty();
    }

    private static boolean isFocused(Locator element) {
        return (boolean) element.evaluate("e => e === document.activeElement");
    }

    @Test
    void anEmployeeLogsInByTheMunicipalitysOwnProvider() {
        page.navigate("/registrator");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(OF_STAFF))
                .click();
        prove("rut");

        page.waitForURL("**/registrator");
        assertThat(page.locator("body")).containsText("Rut Demostad");
        assertThat(page.navigate("/mina-sidor").status())
                .as("an employee is no citizen at the same time")
                .isEqualTo(403);
    }

    @Test
    void nobodyIsACitizenByTheWordOfTheMunicipalitysOwnProvider() {
        Response answer = logIn(OF_STAFF, "vera");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Du har ingen behörighet här");
        assertThat(cookie(LOGIN)).isEmpty();
    }

    @Test
    void aWeakerLevelIsRefused() {
        Response answer = logIn(BY_REDIRECT, "loa2");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Du behöver en starkare e-legitimation");
        checkPage(page, "login-level");
        assertThat(cookie(LOGIN)).isEmpty();
    }

    @Test
    void whoCancelsIsToldSoAndIsNotIn() {
        Response answer = logIn(BY_REDIRECT, "cancel");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.locator("h1")).hasText("Inloggningen avbröts");
        checkPage(page, "login-cancelled");
        assertThat(cookie(LOGIN)).isEmpty();
    }

    /** What a provider may do otherwise than ours, within the framework. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "saml20.sign.assertion=true",
                "signature.algorithm=http://www.w3.org/2001/04/xmldsig-more#rsa-sha512",
                "NameIDFormat=urn:oasis:names:tc:SAML:2.0:nameid-format:transient",
            })
    void whatTheFrameworkAllowsIsTaken(String setting) {
        Answer answer = logInByPlainHttp(setting);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.page().text()).contains("Demo Demosson");
    }

    @ParameterizedTest
    @CsvSource({
        "saml20.sign.response=false,UNSIGNED",
        "signature.algorithm=http://www.w3.org/2000/09/xmldsig#rsa-sha1,SIGNATURE_FORM",
        "assertion.encryption=false,PLAIN_ASSERTION",
        "assertion.lifetime=-90,EXPIRED",
    })
    void whatTheFrameworkForbidsIsRefused(String setting, String error) {
        Answer answer = logInByPlainHttp(setting);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(refusal(answer)).endsWith("error=" + error);
    }

    /** Logs in at the provider when it has a setting for us that it has for nobody else. */
    private Answer logInByPlainHttp(String setting) {
        redirect.trust(metadataOf(own), setting);
        try {
            FormBrowser plain = new FormBrowser(own.address());
            Answer question = plain.open("/logga-in?till=/mina-sidor&via=" + redirect.metadata());
            Answer proved = plain.submit(
                    question.form("[method=post]"), Map.of("username", Citizen.PERSON, "password", "test"));
            return plain.submit(proved.form("[action$=/saml/acs]"), Map.of());
        } finally {
            redirect.trust(metadataOf(own));
        }
    }
}
