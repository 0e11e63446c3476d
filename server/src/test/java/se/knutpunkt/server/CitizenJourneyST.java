package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CitizenJourneyST extends BrowserTest {
    private static final Pattern LITTER_CASE = Pattern.compile("NED.*\\d");

    @Test
    void searchesAndFindsAService() {
        page.navigate("/");
        page.locator("main input[name=sok]").fill("sopor");
        page.locator("main .search button").click();

        assertThat(page.locator("h1")).hasText("En e-tjänst för ”sopor”");
        checkPage(page, "search");
        page.navigate("/e-tjanster?sok=xyzzy");
        assertThat(page.locator("h1")).hasText("Inga e-tjänster för ”xyzzy”");
        checkPage(page, "search-empty");
    }

    @Test
    void reportsLitterWithAPictureAndGetsAReceipt() throws IOException {
        Citizen citizen = new Citizen(page);
        page.navigate("/e-tjanster/anmal-nedskrapning");
        checkPage(page, "service");
        citizen.press("Börja utan att logga in");
        checkPage(page, "step-first");
        citizen.tellWhere();
        citizen.tellWhat();
        citizen.field("bilder").setInputFiles(Citizen.picture("skräpet.png"));
        assertThat(page.locator(".files")).containsText("skräpet.png");
        checkPage(page, "step-files");
        citizen.press("Fortsätt");
        citizen.wantNoAnswer();

        assertThat(page.locator("h1")).hasText("Granska och skicka");
        assertThat(page.locator("main")).containsText("Tre soffor");
        checkPage(page, "review");
        citizen.press("Skicka till kommunen");

        assertThat(page.locator(".case-number")).hasText(LITTER_CASE);
        checkPage(page, "receipt");
        Download pdf = page.waitForDownload(() -> citizen.follow("Ladda ner kvittensen"));
        assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF".getBytes());
    }

    @Test
    void reportsLitterWithoutJavaScript() {
        try (BrowserContext plain = newVisitor(false)) {
            Page still = plain.newPage();
            Citizen citizen = new Citizen(still);
            citizen.beginLitterReport();
            citizen.tellWhere();
            citizen.choose("sort", "sopor");
            citizen.write("beskrivning", "Färgburkar vid stigen, ungefär tio.");
            citizen.choose("farligt", "yes");
            citizen.press("Fortsätt");

            assertThat(still.locator("main")).containsText("Några frågor till visas nu");
            citizen.choose("farligt_sort", "kemikalier");
            citizen.press("Fortsätt");
            citizen.field("bilder").setInputFiles(Citizen.picture("burkar.png"));
            citizen.press("Fortsätt");
            citizen.wantNoAnswer();
            assertThat(still.locator("main")).containsText("burkar.png");
            citizen.press("Skicka till kommunen");

            assertThat(still.locator(".case-number")).hasText(LITTER_CASE);
        }
    }

    @Test
    void opensQuestionsAtOnceAndKeepsTheFocus() {
        Citizen citizen = new Citizen(page);
        citizen.beginLitterReport();
        citizen.tellWhere();
        citizen.write("beskrivning", "Skrivet innan frågorna öppnas");
        citizen.choose("farligt", "yes");

        assertThat(page.locator("[name=farligt_sort]").first()).isVisible();
        assertThat(page.locator("[name=farligt][value=yes]")).isFocused();
        assertThat(citizen.field("beskrivning")).hasValue("Skrivet innan frågorna öppnas");
        citizen.choose("farligt", "no");
        assertThat(page.locator("[name=farligt_sort]")).hasCount(0);
    }

    @Test
    void tellsWhatIsWrongOnTopAndBesideTheField() {
        Citizen citizen = new Citizen(page);
        citizen.beginLitterReport();
        citizen.press("Fortsätt");

        assertThat(page).hasTitle(Pattern.compile("^Fel: "));
        assertThat(page.locator(".summary")).isFocused();
        checkPage(page, "step-wrong");
        page.locator(".summary a").first().click();
        assertThat(citizen.field("plats")).isFocused();
        assertThat(citizen.field("plats")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void saysBesideTheFieldWhyAFileIsNotTaken(@TempDir Path folder) throws IOException {
        Citizen citizen = new Citizen(page);
        citizen.beginLitterReport();
        citizen.tellWhere();
        citizen.tellWhat();
        citizen.field("bilder").setInputFiles(new FilePayload("bild.png", "image/png", "inte en bild".getBytes()));
        assertThat(page.locator(".wrong .message")).isVisible();

        Path large = folder.resolve("stor.png");
        Files.write(large, Arrays.copyOf(Citizen.picture("x").buffer, 10_000_001));
        citizen.field("bilder").setInputFiles(large);
        assertThat(page.locator(".wrong .message")).containsText("10 MB");
    }

    @Test
    void leavesADraftAndComesBackByThePrivateLink() {
        Citizen citizen = new Citizen(page);
        citizen.beginLitterReport();
        citizen.write("plats", "Bakom badplatsen");
        citizen.press("Spara och gå");
        String link = page.locator(".private-link").innerText();
        checkPage(page, "saved");

        try (BrowserContext later = newVisitor(true)) {
            Page other = later.newPage();
            other.navigate(link);
            assertThat(new Citizen(other).field("plats")).hasValue("Bakom badplatsen");
        }
    }

    @Test
    void tellsKindlyThatADraftIsNotThere() {
        page.navigate("/e-tjanster/anmal-nedskrapning/" + "a".repeat(32));

        assertThat(page.locator("h1")).hasText("Vi hittar inte det du börjat på");
        checkPage(page, "draft-missing");
    }

    @Test
    void proposesWithEidLeavesLogsOutAndResumes() {
        Citizen citizen = new Citizen(page);
        page.navigate("/e-tjanster/lamna-medborgarforslag");
        checkPage(page, "service-login");
        citizen.follow("Logga in och börja");
        citizen.logIn(Citizen.PERSON);
        page.getByText(Pattern.compile("^Börja som ")).click();
        citizen.write("rubrik", "Fler bänkar vid ån");
        citizen.write("forslag", "Sätt ut bänkar längs ån, så att fler orkar gå där.");
        citizen.press("Spara och gå");
        assertThat(page.locator(".private-link")).hasCount(0);
        String draft = page.url().replaceAll("/sparat$", "");
        citizen.press("Logga ut");

        page.navigate(draft);
        assertThat(page.locator("h1")).hasText("Vi hittar inte det du börjat på");
        citizen.follow("Logga in och försök igen");
        citizen.logIn(Citizen.PERSON);
        assertThat(citizen.field("rubrik")).hasValue("Fler bänkar vid ån");
        citizen.press("Fortsätt");
        citizen.choose("tillsammans", "no");
        citizen.press("Fortsätt");
        citizen.press("Fortsätt");
        assertThat(citizen.field("namn")).hasValue("Demo Demosson");
        citizen.write("epost", "demo@example.org");
        citizen.press("Fortsätt");
        assertThat(page.locator("h1")).hasText("Granska och skicka");
        citizen.press("Skicka till kommunen");

        assertThat(page.locator(".case-number")).hasText(Pattern.compile("MED.*\\d"));
        citizen.follow("Följ ärendet");
        assertThat(page.locator("main")).containsText("medborgarförslag");
    }
}
