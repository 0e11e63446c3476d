package se.knutpunkt.server;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** An anonymous report of litter with a picture, filled in by a browser as a citizen does. */
final class LitterReport {
    static final String PLACE = "Vid stigen norr om Badviken, hundra meter från parkeringen";
    static final String LITTER = "Två soffor och flera svarta säckar.";
    static final String PICTURE = "soptipp.png";
    static final String REPORTER = "Anmälan Testberg";
    static final String MAIL = "anmalan.testberg@example.se";

    private final Page page;

    LitterReport(Page page) {
        this.page = page;
    }

    /** Begins and answers the first page; the second is open then. */
    void begin() {
        page.navigate("/e-tjanster/anmal-nedskrapning");
        press("Börja utan att logga in");
        page.getByLabel("Beskriv platsen").fill(PLACE);
        press("Fortsätt");
    }

    /** Answers the rest and sends; the receipt is open then. */
    void finish() {
        page.getByLabel("Sopor eller grovsopor").check();
        page.getByLabel("Beskriv skräpet").fill(LITTER);
        group("Finns det något farligt").getByLabel("Nej").check();
        press("Fortsätt");
        page.locator("input[type=file]").setInputFiles(new FilePayload(PICTURE, "image/png", picture()));
        press("Fortsätt");
        group("Vill du att vi hör av oss?").getByLabel("Ja").check();
        page.getByLabel("Namn", new Page.GetByLabelOptions().setExact(true)).fill(REPORTER);
        page.getByLabel("E-postadress").fill(MAIL);
        press("Fortsätt");
        press("Skicka till kommunen");
    }

    /** The case number on the receipt. */
    String caseNumber() {
        return page.locator(".case-number").innerText().strip();
    }

    /** The bytes of the receipt's PDF. */
    byte[] receipt() {
        String address = page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("PDF"))
                .first()
                .getAttribute("href");
        return page.request().get(address).body();
    }

    private void press(String button) {
        page.getByRole(
                        AriaRole.BUTTON,
                        new Page.GetByRoleOptions().setName(button).setExact(true))
                .click();
    }

    private Locator group(String legend) {
        return page.getByRole(AriaRole.GROUP, new Page.GetByRoleOptions().setName(legend));
    }

    private static byte[] picture() {
        try (ByteArrayOutputStream png = new ByteArrayOutputStream()) {
            ImageIO.write(new BufferedImage(64, 48, BufferedImage.TYPE_INT_RGB), "png", png);
            return png.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }
}
