package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff give secret information on a condition, and whoever is bound reads it first. */
class ReservationsST extends BrowserTest {
    private static final String PERSON = "198003202390";
    private static final String HANDLER = "handlaggare-aldre";
    private static final String GROUND = "Delegation från Kultur- och fritidsnämnden";
    private static final String HEADLINE = "Utredningen är klar för dig";
    private static final String WORDS = "Uppgifterna om din bror får inte lämnas vidare utanför familjen.";
    private static final String OTHER = "196006172818";

    private BrowserContext other;

    @BeforeEach
    void aDelegationToDecide() throws SQLException {
        new SourceEvents(launcher).signalWithFile("KUL 2026-7400", HEADLINE, PERSON, "Utredning.txt");
        launcher.change("DELETE FROM reservation");
        right("DECIDE");
    }

    @AfterEach
    void asItWas() throws SQLException {
        if (other != null) {
            other.close();
        }
        right("SEE");
    }

    private void right(String right) throws SQLException {
        launcher.change("UPDATE delegation SET given_right = '" + right + "' WHERE reference = 'KFN 2026-10-06 § 54'");
    }

    @Test
    void oneIsMadeReadBeforeTheFileAndEndedByADecision() {
        openEvent(page);
        page.getByText("Ställ upp eller avsluta ett förbehåll").click();
        assertThat(page.locator("h1")).hasText("Förbehåll");
        assertThat(page.locator("main")).containsText("Det finns inget förbehåll på händelsen.");
        press(page, "Spara förbehållet");
        assertThat(page.locator(".summary a"))
                .hasText(new String[] {"Skriv vad förbehållet säger.", "Skriv vilket beslut det är."});
        checkPage(page, "reservations-faults");

        page.getByLabel("Bara bilagan ”Utredning.txt”").check();
        page.locator("#ord").fill(WORDS);
        page.locator("#beslut").fill("KFN 2026-11-20 § 12");
        page.locator("#sista").fill("2099-12-31");
        press(page, "Spara förbehållet");
        assertThat(page.locator("div.done")).hasText("Förbehållet är sparat.");
        assertThat(page.locator(".papers li")).containsText("bilagan ”Utredning.txt”");
        assertThat(page.locator(".papers li")).containsText(WORDS);
        checkPage(page, "reservations");
        assertThat(page.url()).doesNotContain("bror");

        other = newVisitor(true);
        Page citizen = other.newPage();
        openOwn(citizen);
        assertThat(citizen.locator("#forbehall")).containsText("Du får handlingen ”Utredning.txt” med förbehåll:");
        assertThat(citizen.locator("#forbehall")).containsText(WORDS);
        assertThat(citizen.locator("#forbehall")).containsText("KFN 2026-11-20 § 12");
        assertThat(citizen.locator(".papers li")).containsText("med förbehåll");
        checkPage(citizen, "handelse-forbehall");
        String file = citizen.locator(".papers a").getAttribute("href");
        APIResponse byLink = citizen.request().get(file);
        assertThat(byLink.text()).isEqualTo(SourceEvents.FILE_TEXT);
        APIResponse byAddress = citizen.request().get(file.substring(0, file.indexOf('?')));
        assertThat(byAddress.text())
                .as("an address that was kept leads to what is to be read first")
                .contains(WORDS)
                .doesNotContain(SourceEvents.FILE_TEXT);

        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Händelsen").setExact(true))
                .click();
        assertThat(page.locator("main")).containsText("Binder invånaren, bilagan ”Utredning.txt”.");
        page.getByText("Ställ upp eller avsluta ett förbehåll").click();
        page.locator(".papers a").click();
        press(page, "Avsluta förbehållet");
        assertThat(page.locator(".summary a")).hasText("Skriv vilket beslut det är.");
        checkPage(page, "reservation-end");
        page.locator("#beslut").fill("KFN 2026-12-04 § 3");
        press(page, "Avsluta förbehållet");
        assertThat(page.locator("div.done")).containsText("gäller inte längre");
        assertThat(page.locator(".papers li")).containsText("beslut KFN 2026-12-04 § 3");
        assertThat(page.locator(".papers a")).hasCount(0);
        citizen.reload();
        assertThat(citizen.locator("#forbehall")).hasCount(0);
        assertThat(citizen.locator(".papers a")).not().hasAttribute("href", file);
    }

    @Test
    void whatIsWrongIsToldNothingIsLostAndNoNumberStandsInAnAddress() throws SQLException {
        openEvent(page);
        page.getByText("Ställ upp eller avsluta ett förbehåll").click();
        page.getByLabel("Hela ärendet KUL 2026-7400").check();
        page.getByLabel("Någon annan, till exempel").check();
        page.locator("#personnummer").fill("196006172819");
        page.locator("#ord").fill(WORDS);
        page.locator("#beslut").fill("KFN § 1");
        page.locator("#beslutad").fill("2099-01-01");
        page.locator("#sista").fill("2020-01-01");
        press(page, "Spara förbehållet");
        assertThat(page.locator(".summary a")).hasText(new String[] {
            "Personnumret stämmer inte. Kontrollera siffrorna.",
            "Beslutet ska redan vara fattat.",
            "Förbehållet kan inte gälla före beslutet.",
            "Den sista dagen kan inte vara före den första."
        });
        assertThat(page.locator("#personnummer")).hasValue("196006172819");
        assertThat(page.locator("#ord")).hasValue(WORDS);
        assertThat(page.locator("[value=arendet]")).isChecked();
        assertThat(page.locator("[value=annan]")).isChecked();
        assertThat(page.url()).doesNotContain("1960");

        page.locator("#personnummer").fill(OTHER);
        page.locator("#beslutad").fill("2026-01-02");
        page.locator("#sista").fill("");
        press(page, "Spara förbehållet");
        assertThat(page.locator(".papers li")).containsText("Binder någon annan än invånaren");
        assertThat(page.locator(".papers li")).containsText("hela ärendet");
        assertThat(page.url()).doesNotContain("1960");
        other = newVisitor(true);
        Page citizen = other.newPage();
        openOwn(citizen);
        assertThat(citizen.locator("#forbehall")).hasCount(0);
        assertThat(launcher.number("SELECT COUNT(*) FROM reservation")).isEqualTo(1);
    }

    @Test
    void itWorksByKeyboardAndWithoutJavaScript() {
        other = newVisitor(false);
        Page plain = other.newPage();
        openEvent(plain);
        plain.getByText("Ställ upp eller avsluta ett förbehåll").focus();
        plain.keyboard().press("Enter");
        plain.locator("#ord").fill(WORDS);
        plain.locator("#beslut").fill("KFN § 2");
        plain.locator("#beslut").press("Enter");
        assertThat(plain.locator("div.done")).hasText("Förbehållet är sparat.");
        assertThat(plain.locator(".papers li")).containsText("händelsen med bilagor");
    }

    @Test
    void whoMayNotDecideMakesNone() throws SQLException {
        openEvent(page);
        page.getByText("Ställ upp eller avsluta ett förbehåll").click();
        String address = page.url();
        page.locator("#ord").fill(WORDS);
        page.locator("#beslut").fill("KFN § 3");
        right("SEE");
        press(page, "Spara förbehållet");
        assertThat(launcher.number("SELECT COUNT(*) FROM reservation")).isZero();
        assertThat(page.request().get(address).status()).isEqualTo(404);
        openEvent(page);
        assertThat(page.getByText("Ställ upp eller avsluta ett förbehåll")).hasCount(0);
        assertThat(page.request()
                        .get(address.replaceAll("/[^/]+$", "/finns-inte"))
                        .status())
                .isEqualTo(404);
    }

    @Test
    void staffReadWhatIsWithheldFromThePartyAndWhy() {
        ObjectNode event = new SourceEvents(launcher).event("KUL 2026-7401", "Handlingar att pröva", PERSON);
        SourceEvents.data(event)
                .putArray("bilagor")
                .addObject()
                .put("namn", "Anmälan.txt")
                .put("mediatyp", "text/plain")
                .put("innehall", "SGVtbGlndA==")
                .putObject("undantagen")
                .put("lagrum", "OSL 26:5")
                .put("skal", "Risk för våld mot den som anmälde");
        new SourceEvents(launcher).signal(event);
        logIn(page);
        lookUp(page);
        line(page, "Handlingar att pröva").click();
        assertThat(page.locator("main")).containsText("Undantagna från partens insyn");
        assertThat(page.locator(".papers li"))
                .containsText("Sekretess enligt OSL 26:5. Skäl: Risk för våld mot den som anmälde");
        assertThat(page.locator(".papers li")).containsText("Parten får inte ens veta att dokumentet finns.");
        checkPage(page, "residents-withheld");
        String file = page.locator(".papers a").getAttribute("href");
        assertThat(page.request().get(file).text()).isEqualTo("Hemligt");
    }

    private static void openEvent(Page page) {
        logIn(page);
        lookUp(page);
        line(page, HEADLINE).click();
        assertThat(page.locator("h1")).hasText(HEADLINE);
    }

    private static void logIn(Page page) {
        page.navigate("/logga-in?till=/invanare");
        if (page.locator("#personnummer").count() == 0) {
            new Citizen(page).logIn(HANDLER);
        }
    }

    private static void lookUp(Page page) {
        page.navigate("/invanare");
        page.locator("#personnummer").fill(PERSON);
        page.getByLabel(GROUND).check();
        page.getByLabel("Personen, eller den som företräder").check();
        press(page, "Slå upp");
    }

    private static void openOwn(Page citizen) {
        citizen.navigate("/mina-sidor");
        new Citizen(citizen).logIn(PERSON);
        line(citizen, HEADLINE).first().click();
        assertThat(citizen.locator("h1")).hasText(HEADLINE);
    }

    private static Locator line(Page page, String text) {
        return page.locator(".events li a").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }
}
