package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A system manager keeps the register: a case type from draft to use, two editors at once, files out and in. */
class RegisterST extends BrowserTest {
    private static final String HEAD = "post;kod;namn;namn på engelska;nämnd;läge\n";

    @Test
    void aCaseTypeGoesFromDraftToUseAndIsClosed() {
        logIn(page, "systemforvaltare", "/register");
        checkPage(page, "register-list");
        page.getByText("Lägg till en ärendetyp").click();
        page.locator("#code").fill("sta");
        page.locator("#name-sv").fill("Provärenden");
        press("Spara posten");
        assertThat(page.locator(".summary a")).hasText("Kod: Skriv 2–10 versaler eller siffror.");
        assertThat(page.locator("#name-sv")).hasValue("Provärenden");
        checkPage(page, "register-faults");
        page.locator(".summary a").click();
        assertThat(page.locator("#code")).isFocused();

        page.locator("#code").fill("STA");
        page.locator("#code").press("Enter");
        assertThat(page.locator("#saknas li")).hasCount(15);
        assertThat(page.getByText("Ta i drift")).hasCount(0);
        checkPage(page, "register-draft");

        page.locator("#saknas a").first().click();
        fillTheRest();
        press("Spara ändringarna");
        assertThat(page.locator("main")).containsText("Inget saknas");
        press("Ta i drift");
        assertThat(page.locator("div.done")).containsText("Ärendetypen är i drift");
        assertThat(page.locator(".timeline")).containsText("Tagen i drift");
        assertThat(page.locator(".timeline")).containsText("Förvalta Demostad");
        checkPage(page, "register-entry");

        page.getByRole(AriaRole.LINK, named("Ändra")).click();
        assertThat(page.locator("#code")).hasCount(0);
        page.locator("#promise-days").fill("7");
        press("Spara ändringarna");
        assertThat(page.locator(".timeline li").first()).containsText("Lovad tid till svar, i dagar");
        assertThat(page.locator(".timeline li").first().locator("del")).hasText("14");
        assertThat(page.locator(".timeline li").first().locator("ins")).hasText("7");

        page.getByRole(AriaRole.LINK, named("Stäng")).click();
        checkPage(page, "register-close");
        press("Stäng ärendetypen");
        assertThat(page.locator(".callout")).containsText("Posten är stängd");
        press("Öppna igen");
        assertThat(page.locator("div.done")).containsText("öppen igen");
        page.navigate("/register/historik");
        assertThat(page.locator("tbody tr").first()).containsText("Öppnad igen");
        checkPage(page, "register-history");
    }

    private void fillTheRest() {
        page.locator("#prefix").fill("STA");
        page.locator("#name-en").fill("Test cases");
        page.getByLabel("Tjänst, inget beslutas").check();
        page.locator("#authority-code").selectOption("miljönämnden");
        page.locator("#answered-by-sv").fill("Miljökontoret");
        page.locator("#answered-by-en").fill("The environment office");
        page.locator("#promise-days").fill("14");
        // written the wrong way round, and put right by their places
        step(1, "klart", "Klart", "Done", "2");
        step(2, "inkommet", "Inkommet", "Come in", "1");
        page.locator("#information-class").fill("5.4");
        page.locator("#document-type").fill("Anmälan");
        page.locator("#diary-system").fill("Diariet");
        page.locator("#retention-rule").fill("GALLRAS-2");
        page.locator("#retention-ground").fill("Prov");
        page.locator("input[name=sector][value=OTHER]").check();
        page.locator("#legal-reading").fill("Allmän handling.\nIngen sekretess.");
    }

    private void step(int number, String code, String sv, String en, String place) {
        page.locator("#step-code-" + number).fill(code);
        page.locator("#step-sv-" + number).fill(sv);
        page.locator("#step-en-" + number).fill(en);
        page.locator("#step-signals-" + number).check();
        page.locator("#step-place-" + number).fill(place);
    }

    @Test
    void withoutJavaScriptADraftIsMadeAndDiscarded() {
        BrowserContext plain = newVisitor(false);
        Page other = plain.newPage();
        logIn(other, "systemforvaltare", "/register/ny/arendetyp");
        other.locator("#code").fill("STÅ");
        other.locator("main .actions button").click();
        assertThat(other).hasURL(Pattern.compile(".*/register/arendetyp/ST%C3%85\\?klart=tillagd"));
        other.getByRole(AriaRole.LINK, named("Kasta")).click();
        assertThat(other.locator("h1")).hasText("Kasta STÅ?");
        other.locator("main .actions button").click();
        assertThat(other.locator("div.done")).containsText("kastad");
        assertThat(other.locator("tbody")).not().containsText("STÅ");
        plain.close();
    }

    @Test
    void ofTwoEditorsTheSecondIsToldAndLosesNothing() {
        logIn(page, "systemforvaltare", "/register/ny/arendetyp");
        page.locator("#code").fill("STB");
        page.locator("#name-sv").fill("Första namnet");
        press("Spara posten");
        page.navigate("/register/arendetyp/STB/andra");

        BrowserContext second = newVisitor(true);
        Page other = second.newPage();
        logIn(other, "systemforvaltare", "/register/arendetyp/STB/andra");
        other.locator("#name-sv").fill("Den andres namn");
        other.locator("#promise-days").fill("3");
        other.locator("main .actions button").click();
        assertThat(other.locator("div.done")).isVisible();
        second.close();

        page.locator("#name-sv").fill("Mitt namn");
        press("Spara ändringarna");
        assertThat(page.locator("#andrat")).containsText("Den andres namn");
        assertThat(page.locator("#name-sv")).hasValue("Mitt namn");
        // what the other changed and I did not is kept
        assertThat(page.locator("#promise-days")).hasValue("3");
        checkPage(page, "register-meanwhile");
        press("Spara ändringarna");
        assertThat(page.locator("h1")).hasText("Mitt namn");
        assertThat(page.locator(".timeline li")).hasCount(3);
    }

    @Test
    void whatIsPostedAfterTheLoginEndedIsKept() throws SQLException {
        BrowserContext plain = newVisitor(false);
        Page form = plain.newPage();
        logIn(form, "systemforvaltare", "/register/ny/arendetyp");
        form.locator("#code").fill("STD");
        form.locator("#legal-reading").fill("Lång läsning.\nPå två rader.");
        try (Connection database = launcher.database();
                Statement idle = database.createStatement()) {
            idle.executeUpdate("UPDATE login SET last_seen_at = UTC_TIMESTAMP(6) - INTERVAL 61 MINUTE");
        }
        form.locator("main .actions button").click();
        assertThat(form.locator("main")).containsText("det du har skrivit är sparat");
        form.locator("main ul a").first().click();
        new Citizen(form).logIn("systemforvaltare");
        assertThat(form.locator("#code")).hasValue("STD");
        assertThat(form.locator("#legal-reading")).hasValue("Lång läsning.\nPå två rader.");
        assertThat(form.locator(".callout")).containsText("inte sparat i registret än");
        form.locator("main .actions button").click();
        assertThat(form.locator("div.done")).isVisible();
        plain.close();
    }

    @Test
    void aFileIsLookedThroughBeforeItIsTaken() {
        logIn(page, "systemforvaltare", "/register/las-in");
        press("Granska filen");
        assertThat(page.locator(".summary")).containsText("Välj en fil först");
        checkPage(page, "register-import");
        upload("post;kod;färg\nnämnd;x;röd\n");
        assertThat(page.locator(".summary")).containsText("Rubriken ”färg” finns inte");

        upload(HEAD + "nämnd;st-nämnd;Provnämnden;;;\närendetyp;STC;Provning;Testing;st-nämnd;i drift\n");
        assertThat(page.locator("tbody tr")).hasCount(2);
        assertThat(page.locator("tbody")).containsText("namn på engelska: Saknas");
        assertThat(page.getByText("Läs in 2 rader")).hasCount(0);
        checkPage(page, "register-plan-faults");

        String good = HEAD
                + "nämnd;st-nämnd;Provnämnden;Test committee;;\n"
                + "ärendetyp;STC;=1+1;Testing;st-nämnd;\n"
                + "nämnd;miljönämnden;Miljönämnden;Environment committee;;\n";
        upload(good);
        assertThat(page.locator("tbody tr")).hasCount(2);
        checkPage(page, "register-plan");
        press("Läs in 2 rader");
        assertThat(page.locator("div.done")).containsText("Filen är inläst");
        assertThat(page.locator("tbody")).containsText("=1+1");

        String csv = (String) page.evaluate("() => fetch('/register/register.csv').then(r => r.text())");
        assertThat(csv).contains("\"'=1+1\"").contains("\"nämnd\";\"i drift\";\"st-nämnd\"");
        upload(csv);
        assertThat(page.locator("main")).containsText("Filen ändrar ingenting");
    }

    @Test
    void unitsAreKeptAndAnAuthorityInUseStaysOpen() {
        logIn(page, "systemforvaltare", "/register/namnder");
        checkPage(page, "register-units");
        page.getByRole(AriaRole.LINK, named("Miljönämnden")).click();
        page.getByRole(AriaRole.LINK, named("Stäng")).click();
        assertThat(page.locator(".callout.warning")).containsText("Nedskräpning i naturen (NED)");
        assertThat(page.locator("main form")).hasCount(0);
        page.navigate("/register/ny/gren?namnd=miljönämnden");
        page.locator("#code").fill("st-gren");
        page.locator("#name-sv").fill("Provgrenen");
        page.locator("#name-en").fill("Test branch");
        press("Spara posten");
        assertThat(page.locator("main")).containsText("Miljönämnden");
        page.getByRole(AriaRole.LINK, named("Kasta")).click();
        press("Kasta grenen");
        assertThat(page.locator("div.done")).isVisible();
    }

    @Test
    void searchAndStateAreInTheAddressButNoWords() {
        logIn(page, "systemforvaltare", "/register");
        page.getByLabel("Sök på namn, kod eller nämnd").fill("miljönämnden nedskräp");
        page.keyboard().press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("tbody")).containsText("NED");
        assertThat(page).hasURL(Pattern.compile(".*sok=.*"));
        assertThat(page.url()).doesNotContain("nedskr");
        page.navigate("/register?lage=stangda");
        assertThat(page.locator(".rail [aria-current=page]")).containsText("Stängda");
    }

    @Test
    void theRegisterIsClosedToEveryoneElse() {
        logIn(page, "registrator", "/registrator");
        for (String path : new String[] {"/register", "/register/register.csv", "/register/arendetyp/NED/andra"}) {
            assertThat(page.navigate(path).status()).as(path).isEqualTo(403);
        }
        BrowserContext citizen = newVisitor(true);
        Page other = citizen.newPage();
        logIn(other, "198003202390", "/mina-sidor");
        assertThat(other.navigate("/register").status()).isEqualTo(403);
        citizen.close();
    }

    private void upload(String csv) {
        page.navigate("/register/las-in");
        page.locator("#fil")
                .setInputFiles(new FilePayload("register.csv", "text/csv", csv.getBytes(StandardCharsets.UTF_8)));
        press("Granska filen");
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void logIn(Page page, String person, String path) {
        page.navigate("/logga-in?till=" + path);
        new Citizen(page).logIn(person);
    }
}
