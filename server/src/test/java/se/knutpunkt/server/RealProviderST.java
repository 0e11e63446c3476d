package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.Cookie;
import com.microsoft.playwright.options.SameSiteAttribute;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Login with an identity provider that others have written: metadata both ways, and each outcome that a citizen can
 * meet. Our own demo e-ID shares its SAML code with the portal, so that the two could be wrong together.
 */
class RealProviderST extends BrowserTest {
    private static final String LOGIN = "__Host-knutpunkt";
    private static final String CORRELATION = "__Host-knutpunkt-saml";
    private static final String BY_REDIRECT = "SimpleSAMLphp, HTTP-Redirect";
    private static final String BY_POST = "SimpleSAMLphp, HTTP-POST";

    private static RealProvider redirect;
    private static RealProvider post;
    private static RunningLauncher own;
    private static String known;

    @BeforeAll
    static void meet() {
        Optional<String> missing = RealProvider.install();
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
        redirect = RealProvider.start("st-idp-redirect", "HTTP-Redirect");
        post = RealProvider.start("st-idp-post", "HTTP-POST");
        own = RunningLauncher.alone(
                "st-real-provider",
                Map.of("KNUTPUNKT_SAML_IDP_METADATA", redirect.metadata() + "," + post.metadataFile()));
        own.start();
        known = redirect.trust(own.address().resolve("/saml/metadata"));
        post.trust(own.address().resolve("/saml/metadata"));
    }

    @AfterAll
    static void part() {
        if (own != null) {
            own.stop();
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
                .containsExactly(BY_REDIRECT, BY_POST);
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
    void aWeakerLevelIsRefused() {
        Response answer = logIn(BY_REDIRECT, "loa2");

        assertThat(answer.status()).isEqualTo(403);
        assertThat(page.locator("h1")).hasText("Du behöver en starkare e-legitimation");
        assertThat(cookie(LOGIN)).isEmpty();
    }

    @Test
    void whoCancelsIsToldSoAndIsNotIn() {
        Response answer = logIn(BY_REDIRECT, "cancel");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(page.locator("h1")).hasText("Inloggningen avbröts");
        assertThat(cookie(LOGIN)).isEmpty();
    }

    private Response logIn(String provider, String user) {
        choose(provider);
        return prove(user);
    }

    private void choose(String provider) {
        page.navigate("/logga-in?till=/mina-sidor");
        new Citizen(page).follow(provider);
    }

    /** Types on the provider's page, and returns the portal's answer to what the provider posts then. */
    private Response prove(String user) {
        page.locator("[name=username]").fill(user);
        page.locator("[name=password]").fill("test");
        return page.waitForResponse(
                response -> response.url().equals(own.address() + "/saml/acs"),
                () -> page.locator("[name=password]").press("Enter"));
    }

    private void assertIsIn(String name) {
        page.waitForURL("**/mina-sidor");
        assertThat(page.locator("body")).containsText(name);
    }

    private Optional<Cookie> cookie(String name) {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst();
    }
}
