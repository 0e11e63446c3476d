package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Who may see what, read and changed by two policy keepers. The rules that are made here are for capacities that nobody has
 * in the demonstration, so that no other test sees a difference.
 */
class PolicyST extends BrowserTest {
    private static final String KEEPER = "insynsansvarig";
    private static final String SECOND = "insynsansvarig-2";
    private static final String REASON = "Nämndens beslut den 20 november 2026";
    private static final int MOST_STOPS = 120;

    private BrowserContext other;

    @AfterEach
    void closeOther() {
        if (other != null) {
            other.close();
        }
    }

    @Test
    void theRulesAreReadFilteredAndSearched() {
        logIn(page, KEEPER, "/insyn");
        assertThat(page.locator("main"))
                .containsText("Vårdnadshavare till barn 12–14 år ser ingenting av det som är sekretessmärkt.");
        assertThat(page.locator("main")).containsText("SoL 21:1");
        assertThat(page.locator("main")).containsText(Pattern.compile("Version [0-9]+ gäller sedan"));
        checkPage(page, "policy-rules");

        page.locator("#vem").selectOption("GUARDIAN");
        page.locator("#plats").selectOption("SECTOR:SOCIAL_SERVICES");
        press(page, "Visa reglerna");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page).hasURL(Pattern.compile(".*plats=SECTOR.*vem=GUARDIAN.*"));
        page.getByText("Visa alla regler").click();
        page.locator("#q").fill("elevhälsan mognad");
        page.locator("#q").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("EHM-VH-12-17");
        assertThat(page.locator("#q")).hasValue("elevhälsan mognad");
        assertThat(page.url()).contains("sok=").doesNotContain("mognad");
        page.locator("#q").fill("finns inte alls");
        page.locator("#q").press("Enter");
        assertThat(page.locator("main")).containsText("Ingen regel stämmer");
    }

    @Test
    void whoSeesAnEventIsTriedOutWithoutLookingAnybodyUp() {
        logIn(page, KEEPER, "/insyn");
        page.locator(".rail").getByText("Vem ser händelsen?").click();
        page.locator("#typ").selectOption("FÖR");
        page.locator("#slag").fill("BESLUT");
        page.locator("#slag").press("Enter");
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("SKOLA-VH-16-17")))
                .containsText("Vårdnadshavare, den det gäller är 16–17 år");
        assertThat(page.locator("tbody tr").filter(new Locator.FilterOptions().setHasText("SKOLA-KC")))
                .containsText("Att något finns");
        assertThat(page.locator("main")).containsText("Då finns ingen vårdnadshavare");
        checkPage(page, "policy-try");

        page.getByLabel("Hemlig för vårdnadshavare").check();
        press(page, "Visa vem som ser");
        assertThat(page.locator("tbody")).containsText("Händelsen är hemlig för vårdnadshavaren");
        assertThat(page.getByLabel("Hemlig för vårdnadshavare")).isChecked();

        page.locator("#kalla").fill("demo-verksamhet");
        page.locator("#id").fill("finns-inte");
        press(page, "Hämta händelsen");
        assertThat(page.locator("[role=alert]")).containsText("Det finns ingen händelse");
        assertThat(page.url()).doesNotContain("finns-inte");
    }

    @Test
    void whatOnlyTightensIsInForceAtOnce() {
        logIn(page, KEEPER, "/insyn/ny");
        press(page, "Granska ändringen");
        assertThat(page.locator(".summary a")).hasCount(6);
        checkPage(page, "policy-faults");
        page.locator(".summary a").first().click();
        assertThat(page.locator("#nyckel")).isFocused();
        fill(page, "ST-GRANSKARE", "AUDITOR", "HIDDEN");
        page.locator("#alder-fran").fill("tolv");
        page.locator("#nyckel").press("Enter");
        assertThat(page.locator(".summary a")).hasText("Skriv åldern i hela år, 0–149.");
        assertThat(page.locator("#alder-fran")).hasValue("tolv");
        assertThat(page.locator("#skal")).hasValue(REASON);
        assertThat(page.url()).doesNotContain("beslut");
        page.locator("#alder-fran").fill("");
        page.locator("#alder-fran").press("Enter");

        assertThat(page.locator(".callout")).containsText("skärper bara");
        assertThat(page.locator("main")).containsText("Ingen händelse som finns visas annorlunda för någon.");
        page.locator("main").getByText("Ändra det du skrev").click();
        assertThat(page.locator("#ord")).hasValue("Prov å ä ö.");
        assertThat(page.locator(".summary")).hasCount(0);
        press(page, "Granska ändringen");
        checkPage(page, "policy-tightens");
        press(page, "Låt ändringen gälla nu");
        assertThat(page.locator("div.done")).hasText("Ändringen gäller nu.");
        assertThat(page.locator(".timeline")).containsText("Insyna Demostad ändrade reglerna");
        assertThat(page.locator(".timeline")).containsText(REASON);
        page.navigate("/insyn?vem=AUDITOR");
        assertThat(page.locator("tbody")).containsText("Den som granskar hur reglerna följs ser ingenting.");

        page.getByRole(AriaRole.LINK, named("Ändra ST-GRANSKARE")).click();
        page.locator("#skal").fill(REASON);
        press(page, "Granska ändringen");
        assertThat(page.locator(".summary a")).hasText("Inget är ändrat. Ändra något i regeln, eller avbryt.");

        page.navigate("/insyn/rad/ST-GRANSKARE/ta-bort");
        press(page, "Ta bort regeln nu");
        assertThat(page.locator(".summary a")).containsText("Skriv varför");
        checkPage(page, "policy-remove");
        page.locator("#skal").fill(REASON);
        press(page, "Ta bort regeln nu");
        assertThat(page.locator("div.done")).hasText("Ändringen gäller nu.");
        page.navigate("/insyn?vem=AUDITOR");
        assertThat(page.locator("tbody")).hasCount(0);
    }

    @Test
    void whatLoosensIsLetBeBySomebodyElse() {
        logIn(page, KEEPER, "/insyn/ny");
        propose(page, "ST-ÖPPEN", "AUDITOR", "FULL");
        String address = page.url().replaceAll("\\?.*", "");
        assertThat(page.locator("main")).containsText("Du har själv föreslagit ändringen");
        assertThat(page.getByText("Godkänn ändringen")).hasCount(0);
        checkPage(page, "policy-own-change");
        page.locator("#skal").fill("Jag litar på mig själv");
        page.evaluate("document.querySelector('button[name=beslut]').value = 'godkann'");
        press(page, "Ta tillbaka ändringen");
        assertThat(page.locator("#nej")).containsText("Du kan inte godkänna en ändring som du själv har föreslagit");
        assertThat(page.locator("h1")).containsText("Väntar på beslut");
        page.navigate("/insyn?vem=AUDITOR");
        assertThat(page.locator("tbody")).hasCount(0);

        Page second = second(true);
        logIn(second, SECOND, "/insyn/andringar");
        assertThat(second.locator("table").first()).containsText("Ny: ST-ÖPPEN");
        checkPage(second, "policy-changes");
        second.navigate(address);
        press(second, "Godkänn ändringen");
        assertThat(second.locator(".summary a")).containsText("Skriv varför");
        second.locator("#skal").fill("Läst och stämmer");
        checkPage(second, "policy-approve");
        press(second, "Godkänn ändringen");
        assertThat(second.locator("div.done")).hasText("Du har godkänt ändringen. Den gäller nu.");
        assertThat(second.locator(".timeline")).containsText("Insyna Demostad föreslog ändringen");
        assertThat(second.locator(".timeline")).containsText("Andra Demostad godkände ändringen");
        second.navigate("/insyn?vem=AUDITOR");
        assertThat(second.locator("tbody")).containsText("ser allt");
        assertThat(second.locator("main")).containsText("godkänd av Andra Demostad");

        second.navigate("/insyn/rad/ST-ÖPPEN/ta-bort");
        second.locator("#skal").fill("Provet är slut");
        press(second, "Ta bort regeln nu");
        assertThat(second.locator("div.done")).isVisible();
    }

    @Test
    void whatAChangeMeansForTheEventsThatThereAreIsShownBeforeItIsSent() {
        logIn(page, KEEPER, "/insyn/ny");
        fill(page, "ST-VERKAN", "PUBLIC", "EXISTS");
        press(page, "Granska ändringen");
        Locator effect = page.locator("main");
        assertThat(effect).containsText("jämfört med reglerna som gäller nu");
        assertThat(page.locator("dt", new Page.LocatorOptions().setHasText("Händelser som visas mer")))
                .isVisible();
        assertThat(page.locator("dt", new Page.LocatorOptions().setHasText("Händelser som visas mindre")))
                .hasCount(0);
        Locator row = page.locator("table.policy tbody tr").first();
        assertThat(row.locator("td").first()).containsText(Pattern.compile("\\([A-ZÅÄÖ-]+\\)"));
        assertThat(row).containsText(Pattern.compile("Ingenting.*Att något finns"));
        assertThat(row.locator("td").nth(1)).containsText(Pattern.compile("färre än fem|[0-9]+"));
        checkPage(page, "policy-effect");
        row.locator("a").click();
        assertThat(page.locator("#svar")).isVisible();
        page.goBack();
        press(page, "Skicka ändringen till godkännande");
        assertThat(page.locator("#verkan")).isVisible();
        assertThat(page.locator("table.policy tbody tr").first()).isVisible();
        String waiting = page.url().replaceAll("\\?.*", "");
        page.locator("#skal").fill("Provet är slut");
        press(page, "Ta tillbaka ändringen");
        page.navigate(waiting);
        assertThat(page.locator("#verkan")).hasCount(0);

        page.navigate("/insyn/rad/EGET/ta-bort");
        assertThat(page.locator("dt", new Page.LocatorOptions().setHasText("Händelser som visas mindre")))
                .isVisible();
        assertThat(page.locator("table.policy tbody tr").first()).containsText(Pattern.compile("Allt.*Ingenting"));
    }

    @Test
    void aChangeIsRefusedByTheOtherOrTakenBack() {
        logIn(page, KEEPER, "/insyn/ny");
        propose(page, "ST-NEJ", "OTHER_HANDLER", "SUMMARY");
        String address = page.url().replaceAll("\\?.*", "");
        Page second = second(true);
        logIn(second, SECOND, address.replaceAll(".*(/insyn/.*)", "$1"));
        second.locator("#skal").fill("Strider mot sekretessgränsen");
        press(second, "Säg nej till ändringen");
        assertThat(second.locator("div.done")).containsText("Reglerna är som förut");
        assertThat(second.locator("h1")).containsText("Avslagen");

        // decided on meanwhile: whoever still has the page open is told
        page.locator("#skal").fill("Ångrar mig");
        press(page, "Ta tillbaka ändringen");
        assertThat(page.locator("#nej")).containsText("har redan avgjort");

        page.navigate("/insyn/ny");
        propose(page, "ST-NEJ", "OTHER_HANDLER", "SUMMARY");
        page.locator("#skal").fill("Ångrar mig");
        press(page, "Ta tillbaka ändringen");
        assertThat(page.locator("h1")).containsText("Återtagen");
    }

    @Test
    void whatIsTypedStaysWhenTheRulesChangeMeanwhile() {
        logIn(page, KEEPER, "/insyn/ny");
        propose(page, "ST-SEN", "AUDITOR", "EXISTS");
        String waiting = page.url().replaceAll("\\?.*", "");
        page.navigate("/insyn/ny");
        fill(page, "ST-SAMTIDIGT", "OTHER_HANDLER", "HIDDEN");

        Page second = second(true);
        logIn(second, SECOND, "/insyn/ny");
        fill(second, "ST-FÖRE", "PUBLIC", "HIDDEN");
        press(second, "Granska ändringen");
        press(second, "Låt ändringen gälla nu");
        assertThat(second.locator("div.done")).isVisible();

        press(page, "Granska ändringen");
        assertThat(page.locator("#andrat")).containsText("Någon annan har ändrat reglerna");
        assertThat(page.locator("#andrat")).containsText("ST-FÖRE");
        assertThat(page.locator("#nyckel")).hasValue("ST-SAMTIDIGT");
        assertThat(page.locator("#skal")).hasValue(REASON);
        checkPage(page, "policy-meanwhile");
        press(page, "Granska ändringen");
        press(page, "Låt ändringen gälla nu");
        assertThat(page.locator("div.done")).isVisible();

        page.navigate(waiting);
        assertThat(page.locator("main")).containsText("Reglerna har ändrats sedan du skrev förslaget");
        page.getByText("Gör om ändringen på dagens regler").click();
        assertThat(page.locator("#nyckel")).hasValue("ST-SEN");
        assertThat(page.locator("input[name=grad][value=EXISTS]")).isChecked();

        remove(page, "ST-SAMTIDIGT");
        remove(page, "ST-FÖRE");
        page.navigate("/insyn/rad/ST-FÖRE/ta-bort");
        assertThat(page.locator("div.done")).containsText("Regeln finns inte längre");
    }

    @Test
    void itWorksWithoutJavaScript() {
        Page plain = second(false);
        logIn(plain, KEEPER, "/insyn/ny");
        fill(plain, "ST-UTAN", "PUBLIC", "HIDDEN");
        plain.locator("#till").fill("2027-02-28");
        press(plain, "Granska ändringen");
        press(plain, "Låt ändringen gälla nu");
        assertThat(plain.locator("div.done")).hasText("Ändringen gäller nu.");
        plain.navigate("/insyn?vem=PUBLIC");
        assertThat(plain.locator("tbody")).containsText("till och med 28 februari 2027");
        remove(plain, "ST-UTAN");
    }

    @Test
    void aRuleIsProposedLetBeAndTriedOutByKeyboardAlone() {
        logIn(page, KEEPER, "/insyn/ny");
        type(page, "#nyckel", "ST-TANGENT");
        tabTo(page, page.locator("#vem"));
        downTo(page, page.locator("#vem option[value=AUDITOR]:checked"));
        tabTo(page, page.locator("input[name=grad]").first());
        page.keyboard().press("Space");
        downTo(page, page.locator("input[name=grad][value=FULL]:checked"));
        type(page, "#lag", "OSL");
        type(page, "#lagrum", "8:1");
        type(page, "#ord", "Prov å ä ö.");
        type(page, "#skal", REASON);
        enter(page, "Granska ändringen");
        assertThat(page.locator(".callout")).containsText("lättar på reglerna");
        enter(page, "Skicka ändringen till godkännande");
        assertThat(page.locator("div.done")).containsText("väntar på att en annan insynsansvarig");

        Page second = second(true);
        logIn(second, SECOND, page.url().replaceAll("\\?.*", "").replaceAll("https?://[^/]*", ""));
        type(second, "#skal", "Läst och stämmer");
        enter(second, "Godkänn ändringen");
        assertThat(second.locator("div.done")).hasText("Du har godkänt ändringen. Den gäller nu.");

        second.navigate("/insyn/prova");
        tabTo(second, second.locator("#typ"));
        downTo(second, second.locator("#typ option[value=KUL]:checked"));
        enter(second, "Visa vem som ser");
        assertThat(second.locator("tbody")).containsText("ST-TANGENT");
        remove(second, "ST-TANGENT");
    }

    @Test
    void othersMayReadOrMayNotComeIn() {
        logIn(page, "registrator", "/insyn");
        assertThat(page.locator("tbody tr").first()).isVisible();
        assertThat(page.getByText("Ny regel")).hasCount(0);
        assertThat(page.getByText("Ta bort")).hasCount(0);
        assertThat(page.navigate("/insyn/andringar/1").status()).isEqualTo(200);
        for (String path : new String[] {"/insyn/ny", "/insyn/rad/EGET/andra", "/insyn/rad/EGET/ta-bort"}) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(403);
        }
        Page manager = second(true);
        logIn(manager, "systemforvaltare", "/register");
        assertThat(manager.navigate("/insyn").status()).isEqualTo(403);
        assertThat(manager.navigate("/insyn/andringar").status()).isEqualTo(403);
        other.close();
        Page citizen = second(true);
        logIn(citizen, "198003202390", "/mina-sidor");
        assertThat(citizen.navigate("/insyn").status()).isEqualTo(403);
    }

    private static void fill(Page page, String key, String who, String degree) {
        page.locator("#nyckel").fill(key);
        page.locator("#vem").selectOption(who);
        page.locator("input[name=grad][value=" + degree + "]").check();
        page.locator("#lag").fill("OSL");
        page.locator("#lagrum").fill("8:1");
        page.locator("#ord").fill("Prov å ä ö.");
        page.locator("#skal").fill(REASON);
    }

    private static void propose(Page page, String key, String who, String degree) {
        fill(page, key, who, degree);
        press(page, "Granska ändringen");
        assertThat(page.locator(".callout")).containsText("lättar på reglerna");
        press(page, "Skicka ändringen till godkännande");
        assertThat(page.locator("div.done")).containsText("väntar på att en annan insynsansvarig");
    }

    private static void remove(Page page, String key) {
        page.navigate("/insyn/rad/" + key + "/ta-bort");
        page.locator("#skal").fill("Provet är slut");
        press(page, "Ta bort regeln nu");
        assertThat(page.locator("div.done")).hasText("Ändringen gäller nu.");
    }

    private Page second(boolean javaScript) {
        other = newVisitor(javaScript);
        return other.newPage();
    }

    private static void type(Page page, String field, String text) {
        tabTo(page, page.locator(field));
        page.keyboard().type(text);
    }

    private static void enter(Page page, String button) {
        tabTo(page, page.getByRole(AriaRole.BUTTON, named(button)));
        page.keyboard().press("Enter");
    }

    /** Goes on by Tab until it has the focus. */
    private static void tabTo(Page page, Locator to) {
        for (int stops = 0; stops < MOST_STOPS; stops++) {
            if (Boolean.TRUE.equals(to.evaluate("element => element === document.activeElement"))) {
                return;
            }
            page.keyboard().press("Tab");
        }
        throw new AssertionError("out of reach by keyboard: " + to);
    }

    /** Goes down in a choice until that is what is chosen. */
    private static void downTo(Page page, Locator chosen) {
        for (int steps = 0; steps < MOST_STOPS && chosen.count() == 0; steps++) {
            page.keyboard().press("ArrowDown");
        }
        assertThat(chosen).hasCount(1);
    }

    private static void press(Page page, String button) {
        page.getByRole(AriaRole.BUTTON, named(button)).click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void logIn(Page page, String person, String path) {
        page.navigate("/logga-in?till=" + path);
        new Citizen(page).logIn(person);
    }
}
