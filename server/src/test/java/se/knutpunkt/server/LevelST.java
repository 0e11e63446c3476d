package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How strong an e-ID each page needs: the demo's one person with a weak and a strong one, and forms of three levels. */
class LevelST extends BrowserTest {
    private static final String WEAK = "svag";
    private static final String STRONG = "stark";
    private static final String TITLE = "Fler papperskorgar i parken";
    private static boolean published;

    @BeforeEach
    void publishForms() {
        if (!published) {
            try (BrowserContext editor = newVisitor(true)) {
                Page desk = editor.newPage();
                desk.navigate("/redaktor");
                new Citizen(desk).logIn("redaktor");
                publish(desk, "loa2");
                publish(desk, "loa4");
            }
            published = true;
        }
    }

    @Test
    void aWeakLoginOpensTheFormThatTakesItAndNothingThatNeedsMore() {
        begin("loa2", WEAK);
        String draft = page.url();
        page.locator("[name=rubrik]").fill(TITLE);
        new Citizen(page).press("Fortsätt");
        assertThat(page).hasURL(Pattern.compile("/e-tjanster/niva-loa2/.*"));

        page.navigate("/mina-sidor");
        assertThat(page.locator("main"))
                .containsText("kräver en starkare e-legitimation än den du loggade in med, på tillitsnivå 3");
        assertThat(page.locator("main")).not().containsText("Mina sidor");
        checkPage(page, "login-stronger");
        page.navigate("/mina-sidor/kvittenser");
        assertThat(page).hasURL(Pattern.compile("/logga-in.*igen=starkare"));

        page.navigate("/e-tjanster/lamna-medborgarforslag");
        assertThat(page.locator("main")).containsText("Den här e-tjänsten kräver starkare e-legitimation");
        checkPage(page, "service-stronger");
        assertThat(page.getByText(Pattern.compile("^Börja som "))).hasCount(0);

        page.navigate("/mina-sidor");
        page.locator("main ul a").first().click();
        new Citizen(page).logIn(STRONG);
        assertThat(page).hasURL(Pattern.compile("/mina-sidor$"));
        page.navigate(draft);
        assertThat(page.locator("[name=rubrik]")).hasValue(TITLE);
    }

    @Test
    void aWeakEidIsRefusedWhereMoreIsAskedFor() {
        page.navigate("/mina-sidor");
        new Citizen(page).logIn(WEAK);

        assertThat(page.locator("h1")).containsText("Du behöver en starkare e-legitimation");
        assertThat(page.navigate("/mina-sidor").url()).contains("/demo-eid/");
    }

    @Test
    void aDraftIsClosedToAWeakerLoginOfItsOwnPersonAndOpenAgainWithAllThatWasTyped() {
        begin("loa4", STRONG);
        String draft = page.url();
        page.locator("[name=rubrik]").fill(TITLE);
        new Citizen(page).press("Fortsätt");
        String next = page.url();
        try (BrowserContext other = newVisitor(true)) {
            Page weak = other.newPage();
            weak.navigate("/e-tjanster/niva-loa2");
            new Citizen(weak).follow("Logga in och börja");
            new Citizen(weak).logIn(WEAK);
            for (String address : new String[] {draft, next, parent(draft), parent(draft) + "/granska"}) {
                weak.navigate(address);
                assertThat(weak).hasURL(Pattern.compile("/logga-in\\?.*niva=loa4&igen=starkare"));
                assertThat(weak.content()).doesNotContain(TITLE);
            }

            weak.navigate(draft);
            weak.locator("main ul a").first().click();
            new Citizen(weak).logIn(STRONG);
            assertThat(weak).hasURL(draft);
            assertThat(weak.locator("[name=rubrik]")).hasValue(TITLE);
        }
    }

    @Test
    void theUsualLevelIsNotEnoughForAFormThatNeedsTheHighest() {
        page.navigate("/mina-sidor");
        new Citizen(page).logIn(Citizen.PERSON);

        page.navigate("/e-tjanster/niva-loa4");
        assertThat(page.locator("main")).containsText("Den här e-tjänsten kräver starkare e-legitimation");
        new Citizen(page).follow("Logga in och börja");
        new Citizen(page).logIn(Citizen.PERSON);
        assertThat(page.locator("h1")).containsText("Du behöver en starkare e-legitimation");
    }

    private void begin(String level, String person) {
        page.navigate("/e-tjanster/niva-" + level);
        new Citizen(page).follow("Logga in och börja");
        new Citizen(page).logIn(person);
        page.getByText(Pattern.compile("^Börja som ")).click();
    }

    private static String parent(String address) {
        return address.substring(0, address.lastIndexOf('/'));
    }

    private static void publish(Page desk, String level) {
        desk.navigate("/redaktor/importera");
        desk.locator("#fil").setInputFiles(new FilePayload("form.json", "application/json", form(level)));
        desk.getByText("Importera definitionen").click();
        desk.locator("main ol a").first().click();
        desk.getByText("Avsluta förhandsvisningen").click();
        desk.getByText("Publicera versionen").click();
        assertThat(desk.locator("div.done")).containsText("publicerad");
    }

    private static byte[] form(String level) {
        try (InputStream form = LevelST.class.getResourceAsStream("/demo/forms/lamna-medborgarforslag.json")) {
            return new String(form.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("\"lamna-medborgarforslag\"", "\"niva-" + level + "\"")
                    .replace("\"submitters\": \"eid\"", "\"submitters\": \"eid\", \"level\": \"" + level + "\"")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
