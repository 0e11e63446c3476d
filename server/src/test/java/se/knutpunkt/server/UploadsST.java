package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.FileChooser;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Files in a browser: chosen or dropped, with their progress, over a line that breaks, and those that are not taken. */
class UploadsST extends BrowserTest {
    private static final Pattern PIECES = Pattern.compile("/uppladdning/[a-z2-7]{32}/");
    private static final int SLOW_MILLIS = 60_000;

    private Citizen citizen;

    @Test
    void severalFilesAreSentAtOnceAndTheFormGoesOnByItself() {
        atPictures(page);

        citizen.field("bilder")
                .setInputFiles(new FilePayload[] {Citizen.picture("en.png"), Citizen.picture("två.png")});
        citizen.press("Fortsätt");

        assertThat(page.locator("h1")).hasText("Vill du ha svar?");
        page.goBack();
        assertThat(page.locator(".files li")).hasCount(2);
        assertThat(page.locator(".files")).containsText("två.png");
        checkPage(page, "upload-saved");
    }

    @Test
    void aBrokenConnectionCostsNothing() throws Exception {
        atPictures(page);
        byte[] content = large();
        AtomicInteger pieces = new AtomicInteger();
        page.route(PIECES, route -> {
            // the second piece and all questions after it meet a dead line, until it is back
            if (pieces.incrementAndGet() > 1) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        citizen.field("bilder").setInputFiles(new FilePayload("stor.png", "image/png", content));

        assertThat(page.locator(".uploads")).containsText("förbindelsen bröts", slow());
        assertThat(page.locator(".uploads progress")).hasAttribute("value", Pattern.compile("4\\d"));
        checkPage(page, "upload-broken");
        page.unroute(PIECES);
        assertThat(page.locator(".files")).containsText("stor.png", slow());
        assertThat(page.locator(".uploads")).hasCount(0);
        assertThat(page.locator("[data-upload-news]")).containsText("stor.png är uppladdad");

        citizen.press("Fortsätt");
        citizen.wantNoAnswer();
        citizen.press("Skicka till kommunen");
        assertThat(page.locator(".case-number")).isVisible();
        assertThat(words(new LitterReport(page).receipt())).contains(sha256(content));
    }

    @Test
    void theSameFileChosenAgainGoesOnWhereItStopped() {
        atPictures(page);
        byte[] content = large();
        AtomicInteger sent = new AtomicInteger();
        page.route(PIECES, route -> {
            if (sent.incrementAndGet() > 1) {
                route.abort("connectionreset");
            } else {
                route.resume();
            }
        });
        FilePayload file = new FilePayload("om.png", "image/png", content);
        page.evaluate("() => { window.chosen = null; }");
        drop(file);
        assertThat(page.locator(".uploads")).containsText("förbindelsen bröts", slow());
        page.onDialog(dialog -> dialog.accept());
        page.reload();
        page.unroute(PIECES);
        AtomicInteger again = new AtomicInteger();
        page.route(PIECES, route -> {
            again.incrementAndGet();
            route.resume();
        });
        drop(file);

        assertThat(page.locator(".files")).containsText("om.png", slow());
        assertThat(again.get()).as("pieces sent after the page was loaded anew").isEqualTo(2);
    }

    @Test
    void droppedAndChosenByKeyboardWithItsProgressShown() {
        atPictures(page);
        assertThat(page.locator(".drop")).containsText("dra filer hit");
        page.route(PIECES, Route::abort);
        drop(new FilePayload("släppt.png", "image/png", Citizen.picture("x").buffer));
        assertThat(page.locator(".uploads progress")).isVisible();
        page.locator(".uploads button").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("[data-upload-news]")).containsText("avbruten");
        assertThat(page.locator(".uploads")).hasCount(0);
        page.unroute(PIECES);

        citizen.field("bilder").focus();
        FileChooser chooser = page.waitForFileChooser(() -> page.keyboard().press("Enter"));
        chooser.setFiles(Citizen.picture("vald.png"));

        assertThat(page.locator(".files")).containsText("vald.png", slow());
        assertThat(citizen.field("bilder")).isFocused();
        checkPage(page, "upload-chosen");
    }

    @Test
    void whatIsNotTakenIsSaidBesideTheFieldAtOnce() {
        atPictures(page);
        citizen.field("bilder").setInputFiles(new FilePayload[] {
            new FilePayload("rörlig.gif", "image/gif", "GIF89a/*\u0000\u0000*/=1;alert(1)".getBytes(ISO_8859_1)),
            new FilePayload("bild.jpg", "image/jpeg", Citizen.picture("x").buffer),
            Citizen.picture("bra.png")
        });

        assertThat(page.locator(".files")).containsText("bra.png", slow());
        assertThat(page.locator(".field.wrong")).containsText("två olika sorters filer");
        assertThat(page.locator(".field.wrong")).containsText("Byt slutet av namnet till ”.png”");
        assertThat(citizen.field("bilder")).isFocused();
        assertThat(citizen.field("bilder")).hasAttribute("aria-invalid", "true");
        checkPage(page, "upload-refused");
        citizen.press("Fortsätt");
        assertThat(page.locator("h1")).hasText("Vill du ha svar?");
    }

    @Test
    void theSameIsSaidWithoutJavaScript() {
        try (BrowserContext plain = newVisitor(false)) {
            Page still = plain.newPage();
            atPictures(still);
            for (FilePayload hostile : new FilePayload[] {
                new FilePayload("dubbel.gif", "image/gif", "GIF89a/*\u0000\u0000*/=1;alert(1)".getBytes(ISO_8859_1)),
                new FilePayload("bild.jpg", "image/jpeg", Citizen.picture("x").buffer),
                new FilePayload(
                        "ritning.png", "image/svg+xml", "<svg><script>alert(1)</script></svg>".getBytes(ISO_8859_1)),
                new FilePayload("tom.png", "image/png", new byte[0]),
                new FilePayload("program.exe", "image/png", Citizen.picture("x").buffer)
            }) {
                citizen.field("bilder").setInputFiles(hostile);
                citizen.press("Ladda upp");
                assertThat(still.locator(".field.wrong .message")).containsText("”" + hostile.name + "”");
            }
            citizen.field("bilder").setInputFiles(Citizen.picture("C:\\mina bilder\\..\\ok.png"));
            citizen.press("Ladda upp");
            assertThat(still.locator(".files")).containsText("ok.png");
            assertThat(still.locator(".files")).not().containsText("mina bilder");
        }
    }

    /** The page of pictures in a new report. */
    private void atPictures(Page visited) {
        citizen = new Citizen(visited);
        visited.navigate("/e-tjanster/anmal-nedskrapning");
        citizen.press("Börja utan att logga in");
        citizen.tellWhere();
        citizen.tellWhat();
    }

    /** Drops a file on the field as a hand does; it was last changed at the same moment each time. */
    private void drop(FilePayload file) {
        Object transfer = page.evaluateHandle(
                "([name, type, text]) => { const data = new DataTransfer();"
                        + " const bytes = Uint8Array.from(atob(text), (c) => c.charCodeAt(0));"
                        + " data.items.add(new File([bytes], name, { type, lastModified: 1700000000000 })); return data; }",
                Arrays.asList(
                        file.name, file.mimeType, java.util.Base64.getEncoder().encodeToString(file.buffer)));
        for (String event : new String[] {"dragover", "drop"}) {
            page.locator("[data-field=bilder] .drop").dispatchEvent(event, java.util.Map.of("dataTransfer", transfer));
        }
    }

    /** Nine megabytes of noise behind the head of a picture. */
    private static byte[] large() {
        byte[] content = new byte[9_000_000];
        new Random(11).nextBytes(content);
        byte[] head = Citizen.picture("x").buffer;
        System.arraycopy(head, 0, content, 0, head.length);
        return content;
    }

    private static com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions slow() {
        return new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions().setTimeout(SLOW_MILLIS);
    }

    private static String words(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            PdfTextExtractor text = new PdfTextExtractor(reader);
            StringBuilder all = new StringBuilder();
            for (int i = 1; i <= reader.getNumberOfPages(); i++) {
                all.append(text.getTextFromPage(i));
            }
            return all.toString().replaceAll("\\s", "");
        }
    }

    private static String sha256(byte[] content) throws Exception {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
    }
}
