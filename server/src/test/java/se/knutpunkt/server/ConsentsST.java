package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A citizen lets staff see more, and takes it back. */
class ConsentsST extends BrowserTest {
    private static final String PERSON = "200004032389";
    private static final String CHILD = "201608122394";
    private static final String GUARDIAN = "196006172818";
    private static final String PATH = "/mina-sidor/samtycken";
    private static final Map<String, String> CONSENT = Map.of("om", "byggnadsnämnden", "till", "*", "tid", "manad");

    @BeforeEach
    void withoutConsents() throws SQLException {
        launcher.change("DELETE FROM consent");
    }

    @Test
    void aConsentIsGivenReplacedAndTakenBack() throws SQLException {
        logIn(page, PERSON);
        page.locator("aside").getByText("Samtycken").click();
        assertThat(page.locator("main")).containsText("Du har inte lämnat något samtycke");
        checkPage(page, "consents-none");

        give(page, "omsorgsnämnden", "*", "manad");
        assertThat(page.locator("div.done")).containsText("gäller från nu");
        assertThat(page.locator(".papers li")).hasCount(1);
        assertThat(page.locator(".papers li")).containsText("Kontaktcenter får se mina ärenden hos");
        // to the same about the same: only the time is another
        give(page, "omsorgsnämnden", "*", "ar");
        give(page, "omsorgsnämnden", "byggnadsnämnden", "halvar");
        assertThat(page.locator(".papers").first().locator("li")).hasCount(2);
        assertThat(page.locator(".papers").last().locator("li")).hasCount(1);
        checkPage(page, "consents");
        assertThat(launcher.number("SELECT COUNT(*) FROM consent WHERE taken_back_at IS NULL"))
                .isEqualTo(2);

        page.locator(".papers button").first().click();
        assertThat(page.locator("div.done")).containsText("gäller inte längre");
        page.locator(".papers button").first().click();
        assertThat(page.locator("main")).containsText("Du har inte lämnat något samtycke");
        assertThat(page.locator("main")).containsText("Tillbakataget");
    }

    @Test
    void whatIsMissingIsToldAndWhatWasChosenStays() {
        logIn(page, PERSON);
        page.navigate(PATH);
        new Citizen(page).press("Lämna samtycket");
        assertThat(page.locator(".summary a")).hasCount(3);
        checkPage(page, "consents-faults");

        give(page, "byggnadsnämnden", "byggnadsnämnden", "manad");
        assertThat(page.locator(".summary a")).hasCount(1);
        assertThat(page.locator("#till-fel")).containsText("Nämnden ser redan sina egna ärenden");
        assertThat(page.locator("#om")).hasValue("byggnadsnämnden");
        assertThat(page.locator("[name=tid][value=manad]")).isChecked();
        assertThat(page.url()).doesNotContain("byggnad");
    }

    @Test
    void itWorksByKeyboardAndWithoutJavaScript() {
        try (BrowserContext plain = newVisitor(false)) {
            Page own = plain.newPage();
            logIn(own, PERSON);
            own.navigate(PATH);
            own.locator("#om").selectOption("byggnadsnämnden");
            own.locator("#till").selectOption("*");
            own.locator("[name=tid][value=ar]").focus();
            own.keyboard().press("Space");
            own.keyboard().press("Tab");
            own.keyboard().press("Enter");
            assertThat(own.locator("div.done")).containsText("gäller från nu");
        }
    }

    @Test
    void nobodyTakesBackThatOfAnother() throws SQLException {
        logIn(page, PERSON);
        page.navigate(PATH);
        give(page, "byggnadsnämnden", "*", "ar");
        launcher.change("UPDATE consent SET party_id = (SELECT MIN(id) FROM party WHERE id <> party_id)");
        page.locator(".papers button").first().click();
        assertThat(page.locator("div.done")).containsText("redan inte längre");
        assertThat(living()).isEqualTo(1);
        assertThat(new FormBrowser(address()).open(PATH).address().getPath()).doesNotContain("samtycken");
    }

    /** The page of a minor has no form; so the form comes from the time when the same login was somebody of age. */
    @Test
    void nobodyGivesOneAsAMinor() throws SQLException {
        FormBrowser browser = new FormBrowser(address());
        FormBrowser.Answer ofMinor = browser.logIn(PATH, CHILD);
        assertThat(ofMinor.page().text()).contains("under 18 år");
        assertThat(ofMinor.page().select("form[action='" + PATH + "']")).isEmpty();
        long login = launcher.number("SELECT MAX(id) FROM login");
        new FormBrowser(address()).logIn("/mina-sidor", PERSON);
        long minor = launcher.number("SELECT party_id FROM login WHERE id = " + login);
        long grown = launcher.number("SELECT party_id FROM login ORDER BY id DESC LIMIT 1");
        become(login, grown);
        FormBrowser.Answer ofGrown = browser.open(PATH);
        become(login, minor);

        assertThat(sent(browser, ofGrown).status()).isEqualTo(403);
        assertThat(living()).as("given by a minor").isZero();

        become(login, grown);
        assertThat(sent(browser, ofGrown).page().text()).contains("gäller från nu");
        assertThat(living()).as("the very same form of somebody of age").isEqualTo(1);
    }

    @Test
    void nobodyGivesOneWhileActingForAnother() throws SQLException {
        FormBrowser browser = new FormBrowser(address());
        FormBrowser.Answer own = browser.logIn(PATH, GUARDIAN);
        String child = browser.open("/mina-sidor").page().select("a[href*=/agera/]").stream()
                .filter(link -> link.text().contains("Sixten"))
                .findFirst()
                .orElseThrow()
                .absUrl("href");
        FormBrowser.Answer acting = browser.submit(browser.open(child).form("[action*=/agera]"), Map.of());
        assertThat(acting.page().select(".acting")).hasSize(1);

        FormBrowser.Answer shown = browser.open(PATH);
        assertThat(shown.page().select("h1").text()).isEqualTo("Det här gäller dig själv");
        assertThat(shown.page().select("form[action='" + PATH + "']")).isEmpty();
        assertThat(sent(browser, own).status()).as("a form of another tab").isEqualTo(409);
        String role =
                acting.form(":has([name=_for])").selectFirst("[name=_for]").attr("value");
        Map<String, String> forChild = new HashMap<>(CONSENT);
        forChild.put("_for", role);
        FormBrowser.Answer forged = browser.submit(own.form("[action='" + PATH + "']"), forChild);
        assertThat(forged.status())
                .as("the same as if it were shown for the child")
                .isEqualTo(403);
        assertThat(living()).as("given for a child").isZero();

        browser.submit(acting.form("[action$=/sluta]"), Map.of());
        assertThat(sent(browser, own).page().text()).contains("gäller från nu");
        assertThat(living()).as("the very same form as oneself").isEqualTo(1);
    }

    /** The person of a login is another from now on. */
    private void become(long login, long party) throws SQLException {
        launcher.change("UPDATE login SET party_id = " + party + " WHERE id = " + login);
    }

    /** Sends the form of the page with all that it asks for. */
    private static FormBrowser.Answer sent(FormBrowser browser, FormBrowser.Answer page) {
        return browser.submit(page.form("[action='" + PATH + "']"), CONSENT);
    }

    private long living() throws SQLException {
        return launcher.number("SELECT COUNT(*) FROM consent WHERE taken_back_at IS NULL");
    }

    @Test
    void whatOneConsentsToIsSeenUntilItIsTakenBack() {
        SourceEvents source = new SourceEvents(launcher);
        ObjectNode event = source.event("KUL 2026-7300", "Stipendiet är klart för utbetalning", PERSON);
        source.signal(event);
        try (BrowserContext centre = newVisitor(true)) {
            Page desk = centre.newPage();
            desk.navigate("/logga-in?till=/invanare");
            new Citizen(desk).logIn("kontaktcenter");
            lookUp(desk);
            assertThat(desk.locator("main")).not().containsText("klart för utbetalning");

            logIn(page, PERSON);
            page.navigate(PATH);
            give(page, "kultur-och-fritidsnämnden", "*", "manad");
            desk.reload();
            assertThat(desk.locator(".events")).containsText("klart för utbetalning");

            page.locator(".papers button").first().click();
            desk.reload();
            assertThat(desk.locator("main")).not().containsText("klart för utbetalning");
        }
    }

    @Test
    void aBranchIsChosenByItself() throws SQLException {
        logIn(page, PERSON);
        page.navigate(PATH);
        give(page, "barn-och-utbildningsnämnden/förskola", "barn-och-utbildningsnämnden", "ar");
        assertThat(page.locator(".papers li").first())
                .containsText("får se mina ärenden hos Barn- och utbildningsnämnden – Förskola");
        give(page, "barn-och-utbildningsnämnden", "barn-och-utbildningsnämnden", "ar");
        assertThat(page.locator("#till-fel")).containsText("Nämnden ser redan sina egna ärenden");
        assertThat(launcher.number("SELECT COUNT(*) FROM consent WHERE about_branch = 'förskola'"
                        + " AND to_authority = 'barn-och-utbildningsnämnden' AND to_branch IS NULL"))
                .isEqualTo(1);
    }

    private static void lookUp(Page desk) {
        desk.locator("#personnummer").fill(PERSON);
        desk.getByLabel("Kontaktcenter").check();
        desk.locator("[name=skal][value=ASKED]").check();
        new Citizen(desk).press("Slå upp");
        assertThat(desk.locator("h1")).hasText("Invånarens händelser");
    }

    private static void logIn(Page page, String person) {
        page.navigate("/mina-sidor");
        new Citizen(page).logIn(person);
    }

    private static void give(Page page, String about, String to, String time) {
        page.locator("#om").selectOption(about);
        page.locator("#till").selectOption(to);
        page.locator("[name=tid][value=" + time + "]").check();
        new Citizen(page).press("Lämna samtycket");
    }
}
