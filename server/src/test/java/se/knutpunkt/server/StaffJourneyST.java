package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Staff at work: a registrar from list to diary number, the citizen who sees it, an editor with a form. */
class StaffJourneyST extends BrowserTest {
    private static final String CITIZEN = "199004072394";
    private static final String STRANGER = "198003202390";

    @Test
    void registrarGivesADiaryNumberThatTheCitizenSees() {
        String caseNumber = report(page, "Vid badplatsen, bakom kiosken");

        BrowserContext desk = newVisitor(true);
        Page staff = desk.newPage();
        logIn(staff, "registrator", "/registrator");
        checkPage(staff, "registrar-list");
        staff.getByRole(AriaRole.ROW)
                .filter(new Locator.FilterOptions().setHasText(caseNumber))
                .getByRole(AriaRole.LINK)
                .first()
                .click();
        assertThat(staff.locator("#svar ~ dl").first()).containsText("Vid badplatsen, bakom kiosken");
        checkPage(staff, "registrar-document");

        export(staff, caseNumber);

        staff.getByLabel("Diarienummer").fill("19900407-2394");
        staff.getByText("Granska diarienumret").click();
        assertThat(staff.locator(".summary")).isVisible();
        assertThat(staff.url()).doesNotContain("19900407");

        staff.getByLabel("Diarienummer").fill("MN 2026/00412");
        staff.getByText("Granska diarienumret").click();
        checkPage(staff, "registrar-confirm");
        staff.getByText("Ange diarienumret").click();
        assertThat(staff.locator("main")).containsText("Dnr MN 2026/00412");

        page.navigate("/mina-sidor");
        assertThat(page.locator("main")).containsText("Ditt ärende har fått diarienummer MN 2026/00412");
        keepsFromStrangers();

        staff.getByText("Ångra beslutet").click();
        page.navigate("/mina-sidor");
        assertThat(page.locator("main")).containsText("Rättelse: diarienummer MN 2026/00412 gäller inte ditt ärende");
        desk.close();
    }

    @Test
    void registrarFindsDocumentsOfMinorImportanceWithoutJavaScriptAndUndoes() {
        String caseNumber = report(page, "En dubblett");
        BrowserContext desk = newVisitor(false);
        Page staff = desk.newPage();
        logIn(staff, "registrator", "/registrator");
        Locator row = staff.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(caseNumber));
        row.getByRole(AriaRole.CHECKBOX).check();
        staff.getByText("Registrera inte de markerade").click();
        assertThat(staff.locator(".summary")).containsText("Skriv ett skäl");

        row.getByRole(AriaRole.CHECKBOX).check();
        staff.getByLabel("Skäl att inte registrera").fill("Dubblett av en tidigare anmälan");
        staff.getByText("Registrera inte de markerade").click();
        assertThat(staff.locator("div.done")).containsText("En handling registreras inte");
        assertThat(row).hasCount(0);

        staff.getByText("Ångra", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(row).hasCount(1);
        desk.close();
    }

    @Test
    void searchKeepsWordsOutOfTheAddress() {
        logIn(page, "registrator", "/registrator");
        page.getByLabel("Sök på nummer eller rubrik").fill("Anna Testsson");
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*sok=.*"));
        assertThat(page.url()).doesNotContain("Anna").doesNotContain("Testsson");
        assertThat(page.locator("main")).containsText("Ingen handling stämmer med sökningen");
        page.getByLabel("Sök på nummer eller rubrik").fill("196006172818");
        page.keyboard().press("Enter");
        assertThat(page.locator(".summary")).containsText("inte att söka på personnummer");
        assertThat(page.url()).doesNotContain("196006172818");
    }

    @Test
    void staffPagesAreClosedToCitizensAndToOtherRoles() {
        logIn(page, STRANGER, "/mina-sidor");
        assertThat(page.navigate("/registrator").status()).isEqualTo(403);
        assertThat(page.navigate("/redaktor").status()).isEqualTo(403);
        BrowserContext editor = newVisitor(true);
        Page other = editor.newPage();
        logIn(other, "redaktor", "/redaktor");
        assertThat(other.navigate("/registrator").status()).isEqualTo(403);
        editor.close();
    }

    @Test
    void editorImportsPreviewsAndPublishes() {
        logIn(page, "redaktor", "/redaktor");
        checkPage(page, "editor-forms");
        page.navigate("/redaktor/importera");
        page.locator("#json").fill("{ \"slug\": 1 }");
        page.getByText("Importera definitionen").click();
        assertThat(page.locator(".summary li").first()).isVisible();
        checkPage(page, "editor-problems");

        page.navigate("/redaktor/importera");
        page.locator("#fil").setInputFiles(new FilePayload("form.json", "application/json", newForm()));
        page.getByText("Importera definitionen").click();
        assertThat(page.locator("div.done")).containsText("importerad");
        page.locator("main ol a").first().click();
        assertThat(page.locator("main")).containsText("Inget sparas");
        checkPage(page, "editor-preview");

        page.getByText("Avsluta förhandsvisningen").click();
        page.getByText("Publicera versionen").click();
        assertThat(page.locator("div.done")).containsText("publicerad");
        assertThat(page.navigate("/e-tjanster/anmal-nedskrapning-prov").status())
                .isEqualTo(200);

        page.navigate("/redaktor");
        Locator row =
                page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText("anmal-nedskrapning-prov"));
        row.getByRole(AriaRole.BUTTON).click();
        assertThat(row).containsText("Stängd");
    }

    @Test
    void anAdministratorGivesARoleAndTakesItAway() {
        BrowserContext gate = newVisitor(true);
        Page caretaker = gate.newPage();
        logIn(caretaker, "vaktmastare", "/redaktor");
        assertThat(caretaker.locator("h1")).hasText("Du har ingen behörighet här");
        checkPage(caretaker, "login-no-role");

        logIn(page, "behorighetsansvarig", "/behorigheter");
        assertThat(page.navigate("/redaktor").status()).isEqualTo(403);
        page.navigate("/behorigheter");
        page.getByText("Lägg till raden").click();
        assertThat(page.locator(".summary a")).hasText(new String[] {"Välj en roll.", "Skriv värdet som ger rollen."});
        checkPage(page, "roles-faults");
        page.getByLabel("Redaktör").check();
        page.getByLabel("Värde").fill("vaktmastare");
        page.getByLabel("Värde").press("Enter");
        assertThat(page.locator("div.done")).containsText("gäller från nästa inloggning");
        checkPage(page, "roles");
        page.getByLabel("Redaktör").check();
        page.getByLabel("Värde").fill("vaktmastare");
        page.getByText("Lägg till raden").click();
        assertThat(page.locator("div.done")).containsText("fanns redan");

        logIn(caretaker, "vaktmastare", "/redaktor");
        assertThat(caretaker.locator("h1")).hasText("E-tjänster");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ta bort Redaktör, vaktmastare"))
                .click();
        checkPage(page, "roles-remove");
        page.getByText("Ta bort raden", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("div.done")).containsText("Raden är borttagen");

        caretaker.navigate("/redaktor");
        assertThat(caretaker).hasURL(Pattern.compile(".*/demo-eid/.*"));

        page.getByText("Ångra", new Page.GetByTextOptions().setExact(true)).click();
        assertThat(page.locator("div.done")).containsText("Raden gäller igen");
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Ta bort Redaktör, vaktmastare"))
                .click();
        page.getByText("Ta bort raden", new Page.GetByTextOptions().setExact(true))
                .click();
        gate.close();
    }

    @Test
    void theRolesPageIsClosedToEveryoneElse() {
        logIn(page, "registrator", "/registrator");
        assertThat(page.navigate("/behorigheter").status()).isEqualTo(403);
        BrowserContext citizen = newVisitor(true);
        Page other = citizen.newPage();
        logIn(other, STRANGER, "/mina-sidor");
        assertThat(other.navigate("/behorigheter").status()).isEqualTo(403);
        assertThat(other.navigate("/behorigheter/ta-bort/1").status()).isEqualTo(403);
        citizen.close();
    }

    /** A logged-in citizen's report, from start to receipt. */
    private static String report(Page page, String place) {
        logIn(page, CITIZEN, "/e-tjanster/anmal-nedskrapning");
        next(page);
        page.locator("#f-plats").fill(place);
        next(page);
        page.locator("#f-sort").check();
        page.locator("#f-beskrivning").fill("Några säckar");
        page.locator("[data-field=farligt] input").last().check();
        next(page);
        next(page);
        page.locator("[data-field=svar] input").last().check();
        next(page);
        next(page);
        return page.locator("main")
                .innerText()
                .lines()
                .map(Pattern.compile("NED [0-9]{4}-[0-9]{5}")::matcher)
                .filter(java.util.regex.Matcher::find)
                .map(java.util.regex.Matcher::group)
                .findFirst()
                .orElseThrow(() -> new AssertionError("no case number on " + page.url()));
    }

    private static void next(Page page) {
        page.locator("main .actions button.button:visible").first().click();
    }

    private void export(Page staff, String caseNumber) {
        staff.getByText("Exportera handlingen").click();
        assertThat(staff.locator("div.done")).containsText("Paketet skrivs");
        String start = caseNumber.replace(' ', '-') + "_";
        Path folder = launcher.data().resolve("diary");
        staff.waitForCondition(() -> files(folder).stream().anyMatch(name -> name.startsWith(start)));
        staff.reload();
        assertThat(staff.locator("main")).containsText("Paketet skrevs till diariets mapp");
    }

    private void keepsFromStrangers() {
        BrowserContext stranger = newVisitor(true);
        Page other = stranger.newPage();
        logIn(other, STRANGER, "/mina-sidor");
        assertThat(other.locator("main")).not().containsText("diarienummer");
        stranger.close();
    }

    private static void logIn(Page page, String person, String path) {
        page.navigate("/logga-in?till=" + path);
        new Citizen(page).logIn(person);
    }

    private static List<String> files(Path folder) {
        try (var all = Files.list(folder)) {
            return all.map(file -> file.getFileName().toString()).toList();
        } catch (IOException notYet) {
            return List.of();
        }
    }

    /** The demo's form under another name, so that the others' journeys are left alone. */
    private static byte[] newForm() {
        try (InputStream form = StaffJourneyST.class.getResourceAsStream("/demo/forms/anmal-nedskrapning.json")) {
            String text = new String(form.readAllBytes(), StandardCharsets.UTF_8);
            return text.replace("\"anmal-nedskrapning\"", "\"anmal-nedskrapning-prov\"")
                    .getBytes(StandardCharsets.UTF_8);
        } catch (IOException missing) {
            throw new UncheckedIOException(missing);
        }
    }
}
