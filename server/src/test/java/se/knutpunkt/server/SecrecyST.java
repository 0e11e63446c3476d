package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Staff with the provisions of secrecy and the delegations. */
class SecrecyST extends BrowserTest {
    private static final String ADMINISTRATOR = "behorighetsansvarig";

    @Test
    void anyStaffFindsWhatAProvisionMeans() {
        logIn(page, "registrator", "/sekretess");
        assertThat(page.locator("h1")).hasText("Sekretessbestämmelser");
        assertThat(page.locator("#osl-26-1")).containsText("Omvänt");
        assertThat(page.locator("#osl-26-1")).containsText("70 år");
        checkPage(page, "secrecy");
        page.locator("#q").fill("förskola");
        page.locator("#q").press("Enter");
        assertThat(page.locator("tbody tr")).hasCount(1);
        assertThat(page.locator("#osl-23-1")).isVisible();
        assertThat(page.url()).doesNotContain("rskola");
        page.getByText("Visa alla").click();
        page.locator("#q").fill("bygglov zzz");
        page.locator("#q").press("Enter");
        assertThat(page.locator("main")).containsText("Ingen bestämmelse har alla de orden");
        checkPage(page, "secrecy-nothing");
    }

    @Test
    void anAdministratorMakesADelegationAndEndsIt() {
        logIn(page, ADMINISTRATOR, "/behorigheter");
        page.getByLabel("Redaktör").check();
        page.locator("#varde").fill("kontaktcenter-prov");
        page.locator("#enhet").fill("Kontaktcenter");
        page.getByText("Lägg till raden").click();
        assertThat(page.locator(".summary a")).hasText(new String[] {"Välj den nämnd som enheten finns i."});
        page.locator("#plats").selectOption("kommunstyrelsen");
        page.getByText("Lägg till raden").click();
        assertThat(row("kontaktcenter-prov")).containsText("Arbetar för Kommunstyrelsen, Kontaktcenter");
        checkPage(page, "roles-work");

        page.navigate("/delegationer");
        assertThat(page.locator("h1")).hasText("Delegationer");
        page.locator("#fran").selectOption("barn-och-utbildningsnämnden/förskola");
        page.locator("#fran").press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("dl.facts")).containsText("Förskola");
        page.getByText("Gör delegationen").click();
        assertThat(page.locator(".summary a")).hasCount(4);
        checkPage(page, "delegations-faults");
        page.locator(".summary a").last().click();
        assertThat(page.locator("#beslut")).isFocused();
        page.locator("#beslut").fill("BUN 2026-11-03 § 88");
        page.locator("#till").selectOption("enhet:kommunstyrelsen/Kontaktcenter");
        page.getByText("Gör delegationen").click();
        // what was typed is there, and not in the address
        assertThat(page.locator("#beslut")).hasValue("BUN 2026-11-03 § 88");
        assertThat(page.url()).doesNotContain("2026-11-03");
        page.getByLabel("Se ärendena").check();
        page.locator("input[name=typ][value=FÖR]").check();
        page.getByText("Gör delegationen").click();
        assertThat(page.locator("div.done")).containsText("Delegationen är gjord");
        assertThat(row("BUN 2026-11-03")).containsText("Kontaktcenter, Kommunstyrelsen");
        assertThat(row("BUN 2026-11-03")).containsText("Förskola och barnomsorg");
        checkPage(page, "delegations");
        endWithoutScripts();
        removeLine();
    }

    private void endWithoutScripts() {
        try (BrowserContext plain = newVisitor(false)) {
            Page desk = plain.newPage();
            logIn(desk, ADMINISTRATOR, "/delegationer");
            desk.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^Avsluta ")))
                    .first()
                    .click();
            new Citizen(desk).press("Avsluta delegationen");
            assertThat(desk.locator(".summary a")).hasText("Skriv varför, med högst 300 tecken.");
            page.navigate(desk.url());
            checkPage(page, "delegations-end");
            desk.locator("#skal").fill("Kontaktcenter har fått en ny");
            new Citizen(desk).press("Avsluta delegationen");
            assertThat(desk.locator("div.done")).containsText("gäller inte längre");
            assertThat(desk.locator("#avslutade + .table")).containsText("Kontaktcenter har fått en ny");
        }
    }

    private void removeLine() {
        page.navigate("/behorigheter");
        row("kontaktcenter-prov").getByRole(AriaRole.LINK).click();
        page.getByText("Ta bort raden", new Page.GetByTextOptions().setExact(true))
                .click();
        assertThat(page.locator("div.done")).containsText("Raden är borttagen");
    }

    @Test
    void thePagesAreClosedToOthers() {
        logIn(page, "registrator", "/registrator");
        assertThat(page.navigate("/delegationer").status()).isEqualTo(403);
        assertThat(page.navigate("/delegationer/ny?fran=kommunstyrelsen").status())
                .isEqualTo(403);
        try (BrowserContext citizen = newVisitor(true)) {
            Page other = citizen.newPage();
            logIn(other, Citizen.PERSON, "/mina-sidor");
            assertThat(other.navigate("/sekretess").status()).isEqualTo(403);
            assertThat(other.navigate("/delegationer").status()).isEqualTo(403);
        }
    }

    private Locator row(String text) {
        return page.getByRole(AriaRole.ROW).filter(new Locator.FilterOptions().setHasText(text));
    }

    private static void logIn(Page page, String person, String path) {
        page.navigate("/logga-in?till=" + path);
        new Citizen(page).logIn(person);
    }
}
