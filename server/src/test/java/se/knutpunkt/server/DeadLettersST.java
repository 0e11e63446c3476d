package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.SQLException;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A system manager with events that were refused, sent through the public door. */
class DeadLettersST extends BrowserTest {
    private static final String MANAGER = "systemforvaltare";
    private static final String HEADLINE = "Hemligt avvisat stipendium";
    private static final int WORK_MILLIS = 30_000;

    @Test
    void aRefusedEventIsMendedAndReplayedAndIsThereOnce() throws SQLException {
        String broken = dead("st-brev-1", "KUL", HEADLINE)
                .replace("2026-11-20T12:05:00Z\", \"kund", "2026-11-20 12:05\", \"kund");
        assertThat(send(broken)).isEqualTo(422);
        assertThat(send(broken)).isEqualTo(422);
        SourceDesk.logIn(page, MANAGER, "/avvisade");
        checkPage(page, "deadletters");
        find(page, "st-brev-1");
        assertThat(page.locator("tbody").last()).containsText("Sänd 2 gånger");
        page.locator("td a").last().click();
        assertThat(page.locator("h1")).containsText("Följer inte kontraktet");
        assertThat(page.locator("#dokument-fel")).containsText("Tiden ska skrivas med tidszon");
        assertThat(page.locator("#dokument-fel")).containsText("/data/tidpunkt");
        checkPage(page, "deadletters-letter");

        page.locator("#dokument").fill("{ \"id\": \"st-brev-1\", ");
        new Citizen(page).press("Sänd in texten");
        assertThat(page.locator(".summary")).containsText("Händelsen avvisades igen");
        assertThat(page.locator("#dokument")).hasValue("{ \"id\": \"st-brev-1\", ");
        assertThat(page.locator("#dokument-fel")).containsText("Texten är inte JSON");
        checkPage(page, "deadletters-again");
        page.locator("details summary").first().click();
        String sent = page.locator("details pre").first().innerText();
        page.locator("#dokument").fill(sent.replace("2026-11-20 12:05", "2026-11-20T12:05:00Z"));
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Sänd in texten"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("div.done")).containsText("Händelsen är mottagen");
        assertThat(page.locator("#historik ~ .table")).containsText("Ändrad, insänd och mottagen");
        assertThat(page.locator("#historik ~ .table")).containsText("Förvalta Demostad");
        checkPage(page, "deadletters-taken");
        // the source has mended it too, and sends it
        assertThat(send(dead("st-brev-1", "KUL", HEADLINE))).isEqualTo(200);
        assertThat(launcher.number("SELECT COUNT(*) FROM case_event WHERE external_id = 'st-brev-1'"))
                .isEqualTo(1);
    }

    @Test
    void aConflictShowsBothEventsAndIsMendedWithoutJavaScript() {
        assertThat(send(dead("st-brev-2", "KUL", HEADLINE))).isEqualTo(200);
        assertThat(send(dead("st-brev-2", "KUL", HEADLINE + ", rättat"))).isEqualTo(409);
        SourceDesk.logIn(page, MANAGER, "/avvisade");
        find(page, "st-brev-2");
        page.locator("td a").last().click();
        checkPage(page, "deadletters-conflict");
        try (BrowserContext plain = newVisitor(false)) {
            Page desk = plain.newPage();
            SourceDesk.logIn(desk, MANAGER, "/avvisade");
            find(desk, "st-brev-2");
            desk.locator("td a").last().click();
            Locator beside = desk.locator("#jamfor ~ .table").first();
            assertThat(beside.locator("tr.current")).hasCount(1);
            assertThat(beside.locator("tr.current")).containsText(HEADLINE + ", rättat");
            assertThat(beside.locator("tr.current")).containsText("Skiljer");
            assertThat(beside).not().containsText("198003202390");
            // no checkPage here: axe waits for ever on a page whose scripts are off
            new Citizen(desk).press("Sänd in som den sändes");
            assertThat(desk.locator(".summary")).containsText("Samma id med annat innehåll");
            String text = desk.locator("#dokument").inputValue();
            desk.locator("#dokument").fill(text.replace("st-brev-2", "st-brev-2b"));
            new Citizen(desk).press("Sänd in texten");
            assertThat(desk.locator("div.done")).containsText("Händelsen är mottagen");
        }
    }

    @Test
    void allOfAKindAreReplayedWhenTheFaultIsMendedElsewhere() throws SQLException {
        for (int i = 0; i < 25; i++) {
            assertThat(send(dead("st-alla-" + i, "MED", HEADLINE))).isEqualTo(403);
        }
        assertThat(send(dead("st-alla-x", "FINNSEJ", HEADLINE))).isEqualTo(422);
        SourceDesk.logIn(page, MANAGER, "/kallsystem/demo-verksamhet");
        page.getByText("Visa de avvisade händelserna").click();
        assertThat(page.locator("h1")).containsText("Avvisade händelser");
        page.locator("#orsak").selectOption("NOT_AUTHORISED");
        page.locator("#arendetyp").selectOption("MED");
        new Citizen(page).press("Visa");
        assertThat(page.locator(".bar strong")).containsText("25 händelser");
        page.getByText("Äldre händelser").click();
        assertThat(page.locator("tbody").nth(1).locator("tr")).hasCount(5);
        page.getByText("Sänd in alla i urvalet").click();
        assertThat(page.locator("h1")).containsText("Sänd in 25 händelser?");
        checkPage(page, "deadletters-all");
        try {
            launcher.change("INSERT INTO source_case_type (source, case_type) VALUES ('demo-verksamhet', 'MED')");
            page.waitForTimeout(2500);
            new Citizen(page).press("Sänd in 25 händelser");
            assertThat(page.locator("div.done")).containsText("Händelserna sänds in");
            awaitText("25 mottagna");
        } finally {
            launcher.change("DELETE FROM source_case_type WHERE source = 'demo-verksamhet' AND case_type = 'MED'");
        }
        checkPage(page, "deadletters-works");
        assertThat(launcher.number("SELECT COUNT(*) FROM case_event WHERE external_id LIKE 'st-alla-%'"))
                .isEqualTo(25);
    }

    @Test
    void purgingNeedsAReasonAndLeavesNoContent() throws SQLException {
        assertThat(send(dead("st-bort-1", "FINNSEJ", HEADLINE))).isEqualTo(422);
        assertThat(send(dead("st-bort-2", "FINNSEJ", HEADLINE))).isEqualTo(422);
        SourceDesk.logIn(page, MANAGER, "/avvisade");
        page.locator("#id").fill("198003202390");
        new Citizen(page).press("Visa");
        assertThat(page.locator(".summary")).containsText("utan blanktecken och personnummer");
        assertThat(page.url()).doesNotContain("198003202390");
        assertThat(page.getByText("Gallra alla i urvalet")).hasCount(0);
        assertThat(page.navigate("/avvisade/alla/gallra?fel-id=1").status()).isEqualTo(404);
        page.goBack();
        checkPage(page, "deadletters-faults");
        find(page, "st-bort-1");
        page.locator("td a").last().click();
        page.getByText("Gallra händelsen").click();
        new Citizen(page).press("Gallra händelsen");
        assertThat(page.locator(".summary")).containsText("Skriv varför");
        checkPage(page, "deadletters-purge");
        page.locator("#skal").fill("Provhändelse");
        page.locator("#skal").press("Enter");
        assertThat(page.locator("div.done")).containsText("Händelsen är gallrad");
        assertThat(page.locator("main")).not().containsText(HEADLINE);
        assertThat(page.locator("#historik ~ .table")).containsText("Skäl: Provhändelse");

        page.navigate("/avvisade?lage=WAITING&id=st-bort-2");
        page.getByText("Gallra alla i urvalet").click();
        page.locator("#skal").fill("Provhändelser");
        new Citizen(page).press("Gallra händelsen");
        awaitText("1 gallrade");
        assertThat(launcher.number("SELECT COUNT(*) FROM dead_letter WHERE external_id LIKE 'st-bort-%'"
                        + " AND document_sealed IS NOT NULL"))
                .isZero();
        assertThat(new Api(launcher).get("/metrics").text()).contains("knutpunkt_dead_letters");
    }

    @Test
    void thePagesAreClosedToEveryoneElse() {
        for (String person : List.of("registrator", "redaktor", "behorighetsansvarig", "199004072394")) {
            try (BrowserContext other = newVisitor(true)) {
                Page door = other.newPage();
                SourceDesk.logIn(door, person, "/");
                for (String path : List.of("", "/1", "/1/gallra", "/alla/sand", "/alla/gallra")) {
                    assertThat(door.navigate("/avvisade" + path).status())
                            .as(person + path)
                            .isEqualTo(403);
                }
            }
        }
        SourceDesk.logIn(page, MANAGER, "/avvisade?kalla=finns-inte&lage=");
        assertThat(page.locator("main")).containsText("Ingen avvisad händelse stämmer med urvalet");
        assertThat(page.navigate("/avvisade/999999999").status()).isEqualTo(404);
        assertThat(page.navigate("/avvisade/1/finns-inte").status()).isEqualTo(404);
    }

    private static void find(Page desk, String id) {
        desk.locator("#id").fill(id);
        desk.locator("#id").press("Enter");
        assertThat(desk.locator(".bar strong")).containsText("En händelse");
    }

    /** Work is looked for every few seconds. */
    private void awaitText(String text) {
        long limit = System.nanoTime() + WORK_MILLIS * 1_000_000L;
        while (!page.locator("main").innerText().contains(text)) {
            assertThat(System.nanoTime()).as("waited for: " + text).isLessThan(limit);
            page.waitForTimeout(500);
            page.reload();
        }
    }

    private int send(String event) {
        return new Api(launcher).post(Api.ONE, event).status();
    }

    private static String dead(String id, String caseType, String headline) {
        return SourceDesk.event(id, caseType, caseType + " 2026-88", headline);
    }
}
