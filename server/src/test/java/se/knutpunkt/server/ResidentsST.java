package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Staff look people up, each by one ground at a time. */
class ResidentsST extends BrowserTest {
    private static final String PERSON = "196006172818";
    private static final String CHILD = "201608122394";
    private static final String PROTECTED = "196409294698";
    private static final String CENTRE = "kontaktcenter";
    private static final String CULTURE = "handlaggare-kultur";
    private static final String ELDERLY = "handlaggare-aldre";
    private static final String FEW = "skyddshandlaggare";
    private static final String NOTHING = "Inget att visa på den här grunden";

    private SourceEvents source;
    private BrowserContext other;

    @BeforeEach
    void signal() {
        source = new SourceEvents(launcher);
        source.signalFigure();
    }

    @AfterEach
    void closeOther() throws SQLException {
        if (other != null) {
            other.close();
        }
        protect(false);
    }

    @Test
    void theContactCentreSeesWhatTheRulesShowItAndMoreByADelegation() {
        logIn(page, CENTRE, "/");
        page.getByRole(AriaRole.LINK, link("Invånare")).click();
        assertThat(page.locator("h1")).hasText("Slå upp en invånare");
        checkPage(page, "residents-form");
        press(page, "Slå upp");
        assertThat(page.locator(".summary a")).hasText(new String[] {
            "Skriv ett personnummer eller samordningsnummer.",
            "Välj på vilken grund du slår upp personen.",
            "Välj varför du slår upp personen."
        });
        checkPage(page, "residents-faults");
        page.locator(".summary a").first().click();
        assertThat(page.locator("#personnummer")).isFocused();
        page.locator("#personnummer").fill("19600617-2819");
        page.getByLabel("Kontaktcenter").check();
        page.getByLabel("Annat skäl").check();
        page.locator("#personnummer").press("Enter");
        assertThat(page.locator(".summary a")).hasText(new String[] {
            "Personnumret stämmer inte. Kontrollera siffrorna.", "Skriv ett ärendenummer eller en kort förklaring."
        });
        assertThat(page.locator("#personnummer")).hasValue("19600617-2819");
        assertThat(page.getByLabel("Annat skäl")).isChecked();
        assertThat(page.url()).doesNotContain("1960").doesNotContain("2819");

        page.locator("#personnummer").fill("19600617-2818");
        page.locator("#anteckning").fill("Frågar om sitt stipendium");
        press(page, "Slå upp");
        assertThat(page.locator("h1")).hasText("Invånarens händelser");
        assertThat(page.locator(".facts")).containsText("19600617-2818");
        assertThat(page).hasURL(Pattern.compile(".*/invanare/[A-Za-z0-9_-]{43}/[A-Za-z0-9_-]{16}$"));
        assertThat(page.title()).doesNotContain("1960");
        assertThat(line("En ansökan har kommit in").first()).containsText("Bara sammanfattning");
        assertThat(page.locator("main")).not().containsText("stipendium");
        assertThat(page.locator("main")).not().containsText("Barnomsorg");
        checkPage(page, "residents-centre");
        line("En ansökan har kommit in").first().click();
        assertThat(page.locator("main")).containsText("Du ser att något har hänt, men inte vad.");
        assertThat(page.locator("main")).not().containsText("stipendier");
        assertThat(page.title()).doesNotContain("1960");
        checkPage(page, "residents-event-summary");

        lookUp(page, CHILD, "Kontaktcenter");
        assertThat(page.locator(".events li.closed").first()).containsText("som du inte får läsa");
        assertThat(page.locator(".events a")).hasCount(0);
        checkPage(page, "residents-exists");
        // one click, and by the delegation alone
        page.locator(".rail a")
                .filter(new Locator.FilterOptions().setHasText("BUN 2026-10-13 § 71"))
                .click();
        assertThat(line("Barnomsorgsplats tilldelad")).isVisible();
        assertThat(page.locator(".facts").first()).containsText("Delegation från Barn- och utbildningsnämnden");
        checkPage(page, "residents-delegation");
        assertNothingPersonalIn("/invanare", PERSON, CHILD);
    }

    /** Neither the portal's log nor its addresses tell whom staff look up. */
    private void assertNothingPersonalIn(String path, String... numbers) {
        try (var files = Files.walk(launcher.data())) {
            for (var file : files.filter(one -> one.toString().endsWith(".log")).toList()) {
                String text = Files.readString(file, StandardCharsets.ISO_8859_1);
                for (String number : numbers) {
                    assertThat(text.lines().filter(line -> line.contains(path)))
                            .as(file.toString())
                            .noneMatch(line -> line.contains(number) || line.contains(number.substring(2)));
                }
            }
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    @Test
    void aHandlerSeesTheOwnAuthorityWholeAndNothingOfOthers() throws IOException {
        source.signalWithFile("KUL 2026-7001", "Beslut med fil", PERSON, "Beslut.txt");
        ObjectNode internal = source.event("KUL 2026-7001", "Internt samråd", PERSON);
        SourceEvents.data(internal).put("visasForMedborgaren", false);
        source.signal(internal);
        logIn(page, CULTURE, "/invanare");
        assertThat(page.locator("input[name=grund]")).isChecked();
        lookUp(page, PERSON, "Handläggare, Kultur- och fritidsnämnden");
        assertThat(line("Ansökan om kulturstipendium avslagen")).isVisible();
        assertThat(line("Bygglovsansökan")).hasCount(0);
        assertThat(line("Internt samråd")).containsText("Visas inte för invånaren");
        checkPage(page, "residents-handler");
        line("Internt samråd").click();
        assertThat(page.locator("main")).containsText("Lämna inte ut det utan prövning (OSL 10:3).");
        page.goBack();
        line("Beslut med fil").click();
        assertThat(page.locator("main")).containsText("Andra stycket.");
        checkPage(page, "residents-event");
        Download file = page.waitForDownload(() -> page.getByText("Beslut.txt").click());
        assertThat(Files.readString(file.path())).isEqualTo(SourceEvents.FILE_TEXT);
        page.getByRole(AriaRole.LINK, link("KUL 2026-7001")).click();
        assertThat(line("Internt samråd")).isVisible();
        assertThat(line("kulturstipendium")).hasCount(0);
        checkPage(page, "residents-case");
        // no contact data of anybody
        assertThat(page.locator("main")).not().containsText("@");

        lookUp(page, CHILD, "Handläggare, Kultur- och fritidsnämnden");
        assertThat(page.locator("main")).containsText(NOTHING);
        checkPage(page, "residents-nothing");
    }

    @Test
    void itWorksWithoutJavaScriptAndByKeyboardWithOneGroundAtATime() {
        other = newVisitor(false);
        Page plain = other.newPage();
        logIn(plain, ELDERLY, "/invanare");
        plain.locator("#personnummer").fill(PERSON);
        plain.getByLabel("Handläggare, Omsorgsnämnden – Äldreomsorg").check();
        plain.getByLabel("Personen, eller den som företräder").check();
        plain.locator("#personnummer").press("Enter");
        assertThat(plain.locator("main")).containsText(NOTHING);
        Locator delegated =
                plain.locator(".rail a").filter(new Locator.FilterOptions().setHasText("KFN 2026-10-06 § 54"));
        delegated.focus();
        plain.keyboard().press("Enter");
        assertThat(plain.locator("main")).containsText("Ansökan om kulturstipendium avslagen");
        assertThat(plain.locator("main")).not().containsText("Bygglov");
        assertThat(delegated).hasAttribute("aria-current", "true");
    }

    @Test
    void onlyTheFewSeeWhoeverIsProtected() throws SQLException {
        String id = source.signal(source.event("KUL 2026-7002", "Skyddat beslut", PROTECTED));
        protect(true);
        logIn(page, CULTURE, "/invanare");
        lookUp(page, PROTECTED, "Handläggare, Kultur- och fritidsnämnden");
        assertThat(page.locator("main")).containsText(NOTHING);
        assertThat(page.locator("main")).not().containsText("skydd");
        assertThat(page.navigate(page.url() + "/handelse/" + id).status()).isEqualTo(404);

        other = newVisitor(true);
        Page few = other.newPage();
        logIn(few, FEW, "/invanare");
        assertThat(few.locator("main")).containsText("Du får slå upp personer med skyddade personuppgifter.");
        lookUp(few, PROTECTED, "Handläggare, Kultur- och fritidsnämnden");
        assertThat(few.locator(".callout.error")).containsText("Personen har skyddade personuppgifter");
        few.locator(".events a").first().click();
        assertThat(few.locator("h1")).hasText("Skyddat beslut");
        assertThat(few.locator(".callout.error")).isVisible();
        checkPage(few, "residents-protected");
    }

    @Test
    void aLookUpIsOfItsLoginAndOver() throws SQLException {
        logIn(page, CULTURE, "/invanare");
        lookUp(page, PERSON, "Handläggare, Kultur- och fritidsnämnden");
        String address = page.url();
        other = newVisitor(true);
        Page colleague = other.newPage();
        logIn(colleague, FEW, "/invanare");
        colleague.navigate(address);
        assertThat(colleague.locator(".callout").first()).containsText("Uppslaget har gått ut");
        assertThat(colleague.locator("main")).not().containsText("stipendium");

        assertThat(page.navigate(address + "/handelse/finns-inte").status()).isEqualTo(404);
        assertThat(page.navigate(address + "?fore=skrap").status()).isEqualTo(400);
        assertThat(page.navigate("/invanare/kort/kort").status()).isEqualTo(404);
        try (Connection database = launcher.database();
                PreparedStatement update = database.prepareStatement("UPDATE staff_look SET ends_at = '2020-01-01'")) {
            update.executeUpdate();
        }
        page.navigate(address);
        assertThat(page.locator("[role=status]")).containsText("Uppslaget har gått ut");
    }

    @Test
    void othersMayNotComeIn() {
        for (String staff : new String[] {"redaktor", "systemforvaltare", "behorighetsansvarig", "insynsansvarig"}) {
            try (BrowserContext visitor = newVisitor(true)) {
                Page desk = visitor.newPage();
                logIn(desk, staff, "/sekretess");
                assertThat(desk.getByRole(AriaRole.LINK, link("Invånare"))).hasCount(0);
                assertThat(desk.navigate("/invanare").status()).as(staff).isEqualTo(403);
            }
        }
        for (String staff : new String[] {"registrator", "granskare", CENTRE}) {
            try (BrowserContext visitor = newVisitor(true)) {
                Page desk = visitor.newPage();
                logIn(desk, staff, "/sekretess");
                assertThat(desk.navigate("/invanare").status()).as(staff).isEqualTo(200);
                assertThat(desk.locator("input[name=grund]").first()).isVisible();
            }
        }
        try (BrowserContext visitor = newVisitor(true)) {
            Page citizen = visitor.newPage();
            citizen.navigate("/invanare");
            assertThat(citizen).hasURL(Pattern.compile(".*/(demo-eid|logga-in).*"));
            logIn(citizen, "198003202390", "/mina-sidor");
            assertThat(citizen.navigate("/invanare").status()).isEqualTo(403);
        }
    }

    private static void lookUp(Page page, String person, String ground) {
        page.navigate("/invanare");
        page.locator("#personnummer").fill(person);
        page.getByLabel(ground).check();
        page.getByLabel("Jag arbetar med ett ärende").check();
        page.locator("#anteckning").fill("KUL 2026-17");
        press(page, "Slå upp");
    }

    private void protect(boolean isProtected) throws SQLException {
        try (Connection database = launcher.database();
                PreparedStatement update = database.prepareStatement("UPDATE party p"
                        + " JOIN case_event_subject s ON s.party_id = p.id JOIN case_event e ON e.id = s.event_id"
                        + " JOIN case_file c ON c.id = e.case_id"
                        + " SET p.protected_identity = ? WHERE c.case_number = 'KUL 2026-7002'")) {
            update.setBoolean(1, isProtected);
            update.executeUpdate();
        }
    }

    private Locator line(String text) {
        return page.locator(".events li a").filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void press(Page page, String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void logIn(Page page, String person, String path) {
        page.navigate("/logga-in?till=" + path);
        new Citizen(page).logIn(person);
    }
}
