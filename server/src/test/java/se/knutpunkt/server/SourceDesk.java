package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** What tests of several pages do at {@code /kallsystem}, and the events that they send. */
final class SourceDesk {
    private SourceDesk() {}

    static void logIn(Page page, String person, String path) {
        page.navigate("/logga-in?till=" + URLEncoder.encode(path, StandardCharsets.UTF_8));
        new Citizen(page).logIn(person);
    }

    /** A source that may signal KUL and has no key. */
    static void register(Page desk, String code, String name) {
        desk.navigate("/kallsystem/nytt");
        desk.locator("#namn").fill(name);
        desk.locator("#namn-en").fill("Test system " + code);
        desk.locator("#kod").fill(code);
        desk.locator("#myndighet").selectOption("kommunstyrelsen");
        desk.locator("input[name=arendetyp][value=KUL]").check();
        new Citizen(desk).press("Registrera källsystemet");
        assertThat(desk.locator("div.done")).containsText("Källsystemet är registrerat");
    }

    /** A new key of the source whose page is open. */
    static String newKey(Page desk) {
        new Citizen(desk).press("Skapa en ny nyckel");
        assertThat(desk.locator("#ny-nyckel")).containsText("visas bara nu");
        String key = desk.locator("#nyckel").inputValue();
        assertThat(key).matches("[A-Za-z0-9_-]{43}");
        return key;
    }

    /** An event of a person that no other test looks at. */
    static String event(String id, String caseType, String caseNumber, String headline) {
        return """
                {"specversion": "1.0", "id": "%1$s", "source": "urn:knutpunkt:exempel:provning",
                 "type": "se.kommun.arende.handelse.v1", "time": "2026-11-20T12:05:00Z",
                 "datacontenttype": "application/json",
                 "data": {"kundhandelseId": "%1$s", "rubrik": "%4$s",
                  "beskrivning": "Beslutet skickas hem.", "sprak": "sv",
                  "tidpunkt": "2026-11-20T12:05:00Z", "kundhandelseTyp": "ALVSTAD.KUL.PROV",
                  "producentarendetKraverKundatgard": false, "producentarendetKlart": false, "version": "6.1",
                  "arendetyp": "%2$s", "neutralSammanfattning": "Något har hänt i ett ärende",
                  "part": {"kund": {"identifierare": "198003202390", "typ": "Personnummer"},
                   "arende": {"identifierare": "%3$s", "typ": "Producentarendereferens"}}}}
                """.formatted(id, caseType, caseNumber, headline);
    }
}
