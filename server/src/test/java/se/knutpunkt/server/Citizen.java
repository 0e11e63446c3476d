package se.knutpunkt.server;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.util.Base64;
import java.util.regex.Pattern;

/** What a citizen does on the pages, by the words they read there. */
final class Citizen {
    /** The official test identity of the figure's first person. */
    static final String PERSON = "196006172818";

    private static final String PNG =
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static final int PATIENCE_MILLIS = 8000;

    private final Page page;

    Citizen(Page page) {
        this.page = page;
    }

    /** A picture of one pixel: small, and by its content a PNG. */
    static FilePayload picture(String name) {
        return new FilePayload(name, "image/png", Base64.getDecoder().decode(PNG));
    }

    void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    void follow(String link) {
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(Pattern.compile("^" + link)))
                .first()
                .click();
    }

    void write(String field, String text) {
        field(field).fill(text);
    }

    Locator field(String id) {
        return page.locator("[name=" + id + "]");
    }

    void choose(String field, String value) {
        page.locator("[name=" + field + "][value=" + value + "]").check();
    }

    /** From the landing page into a new draft of the littering report, without login. */
    void beginLitterReport() {
        page.navigate("/e-tjanster/anmal-nedskrapning");
        press("Börja utan att logga in");
    }

    void tellWhere() {
        write("plats", "Vid norra stranden av Lillsjön, bakom badplatsen");
        press("Fortsätt");
    }

    /** The step about what lies there, with nothing dangerous in it. */
    void tellWhat() {
        choose("sort", "sopor");
        write("beskrivning", "Tre soffor och några säckar. Det går att köra fram med bil.");
        choose("farligt", "no");
        press("Fortsätt");
    }

    void wantNoAnswer() {
        choose("svar", "no");
        press("Fortsätt");
    }

    void logIn(String person) {
        page.locator("button[name=person][value='" + person + "']").click();
        Locator onwards = page.getByText("Fortsätt till portalen");
        try {
            page.waitForURL(Citizen::isPortal, new Page.WaitForURLOptions().setTimeout(PATIENCE_MILLIS));
        } catch (TimeoutError withoutJavaScript) {
            onwards.click();
            page.waitForURL(Citizen::isPortal);
        }
    }

    private static boolean isPortal(String url) {
        return !url.contains("/demo-eid/") && !url.contains("/saml/");
    }
}
