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
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form that has a field of every kind, filled in with scripts and without, by bad values and by good ones. */
class FieldsST extends BrowserTest {
    private static final String FORM = "/e-tjanster/prova-alla-falt";

    @BeforeEach
    void publish() {
        if (page.navigate(FORM).status() == 200) {
            return;
        }
        try (BrowserContext desk = newVisitor(true)) {
            Page editor = desk.newPage();
            editor.navigate("/logga-in?till=/redaktor/importera");
            new Citizen(editor).logIn("redaktor");
            editor.locator("#fil").setInputFiles(new FilePayload("form.json", "application/json", form()));
            editor.getByText("Importera definitionen").click();
            assertThat(editor.locator("div.done")).containsText("importerad");
            editor.locator("main ol a").first().click();
            assertThat(editor.locator("main")).containsText("Vänta med att börja bygga");
            editor.goBack();
            editor.getByText("Publicera versionen").click();
            assertThat(editor.locator("div.done")).containsText("publicerad");
        }
    }

    private static byte[] form() {
        try (InputStream form = FieldsST.class.getResourceAsStream("/forms/prova-alla-falt.json")) {
            return form.readAllBytes();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Test
    void everyFieldIsFilledInWithScripts() {
        fillIn(page, true);
    }

    @Test
    void everyFieldIsFilledInWithoutScripts() {
        try (BrowserContext plain = newVisitor(false)) {
            fillIn(plain.newPage(), false);
        }
    }

    private void fillIn(Page page, boolean scripts) {
        Citizen citizen = new Citizen(page);
        begin(page);
        tellPlan(page, scripts);
        tellWhen(page, scripts);
        tellWho(page, scripts);
        choose(page, scripts);
        tellWhere(page, scripts);

        assertThat(page.locator("h1")).hasText("Granska och skicka");
        for (String line : answers()) {
            assertThat(page.locator("main")).containsText(line);
        }
        assertThat(page.locator("main")).not().containsText("Sök hos kommunen där du bor");
        check(page, scripts, "fields-review");
        citizen.press("Skicka till kommunen");
        assertThat(page.locator(".case-number")).hasText(Pattern.compile("TIL.*\\d"));
    }

    private static String[] answers() {
        return new String[] {
            "Bygga en brygga",
            "kl. 09.30",
            "1 juni 2027 – 14 juni 2027",
            "1\u00A0234,50\u00A0kr",
            "070-123 45 67",
            "19640823-3234",
            "556036-0793",
            "c/o Anna Demo",
            "123 45 Alvstad",
            "Örebro",
            "Södra Sandby",
            "Borås",
            "1\u00A0500,00 kr",
            "Alvstad Ekeby 1:23",
            "59.329300, 18.068600 (WGS 84)",
            "Jag intygar att uppgifterna är riktiga"
        };
    }

    private static void begin(Page page) {
        page.navigate(FORM);
        new Citizen(page).press("Börja utan att logga in");
    }

    /** What tells, and the stop that keeps the filler here. */
    private static void tellPlan(Page page, boolean scripts) {
        Citizen citizen = new Citizen(page);
        assertThat(page.locator(".callout.warning")).containsText("Vänta med att börja bygga");
        assertThat(page.locator(".further a")).hasAttribute("href", "/personuppgifter");
        citizen.write("text", "Bygga en brygga");
        citizen.write("lang", "Den blir tio meter lång.");
        citizen.choose("bor", "no");
        if (scripts) {
            assertThat(page.locator("#f-stopp")).isVisible();
        }
        citizen.press("Fortsätt");
        assertThat(page.locator(".summary")).containsText("Sök hos kommunen där du bor");
        page.locator(".summary a").click();
        if (scripts) {
            assertThat(page.locator("#f-stopp")).isFocused();
        }
        check(page, scripts, "fields-stop");
        citizen.choose("bor", "yes");
        citizen.press("Fortsätt");
    }

    private static void tellWhen(Page page, boolean scripts) {
        Citizen citizen = new Citizen(page);
        citizen.write("datum", "2026-02-29");
        citizen.write("tid", "16.31");
        inputs(page, "period").nth(0).fill("2027-06-14");
        inputs(page, "period").nth(1).fill("2027-06-01");
        citizen.write("antal", "51");
        citizen.write("belopp", "50 000,01");
        citizen.press("Fortsätt");
        wrong(
                page,
                "Skriv datumet med år, månad och dag",
                "Skriv ett klockslag som är kl. 16.30 eller tidigare.",
                "Skriv en sista dag som är 14 juni 2027 eller senare.",
                "Skriv ett tal som är högst 50 personer.",
                "Skriv ett belopp som är högst 50\u00A0000\u00A0kr.");
        leadsTo(page, "Skriv en sista dag", "f-period-to", scripts);
        assertThat(page.locator("#f-period")).hasAttribute("aria-invalid", "false");
        assertThat(page.locator("#f-period-to")).hasAttribute("aria-invalid", "true");
        assertThat(page.locator("#f-period")).hasValue("2027-06-14");
        check(page, scripts, "fields-when-wrong");

        citizen.write("datum", "1/6 2027");
        citizen.write("tid", "0930");
        inputs(page, "period").nth(0).fill("2027-06-01");
        inputs(page, "period").nth(1).fill("2027-06-14");
        citizen.write("antal", "50");
        citizen.write("belopp", "1 234,50 kr");
        citizen.press("Fortsätt");
    }

    private static void tellWho(Page page, boolean scripts) {
        Citizen citizen = new Citizen(page);
        citizen.write("epost", "anna@exempel");
        citizen.write("telefon", "12");
        citizen.write("nummer", "640823-3235");
        citizen.write("bolag", "640823-3234");
        inputs(page, "hem").nth(0).fill("Storgatan 1");
        inputs(page, "hem").nth(2).fill("1234");
        citizen.press("Fortsätt");
        wrong(
                page,
                "Skriv e-postadressen",
                "Skriv ett telefonnummer",
                "Kontrollera personnumret",
                "Det här är ett personnummer",
                "Skriv postnumret med fem siffror");
        leadsTo(page, "Skriv postnumret", "f-hem-postcode", scripts);
        assertThat(page.locator("#f-hem-postcode")).hasAttribute("autocomplete", "postal-code");
        check(page, scripts, "fields-who-wrong");

        citizen.write("epost", "anna@exempel.se");
        citizen.write("telefon", "0701234567");
        citizen.write("nummer", "640823-3234");
        citizen.write("bolag", "16556036-0793");
        inputs(page, "hem").nth(1).fill("Anna Demo");
        inputs(page, "hem").nth(2).fill("123 45");
        inputs(page, "hem").nth(3).fill("Alvstad");
        citizen.press("Fortsätt");
    }

    private static void choose(Page page, boolean scripts) {
        Citizen citizen = new Citizen(page);
        for (String day : new String[] {"vardag", "helg", "kvall"}) {
            citizen.choose("dagar", day);
        }
        if (scripts) {
            page.locator("#f-sokt").fill("Atlantis");
        }
        citizen.press("Fortsätt");
        wrong(
                page,
                "Välj ett alternativ under ”När på veckan?”",
                "Vilken ort ligger närmast?",
                "Välj högst 2 alternativ");
        if (scripts) {
            wrong(page, "Välj bland alternativen på sidan.");
            assertThat(page.locator("#f-sokt")).hasValue("Atlantis");
        }
        check(page, scripts, "fields-choose-wrong");

        if (scripts) {
            citizen.choose("sort", "kvall");
            assertThat(page.locator("#f-kvallsort")).hasAttribute("role", "combobox");
            assertThat(page.locator("#f-sokt")).hasValue("Atlantis");
        }
        citizen.choose("sort", "helg");
        page.locator("#f-ort").selectOption("Örebro");
        page.locator("[name=dagar][value=kvall]").uncheck();
        if (scripts) {
            search(page);
        } else {
            page.locator("#f-sokt").selectOption("Södra Sandby");
        }
        tellJourney(page, scripts);
    }

    /** The fields of several inputs and the search stand in rows too. */
    private static void tellJourney(Page page, boolean scripts) {
        Citizen citizen = new Citizen(page);
        page.locator("button[name=_rad]").click();
        page.locator("#f-resor-1-resdagar").fill("2027-06-14");
        page.locator("#f-resor-1-resdagar-to").fill("2027-06-01");
        page.locator("#f-resor-1-reskostnad").fill("1 500:-");
        if (scripts) {
            page.locator("#f-resor-1-resmal").fill("borås");
        } else {
            page.locator("#f-resor-1-resmal").selectOption("Borås");
        }
        citizen.press("Fortsätt");
        assertThat(page.locator(".summary a"))
                .hasText(new String[] {"Resa 1: Skriv en sista dag som är 14 juni 2027 eller senare."});
        leadsTo(page, "Resa 1", "f-resor-1-resdagar-to", scripts);
        check(page, scripts, "fields-row-wrong");
        page.locator("#f-resor-1-resdagar").fill("2027-06-01");
        page.locator("#f-resor-1-resdagar-to").fill("2027-06-14");
        citizen.press("Fortsätt");
    }

    /** By keyboard alone, and then by pointing. */
    private static void search(Page page) {
        Locator box = page.locator("#f-sokt");
        assertThat(box).hasAttribute("role", "combobox");
        box.fill("sandby");
        assertThat(page.getByRole(AriaRole.OPTION).filter(new Locator.FilterOptions().setVisible(true)))
                .hasText(new String[] {"Södra Sandby"});
        page.keyboard().press("ArrowDown");
        assertThat(box).hasAttribute("aria-activedescendant", "f-sokt-option-0");
        checkPage(page, "fields-search");
        page.keyboard().press("Enter");
        assertThat(box).hasValue("Södra Sandby");
        assertThat(box).hasAttribute("aria-expanded", "false");
        assertThat(page).hasURL(Pattern.compile(".*/val$"));

        box.fill("öst");
        page.locator("#f-sokt-options li").first().click();
        assertThat(box).hasValue("Östersund");
        box.fill("ö");
        page.keyboard().press("ArrowUp");
        page.keyboard().press("Escape");
        assertThat(box).hasAttribute("aria-expanded", "false");
        box.fill("södra sandby");
        page.keyboard().press("Tab");
        assertThat(box).not().isFocused();
    }

    private static void tellWhere(Page page, boolean scripts) {
        Citizen citizen = new Citizen(page);
        citizen.write("fastighet", "Storgatan 1");
        inputs(page, "punkt").nth(0).fill("Torget");
        inputs(page, "punkt").nth(1).fill("18.0686, 59.3293");
        citizen.press("Fortsätt");
        wrong(
                page,
                "Skriv kommun, trakt och nummer",
                "Koordinaterna ligger utanför Sverige",
                "Kryssa i rutan om det stämmer");
        leadsTo(page, "Koordinaterna", "f-punkt-point", scripts);
        check(page, scripts, "fields-where-wrong");

        citizen.write("fastighet", "alvstad ekeby 1 : 23");
        inputs(page, "punkt").nth(1).fill("59.3293, 18.0686");
        citizen.field("bild").setInputFiles(Citizen.picture("bryggan.png"));
        citizen.field("intyg").check();
        citizen.press("Fortsätt");
    }

    @Test
    void whoIsStoppedMayStillSaveAndLeave() {
        Citizen citizen = new Citizen(page);
        begin(page);
        citizen.write("text", "Något att spara");
        citizen.choose("bor", "no");
        citizen.press("Spara och gå");

        assertThat(page.locator(".private-link")).isVisible();
        page.navigate(page.locator(".private-link").innerText());
        assertThat(citizen.field("text")).hasValue("Något att spara");
        assertThat(page.locator("#f-stopp")).isVisible();
    }

    private static Locator inputs(Page page, String field) {
        return page.locator("input[name=" + field + "]");
    }

    private static void wrong(Page page, String... messages) {
        for (String message : messages) {
            assertThat(page.locator(".summary")).containsText(message);
            assertThat(page.locator(".message").filter(new Locator.FilterOptions().setHasText(message)))
                    .hasCount(1);
        }
    }

    private static void leadsTo(Page page, String message, String input, boolean scripts) {
        Locator link = page.locator(".summary a").filter(new Locator.FilterOptions().setHasText(message));
        assertThat(link).hasAttribute("href", "#" + input);
        if (scripts) {
            link.click();
            assertThat(page.locator("#" + input)).isFocused();
        }
    }

    private static void check(Page page, boolean scripts, String name) {
        if (scripts) {
            checkPage(page, name);
        }
    }
}
