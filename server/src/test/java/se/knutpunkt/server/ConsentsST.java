package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.sql.SQLException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A citizen lets staff see more, and takes it back. */
class ConsentsST extends BrowserTest {
    private static final String PERSON = "200004032389";
    private static final String CHILD = "201608122394";
    private static final String PATH = "/mina-sidor/samtycken";

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
    void nobodyGivesOneForAnotherNorAsAMinor() throws SQLException {
        FormBrowser child = new FormBrowser(address());
        FormBrowser.Answer shown = child.logIn(PATH, CHILD);
        assertThat(shown.page().text()).contains("under 18 år");
        assertThat(shown.page().select("form[action='" + PATH + "']")).isEmpty();
        logIn(page, PERSON);
        page.navigate(PATH);
        give(page, "byggnadsnämnden", "*", "ar");
        launcher.change("UPDATE consent SET party_id = (SELECT MIN(id) FROM party WHERE id <> party_id)");
        page.locator(".papers button").first().click();
        assertThat(page.locator("div.done")).containsText("redan inte längre");
        assertThat(launcher.number("SELECT COUNT(*) FROM consent WHERE taken_back_at IS NULL"))
                .isEqualTo(1);
        assertThat(new FormBrowser(address()).open(PATH).address().getPath()).doesNotContain("samtycken");
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
