package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A system manager with the source systems, from the first key to the last. Each test has a source of its own. */
class SourcesST extends BrowserTest {
    private static final String MANAGER = "systemforvaltare";
    private static final int FIGURES_MILLIS = 30_000;
    private static final long REVOKED_MILLIS = 2100;

    @Test
    void aNewSourceGetsAKeyThatIsShownOnceAndSendsByIt() {
        SourceDesk.logIn(page, MANAGER, "/kallsystem");
        assertThat(page.locator("table")).containsText("demo-verksamhet");
        checkPage(page, "sources");
        page.locator("main").getByText("Nytt källsystem").click();
        page.locator("#namn").fill("Kulturens system");
        page.locator("#natverk").fill("10.0.0.0/8\nhemma");
        page.locator("#grans").fill("tio");
        new Citizen(page).press("Registrera källsystemet");
        assertThat(page.locator(".summary a")).hasCount(6);
        assertThat(page.locator("#namn")).hasValue("Kulturens system");
        assertThat(page.locator("#natverk")).hasValue("10.0.0.0/8\nhemma");
        checkPage(page, "sources-faults");
        page.locator(".summary a").last().click();
        assertThat(page.locator("#natverk")).isFocused();

        page.locator("#namn-en").fill("The culture system");
        page.locator("#kod").fill("kultur");
        page.locator("#myndighet").selectOption("kommunstyrelsen");
        page.locator("input[name=arendetyp][value=KUL]").check();
        page.locator("#natverk").fill("127.0.0.0/8, ::1");
        page.locator("#grans").fill("100");
        page.locator("#grans").press("Enter");
        assertThat(page.locator("div.done")).containsText("Källsystemet är registrerat");
        assertThat(page.locator("main")).containsText("Systemet har ingen nyckel som gäller");

        String key = SourceDesk.newKey(page);
        checkPage(page, "sources-key");
        assertThat(page.url()).doesNotContain(key);
        page.reload();
        assertThat(page.locator("#nyckel")).hasCount(0);
        assertThat(page.locator("div.done")).containsText("kan inte visas igen");
        assertThat(page.content()).doesNotContain(key);

        assertThat(send(key, "KUL")).isEqualTo(200);
        assertThat(send(key, "BYGG")).isEqualTo(403);
        awaitText("Annat systems ärendetyp");
        assertThat(page.locator("h1")).containsText("Hörs");
        checkPage(page, "sources-source");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Spärra ")))
                .first()
                .click();
        assertThat(page.locator("main")).containsText("Det är den enda nyckel som gäller");
        checkPage(page, "sources-revoke");
        page.getByText("Tillbaka till källsystemet").first().click();
        page.getByText("Stäng källsystemet").click();
        checkPage(page, "sources-close");
    }

    @Test
    void keysAreChangedWithOverlapAndRevokedWithoutJavaScript() throws InterruptedException {
        try (BrowserContext plain = newVisitor(false)) {
            Page desk = plain.newPage();
            SourceDesk.logIn(desk, MANAGER, "/kallsystem");
            SourceDesk.register(desk, "byten", "Provets bytessystem");
            String old = SourceDesk.newKey(desk);
            assertThat(desk.locator("#nyckel + p")).containsText("Authorization: Bearer");
            desk.getByLabel("De slutar gälla om 7 dygn").check();
            String fresh = SourceDesk.newKey(desk);
            assertThat(desk.locator("main")).containsText("Gäller till");
            assertThat(send(old, "KUL")).isEqualTo(200);
            assertThat(send(fresh, "KUL")).isEqualTo(200);

            desk.getByRole(
                            AriaRole.LINK,
                            new Page.GetByRoleOptions().setName(Pattern.compile("^Spärra " + old.substring(0, 4))))
                    .click();
            assertThat(desk.locator("h1")).containsText("Spärra en nyckel till Provets bytessystem?");
            new Citizen(desk).press("Spärra nyckeln");
            assertThat(desk.locator("div.done")).containsText("Nyckeln är spärrad");
            Thread.sleep(REVOKED_MILLIS);
            assertThat(send(old, "KUL")).isEqualTo(401);
            assertThat(send(fresh, "KUL")).isEqualTo(200);

            desk.getByText("Stäng källsystemet").click();
            new Citizen(desk).press("Stäng källsystemet");
            assertThat(desk.locator("h1")).containsText("Stängt");
            Thread.sleep(REVOKED_MILLIS);
            assertThat(send(fresh, "KUL")).isEqualTo(401);
            new Citizen(desk).press("Öppna källsystemet igen");
            assertThat(send(fresh, "KUL")).isEqualTo(200);
            assertThat(desk.locator("#historik ~ .table")).containsText("Öppnat igen");
            assertThat(desk.locator("#historik ~ .table")).containsText("Förvalta Demostad");
        }
    }

    @Test
    void aChangeMadeMeanwhileIsToldAndNothingTypedIsLost() {
        SourceDesk.logIn(page, MANAGER, "/kallsystem");
        SourceDesk.register(page, "andringar", "Provets ändrade system");
        page.getByText("Ändra inställningarna").click();
        Page other = visitor.newPage();
        other.navigate("/kallsystem/andringar/andra");
        other.locator("#grans").fill("7");
        new Citizen(other).press("Spara ändringarna");
        assertThat(other.locator("main")).containsText("Högsta antal händelser i minuten ändrat från inget till 7");

        page.locator("#natverk").fill("192.0.2.0/24");
        new Citizen(page).press("Spara ändringarna");
        assertThat(page.locator(".summary")).containsText("Någon annan har ändrat källsystemet");
        assertThat(page.locator("#natverk")).hasValue("192.0.2.0/24");
        new Citizen(page).press("Spara ändringarna");
        assertThat(page.locator("div.done")).containsText("Ändringen är sparad");
        assertThat(page.locator("main")).containsText("Tillåtna nätverk ändrade från inget till 192.0.2.0/24");
    }

    @Test
    void silenceRaisesAnAlarmForManagersAndIsToldToCitizens() throws SQLException {
        SourceDesk.logIn(page, MANAGER, "/kallsystem");
        SourceDesk.register(page, "tyst", "Provets tysta system");
        launcher.change(
                "UPDATE source_system SET last_heard_at = UTC_TIMESTAMP(6) - INTERVAL 3 DAY WHERE code = 'tyst'");
        try (BrowserContext citizen = newVisitor(true);
                BrowserContext editor = newVisitor(true)) {
            page.navigate("/kallsystem/demo-verksamhet");
            assertThat(page.locator(".alarm")).containsText("Ett källsystem har varit tyst längre än väntat");
            page.locator(".alarm a").click();
            assertThat(page.locator("tbody tr").first()).containsText("Provets tysta system");
            assertThat(page.locator("tbody tr").first()).containsText("Tyst för länge");
            checkPage(page, "sources-silent");

            Page other = editor.newPage();
            SourceDesk.logIn(other, "redaktor", "/redaktor");
            assertThat(other.locator(".alarm")).hasCount(0);

            Page mine = citizen.newPage();
            SourceDesk.logIn(mine, Citizen.PERSON, "/mina-sidor");
            Locator late = mine.locator(".late").filter(new Locator.FilterOptions().setHasText("Provets tysta system"));
            assertThat(late).containsText("Händelser därifrån kan dröja. Det gäller: Kulturstipendium.");
            checkPage(mine, "sources-late");
            assertThat(new Api(launcher).get("/health/ready").text())
                    .as("how many, but to anybody not which")
                    .contains("\"silent\"")
                    .doesNotContain("tyst");
            assertThat(new Api(launcher).get("/metrics").text()).contains("knutpunkt_source_silent{source=\"tyst\"} 1");

            page.getByText("Provets tysta system").click();
            assertThat(page.locator(".callout.error").last()).containsText("Mina sidor säger");
            launcher.change("UPDATE source_system SET last_heard_at = UTC_TIMESTAMP(6) WHERE code = 'tyst'");
            page.reload();
            assertThat(page.locator(".alarm")).hasCount(0);
            mine.reload();
            assertThat(late).hasCount(0);
        } finally {
            // the other tests share this portal
            launcher.change("UPDATE source_system SET last_heard_at = UTC_TIMESTAMP(6) WHERE code = 'tyst'");
        }
    }

    @Test
    void aFileThatDoesNotComeIsGivenUpAndTheCitizenIsTold() {
        SourceEvents sender = new SourceEvents(launcher);
        ObjectNode event = sender.event("KUL 2026-9177", "Beslut med en bilaga som dröjer", Citizen.PERSON);
        SourceEvents.data(event)
                .putArray("bilagor")
                .addObject()
                .put("namn", "Beslut.pdf")
                .put("mediatyp", "application/pdf")
                .put("sha256", "ab".repeat(32));
        String id = sender.signal(event);
        String external = event.get("id").asText();
        try (BrowserContext citizen = newVisitor(true)) {
            Page mine = citizen.newPage();
            SourceDesk.logIn(mine, Citizen.PERSON, "/mina-sidor/handelse/" + id);
            assertThat(mine.locator("main")).containsText("Filen har inte kommit hit än");

            SourceDesk.logIn(page, MANAGER, "/kallsystem/demo-verksamhet");
            page.getByText("Visa bilagor som inte har kommit").click();
            assertThat(page.locator("main")).not().containsText("Beslut.pdf");
            checkPage(page, "source-files");
            page.locator("tr")
                    .filter(new Locator.FilterOptions().setHasText(external))
                    .locator("a")
                    .click();
            new Citizen(page).press("Sluta vänta");
            assertThat(page.locator(".summary a")).hasCount(1);
            checkPage(page, "source-files-give-up");
            page.locator("#skal").fill("Systemet är avställt");
            page.locator("#skal").press("Enter");
            assertThat(page.locator("div.done")).containsText("Ingen väntar längre på bilagan");
            assertThat(page.locator("#uppgivna + .table")).containsText("Systemet är avställt");
            checkPage(page, "source-files-given-up");
            page.getByText("Tillbaka till källsystemet").first().click();
            assertThat(page.locator("#historik ~ .table"))
                    .containsText("Slutade vänta på bilaga 1 till händelsen " + external);
            assertThat(page.navigate("/kallsystem/demo-verksamhet/bilagor/" + id + "/1")
                            .status())
                    .isEqualTo(404);

            mine.reload();
            assertThat(mine.locator("main")).containsText("Filen kommer inte");
        }
    }

    @Test
    void thePagesAreClosedToEveryoneElse() {
        for (String person : List.of("registrator", "redaktor", "behorighetsansvarig", "199004072394")) {
            try (BrowserContext other = newVisitor(true)) {
                Page door = other.newPage();
                SourceDesk.logIn(door, person, "/");
                for (String path : List.of(
                        "", "/nytt", "/demo-verksamhet", "/demo-verksamhet/sparra/1", "/demo-verksamhet/bilagor")) {
                    assertThat(door.navigate("/kallsystem" + path).status())
                            .as(person + path)
                            .isEqualTo(403);
                }
            }
        }
        SourceDesk.logIn(page, MANAGER, "/kallsystem");
        assertThat(page.navigate("/kallsystem/finns-inte").status()).isEqualTo(404);
        assertThat(page.navigate("/kallsystem/demo-verksamhet/sparra/999").status())
                .isEqualTo(404);
        assertThat(page.navigate("/registrator").status()).isEqualTo(403);
    }

    /** Figures are written every few seconds. */
    private void awaitText(String text) {
        long limit = System.nanoTime() + FIGURES_MILLIS * 1_000_000L;
        while (!page.content().contains(text)) {
            assertThat(System.nanoTime()).as("waited for: " + text).isLessThan(limit);
            page.waitForTimeout(500);
            page.reload();
        }
    }

    private int send(String key, String caseType) {
        String id = UUID.randomUUID().toString();
        String event = SourceDesk.event(id, caseType, caseType + " 2026-77", "Beslut om stipendium");
        Api api = new Api(launcher);
        return api.raw(api.events(key, Api.ONE, event.getBytes(StandardCharsets.UTF_8)))
                .statusCode();
    }
}
