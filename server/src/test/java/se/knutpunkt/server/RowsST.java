package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Rows that are added, copied and removed, what is worked out of them, and what a change lets go of. */
class RowsST extends BrowserTest {
    private static final String FORM = "/e-tjanster/ansok-kulturstipendium";
    private static final String PERSON = "200004032389";

    private static Citizen begin(Page page) {
        Citizen citizen = new Citizen(page);
        page.navigate("/logga-in?till=" + FORM.replace("/", "%2F"));
        citizen.logIn(PERSON);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^Börja")))
                .first()
                .click();
        return citizen;
    }

    private static void press(Page page, String beginning) {
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(Pattern.compile("^" + beginning)))
                .first()
                .click();
    }

    /** Through the steps up to the budget. */
    private static void reachTheBudget(Page page, Citizen citizen) {
        citizen.choose("vem", "jag");
        press(page, "Fortsätt");
        citizen.write("titel", "Dans i parken");
        citizen.choose("omrade", "scen");
        citizen.write("beskrivning", "Vi dansar i parken varje onsdag hela sommaren, för alla åldrar och utan avgift.");
        citizen.write("start", java.time.LocalDate.now().plusMonths(2).toString());
        citizen.write("slut", java.time.LocalDate.now().plusMonths(4).toString());
        press(page, "Fortsätt");
        if (!page.url().endsWith("/budget")) {
            // without JavaScript the number of days is shown first
            press(page, "Fortsätt");
        }
    }

    @Test
    void addsRowsAndWorksOutTheirSumAsOneTypes() {
        Citizen citizen = begin(page);
        reachTheBudget(page, citizen);
        citizen.write("kostnader-1-kostnad_vad", "Scen");
        citizen.write("kostnader-1-kostnad", "12 000");
        press(page, "Lägg till kostnad");

        assertThat(page.locator("#f-kostnader-2")).isFocused();
        assertThat(citizen.field("kostnader-1-kostnad")).hasValue("12 000");
        citizen.write("kostnader-2-kostnad_vad", "Ljud");
        citizen.write("kostnader-2-kostnad", "3 500");
        citizen.field("sokt").focus();
        assertThat(page.locator("#f-summa_kostnader")).hasText(Pattern.compile("15\\s500\\skr"));
        assertThat(citizen.field("sokt")).isFocused();
        checkPage(page, "step-rows");

        press(page, "Ta bort Kostnad 1");
        assertThat(page.locator("#f-kostnader .row")).hasCount(1);
        assertThat(citizen.field("kostnader-2-kostnad")).hasValue("3 500");
        assertThat(page.locator("#f-summa_kostnader")).hasText(Pattern.compile("3\\s500\\skr"));
    }

    @Test
    void takesRowsByKeyboardAlone() {
        Citizen citizen = begin(page);
        reachTheBudget(page, citizen);
        citizen.field("kostnader-1-kostnad_vad").focus();
        page.keyboard().type("Scen");
        page.keyboard().press("Tab");
        page.keyboard().type("100");
        page.keyboard().press("Tab");
        assertThat(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Kopiera Kostnad 1")))
                .isFocused();
        page.keyboard().press("Enter");

        assertThat(page.locator("#f-kostnader-2")).isFocused();
        page.keyboard().press("Tab");
        assertThat(citizen.field("kostnader-2-kostnad_vad")).isFocused();
        assertThat(citizen.field("kostnader-2-kostnad")).hasValue("100");
    }

    @Test
    void saysWhatIsWrongInWhichRow() {
        Citizen citizen = begin(page);
        reachTheBudget(page, citizen);
        citizen.write("kostnader-1-kostnad_vad", "Scen");
        citizen.write("kostnader-1-kostnad", "0");
        citizen.write("sokt", "50001");
        press(page, "Fortsätt");

        assertThat(page.locator(".summary")).containsText("Kostnad 1: Skriv ett tal som är minst 1 kr.");
        checkPage(page, "step-rows-wrong");
        page.locator(".summary a").first().click();
        assertThat(citizen.field("kostnader-1-kostnad")).isFocused();
    }

    @Test
    void tellsWhatAChangeLetsGoOfAtOnce() {
        Citizen citizen = begin(page);
        citizen.choose("vem", "grupp");
        citizen.write("gruppnamn", "Demobandet");
        citizen.choose("vem", "jag");

        assertThat(page.locator(".callout.warning")).containsText("Demobandet");
        assertThat(page.locator("[name=vem][value=jag]")).isFocused();
        checkPage(page, "step-dropping");
        citizen.choose("vem", "grupp");
        assertThat(page.locator(".callout.warning")).hasCount(0);
        assertThat(citizen.field("gruppnamn")).hasValue("Demobandet");
    }

    @Test
    void tellsWhatAChangeLetsGoOfAndSendsTheRest() {
        try (BrowserContext plain = newVisitor(false)) {
            Page still = plain.newPage();
            Citizen citizen = begin(still);
            citizen.choose("vem", "grupp");
            press(still, "Fortsätt");
            citizen.write("gruppnamn", "Demobandet");
            citizen.write("medlemmar-1-medlem_namn", "Demo Demosson");
            citizen.choose("vem", "jag");
            press(still, "Fortsätt");

            assertThat(still.locator(".callout.warning")).containsText("Medlem 1: Namn");
            citizen.choose("vem", "grupp");
            press(still, "Ta bort svaren");
            assertThat(citizen.field("gruppnamn")).hasValue("Demobandet");
            assertThat(citizen.field("medlemmar-1-medlem_namn")).hasValue("Demo Demosson");
            citizen.choose("vem", "jag");
            press(still, "Fortsätt");
            press(still, "Ta bort svaren och fortsätt");
            assertThat(still.locator("h1")).hasText("Vad vill du göra?");

            still.goBack();
            reachTheBudget(still, citizen);
            citizen.write("kostnader-1-kostnad_vad", "Scen");
            citizen.write("kostnader-1-kostnad", "20000");
            citizen.write("sokt", "20001");
            press(still, "Fortsätt");
            assertThat(still.locator(".summary")).containsText("Sök högst så mycket som saknas");
            citizen.write("sokt", "20000");
            press(still, "Fortsätt");
            press(still, "Fortsätt");
            citizen.write("namn", "Demo Demosson");
            citizen.write("epost", "demo@example.se");
            press(still, "Fortsätt");

            assertThat(still.locator("h1")).hasText("Granska och skicka");
            assertThat(still.locator(".review").nth(2)).containsText("Kostnad 1: Hur mycket?");
            org.assertj.core.api.Assertions.assertThat(still.locator("main").textContent())
                    .doesNotContain("Demobandet");
            press(still, "Skicka till kommunen");
            assertThat(still.locator(".case-number")).hasText(Pattern.compile("KUL.*\\d"));
        }
    }
}
