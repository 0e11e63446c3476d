package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.time.SwedishTime;

/** An editor changes a form while citizens fill it in. */
class VersionsST extends BrowserTest {
    private static final DateTimeFormatter WORDS =
            DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.forLanguageTag("sv-SE"));

    private static final String FIRST = """
            {"format":1,"slug":"anmal-trasig-lampa","title":{"sv":"Anmäl en trasig lampa"},
             "description":{"sv":"Berätta om en gatlampa som inte lyser."},
             "category":"trafik-och-gator","caseType":"NED","submitters":"both",
             "intro":{"timeNeeded":{"sv":"En minut"},"whatHappensNext":{"sv":"Vi lagar den."}},
             "privacy":{"responsible":{"sv":"Miljönämnden"},"purpose":{"sv":"Laga lampan"},
                        "legalGround":{"sv":"Allmänt intresse"},"retention":{"sv":"Två år"},"contact":{"sv":"dso@alvstad.example"}},
             "pages":[
              {"id":"lampan","title":{"sv":"Vilken lampa?"},"fields":[
                {"id":"plats","type":"text","label":{"sv":"Plats"},"required":true,"limits":{"maxLength":50}},
                {"id":"fel","type":"choice","label":{"sv":"Vad är fel?"},"required":true,"options":[
                  {"value":"slackt","label":{"sv":"Släckt"}},{"value":"blinkar","label":{"sv":"Blinkar"}},
                  {"value":"annat","label":{"sv":"Annat"}}]}]},
              {"id":"ovrigt","title":{"sv":"Övrigt"},"fields":[
                {"id":"mer","type":"longtext","label":{"sv":"Vill du berätta mer?"}}]}]}
            """;

    private static final String HARMLESS =
            FIRST.replace("\"maxLength\":50", "\"maxLength\":80").replace("Vill du berätta mer?", "Något mer?");

    private static final String BREAKING = HARMLESS.replace(
                    "{\"value\":\"blinkar\",\"label\":{\"sv\":\"Blinkar\"}},",
                    "{\"value\":\"blinkar\",\"label\":{\"sv\":\"Blinkar\"}}")
            .replace("{\"value\":\"annat\",\"label\":{\"sv\":\"Annat\"}}", "")
            .replace(
                    "{\"id\":\"mer\"",
                    "{\"id\":\"telefon\",\"type\":\"phone\",\"label\":{\"sv\":\"Telefon\"},\"required\":true},{\"id\":\"mer\"");

    @Test
    void aFormChangesWhileCitizensFillItIn() {
        BrowserContext office = newVisitor(true);
        Page desk = office.newPage();
        desk.navigate("/logga-in?till=/redaktor");
        new Citizen(desk).logIn("redaktor");
        take(desk, FIRST);
        desk.getByText("Publicera versionen").click();
        assertThat(desk.locator("div.done")).containsText("publicerad");

        BrowserContext plain = newVisitor(false);
        Page still = plain.newPage();
        begin(still, "Börja utan att logga in");
        page.navigate("/logga-in?till=/mina-sidor");
        new Citizen(page).logIn(Citizen.PERSON);
        begin(page, "Börja som ");

        publishesAHarmlessVersion(desk);
        movesWithoutScripts(still);
        isOfferedToMove();
        publishesABreakingVersion(desk);
        readsTheDayAndMovesByKeyboard();
        isNotLedBackToWhatIsDone();
        givesMoreTime(desk);
        plain.close();
        office.close();
    }

    private void publishesAHarmlessVersion(Page desk) {
        take(desk, HARMLESS);
        assertThat(desk.locator("main")).containsText("2 påbörjade utkast ligger på formuläret");
        assertThat(desk.locator(".callout.good")).containsText("Ofarlig ändring");
        assertThat(desk.locator(".differences")).containsText("högst antal tecken");
        checkPage(desk, "editor-version-harmless");
        desk.getByText("Publicera versionen").click();
        assertThat(desk.locator("[name=till]")).hasCount(0);
        desk.getByText("Publicera nu").click();
        assertThat(desk.locator("div.done")).containsText("publicerad");
    }

    private void movesWithoutScripts(Page still) {
        still.reload();
        assertThat(still.locator(".callout")).containsText("Formuläret har uppdaterats");
        still.getByText("Se vad som är nytt och byt version").click();
        assertThat(still.locator("main")).containsText("Allt du har svarat följer med");
        assertThat(still.locator("main")).containsText("Vid ån");
        still.getByText("Byt till den nya versionen", new Page.GetByTextOptions().setExact(true))
                .last()
                .click();
        assertThat(still.locator("h1")).hasText("Nu är du i den nya versionen");
        new Citizen(still).follow("Fortsätt");
        assertThat(still.locator("main")).containsText("Något mer?");
        assertThat(still.locator(".callout")).hasCount(0);
        new Citizen(still).press("Fortsätt");
        new Citizen(still).press("Skicka till kommunen");
        assertThat(still.locator(".case-number")).hasText(Pattern.compile("NED.*\\d"));
    }

    private void isOfferedToMove() {
        page.navigate("/mina-sidor");
        assertThat(page.locator(".drafts")).containsText("Du kan fortsätta som du började");
        checkPage(page, "mina-sidor-uppdaterat");
        page.getByText(Pattern.compile("^Se vad som är nytt")).first().click();
        checkPage(page, "move-harmless");
        new Citizen(page).follow("Stanna i den jag började på");
        assertThat(page.locator("main")).containsText("Vill du berätta mer?");
        checkPage(page, "step-updated");
    }

    private void publishesABreakingVersion(Page desk) {
        take(desk, BREAKING);
        desk.getByText("Publicera versionen").click();
        assertThat(desk.locator(".differences").first())
                .containsText("Alternativet ”Annat” i ”Vad är fel?” togs bort.");
        assertThat(desk.locator("#dag")).hasValue(today().plusDays(30).toString());
        checkPage(desk, "editor-publish");
        desk.locator("#dag").fill(today().toString());
        desk.getByText("Publicera nu").click();
        assertThat(desk.locator(".summary a")).containsText("Välj en sista dag mellan");
        assertThat(desk.locator("#dag")).hasValue(today().toString());
        checkPage(desk, "editor-publish-faults");
        desk.locator("#dag").fill(today().plusDays(10).toString());
        desk.locator("#dag").press("Enter");
        assertThat(desk.locator("div.done")).containsText("publicerad");
    }

    private void readsTheDayAndMovesByKeyboard() {
        page.reload();
        String day = "kan skickas till och med " + WORDS.format(today().plusDays(10));
        assertThat(page.locator(".callout")).containsText(day);
        page.navigate("/mina-sidor");
        assertThat(page.locator(".drafts")).containsText(day);
        page.getByText(Pattern.compile("^Se vad som är nytt")).first().press("Enter");
        assertThat(page.locator("main")).containsText("Det du valde går inte att välja längre");
        assertThat(page.locator("main")).containsText("Frågan ”Telefon” är ny");
        checkPage(page, "move");
        page.locator("main form button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Nu är du i den nya versionen");
        checkPage(page, "moved");
        new Citizen(page).follow("Fortsätt");
        assertThat(new Citizen(page).field("plats")).hasValue("Vid ån");
        assertThat(page.locator("[name=fel]")).hasCount(2);
    }

    /** A bookmark of the page that moves leads to the draft, since there is nothing left to move. */
    private void isNotLedBackToWhatIsDone() {
        String draft = page.url().replaceAll("/lampan.*$", "");
        page.navigate(draft + "/uppdatera");
        assertThat(page).hasURL(Pattern.compile(".*/lampan$"));
        assertThat(page.navigate("/redaktor").status()).isEqualTo(403);
    }

    private void givesMoreTime(Page desk) {
        desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("version 3 Anmäl en trasig lampa"))
                .click();
        assertThat(desk.locator("main")).containsText(WORDS.format(today().plusDays(10)));
        desk.locator("#dag").fill(today().plusDays(5).toString());
        desk.getByText("Ge längre tid").click();
        assertThat(desk.locator(".summary a")).containsText("ska kunna lita på den");
        checkPage(desk, "editor-version-prolong-faults");
        desk.locator("#dag").fill(today().plusDays(20).toString());
        desk.getByText("Ge längre tid").click();
        assertThat(desk.locator("div.done")).containsText("längre tid");
        assertThat(desk.locator("main")).containsText(WORDS.format(today().plusDays(20)));
        checkPage(desk, "editor-version-breaking");
    }

    private static LocalDate today() {
        return SwedishTime.today(java.time.Clock.systemUTC());
    }

    private static void take(Page desk, String form) {
        desk.navigate("/redaktor/importera");
        desk.locator("#fil")
                .setInputFiles(new FilePayload("form.json", "application/json", form.getBytes(StandardCharsets.UTF_8)));
        desk.getByText("Importera definitionen").click();
        assertThat(desk.locator("div.done")).containsText("importerad");
    }

    /** Leaves the first page behind, with what a later version takes away. */
    private static void begin(Page page, String button) {
        Citizen citizen = new Citizen(page);
        page.navigate("/e-tjanster/anmal-trasig-lampa");
        page.getByText(Pattern.compile("^" + button)).click();
        citizen.write("plats", "Vid ån");
        citizen.choose("fel", button.startsWith("Börja som") ? "annat" : "slackt");
        citizen.press("Fortsätt");
        assertThat(page.locator("h1")).hasText("Övrigt");
    }
}
