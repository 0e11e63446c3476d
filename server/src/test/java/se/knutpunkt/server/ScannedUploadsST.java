package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.options.FilePayload;
import java.io.IOException;
import java.io.OutputStream;
import java.net.Socket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * Uploads on a portal of its own: with a real clamd, with little memory and with small limits. A large file has
 * {@code -Dupload.megabytes} megabytes, 2000 for the largest that a form may take.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ScannedUploadsST extends BrowserTest {
    private static final String SLUG = "stora-filer";
    private static final String SERVICE = "/e-tjanster/" + SLUG;
    private static final int MEGABYTES = Integer.getInteger("upload.megabytes", 40);
    private static final int FORM_MEGABYTES = MEGABYTES + 20;
    private static final int PIECE = 8 * 1024 * 1024;
    private static final int SLOW_MILLIS = 60_000;
    private static final Pattern TOKEN = Pattern.compile("data-token=\"([^\"]+)\"");
    private static final Pattern UPLOADS = Pattern.compile("data-uploads=\"([^\"]+)\"");

    private static RunningLauncher own;
    private static RealClamd clamd;

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Citizen citizen;

    @BeforeAll
    static void start() throws IOException {
        Path folder = RunningLauncher.emptied(Path.of("target", "scanned-clamd"));
        clamd = new RealClamd(folder);
        clamd.start();
        own = RunningLauncher.alone(
                "scanned-data",
                Map.of(
                        "KNUTPUNKT_CLAMD", clamd.address(),
                        "KNUTPUNKT_UPLOAD_FORM_MEGABYTES", Integer.toString(FORM_MEGABYTES),
                        "KNUTPUNKT_JAVA_OPTIONS", "-Xmx400m -XX:TieredStopAtLevel=1 -XX:+UseSerialGC"));
        Path forms = Files.createDirectories(own.data().resolve("demo/forms"));
        String form = Files.readString(Path.of("src/main/resources/demo/forms/anmal-nedskrapning.json"));
        Files.writeString(
                forms.resolve(SLUG + ".json"),
                form.replace("\"slug\": \"anmal-nedskrapning\"", "\"slug\": \"" + SLUG + "\"")
                        .replace("\"maxMegabytes\": 10", "\"maxMegabytes\": 2000")
                        .replace("\"jpeg\",", "\"jpeg\", \"pdf\", \"txt\", \"docx\","));
        own.start();
    }

    @AfterAll
    static void stop() {
        if (own != null) {
            own.stop();
        }
        if (clamd != null) {
            clamd.close();
        }
    }

    @Override
    @BeforeEach
    void openBrowser() {
        launcher = own;
        visitor = newVisitor(true);
        page = visitor.newPage();
        citizen = new Citizen(page);
    }

    @Test
    @Order(1)
    void aVirusIsRefusedAndACleanFileSaysSo() {
        atPictures();
        citizen.field("bilder").setInputFiles(text("virus.txt", RealClamd.EICAR));
        assertThat(page.locator(".field.wrong .message")).containsText("innehåller ett virus");
        assertThat(page.locator(".files")).hasCount(0);
        checkPage(page, "upload-virus");

        citizen.field("bilder").setInputFiles(text("brev.txt", "Bara ett brev."));
        assertThat(page.locator(".files")).containsText("Genomsökt, inga virus");
        checkPage(page, "upload-clean");
        assertThat(metric("knutpunkt_clamd_up")).isEqualTo(1);
        assertThat(metric("knutpunkt_files_scanned_total{verdict=\"FOUND\"}")).isGreaterThanOrEqualTo(1);
    }

    @Test
    @Order(2)
    void withoutItsScannerAFileWaitsAndTheFormIsSentLater() {
        atPictures();
        clamd.stop();
        citizen.field("bilder").setInputFiles(text("väntar.txt", "Väntar på sökningen."));
        assertThat(page.locator(".files")).containsText("Väntar på att sökas igenom efter virus");
        checkPage(page, "upload-waiting");
        citizen.field("bilder").setInputFiles(text("smitta.txt", RealClamd.EICAR));
        assertThat(page.locator(".files li")).hasCount(2);
        citizen.press("Fortsätt");
        citizen.wantNoAnswer();
        citizen.press("Skicka till kommunen");

        assertThat(page.locator("[role=alert]")).containsText("Filerna är inte genomsökta än");
        checkPage(page, "review-waiting");
        assertThat(metric("knutpunkt_clamd_up")).isZero();
        assertThat(metric("knutpunkt_files_unscanned")).isEqualTo(2);

        clamd.start();
        citizen.press("Skicka till kommunen");
        assertThat(page.locator(".field.wrong .message")).containsText("”smitta.txt” innehåller ett virus");
        assertThat(page.locator(".files li")).hasCount(1);
        citizen.press("Fortsätt");
        citizen.press("Skicka till kommunen");
        assertThat(page.locator(".case-number")).isVisible();
        assertThat(metric("knutpunkt_clamd_up")).isEqualTo(1);
    }

    @Test
    @Order(3)
    void aLargeFileStreamsThroughLittleMemoryOverALineThatBreaks() throws Exception {
        atPictures();
        long size = MEGABYTES * 1_000_000L;
        Upload upload = announce("stor.pdf", size);
        assertThat(announceStatus("för-stor.pdf", 21_000_000))
                .as("no room beside it in the form")
                .isEqualTo(422);
        assertThat(breakOff(upload, size))
                .as("the whole chunks that came are kept")
                .isEqualTo(524_288);
        assertThat(patch(upload, 0, piece(0, 10)).statusCode()).isEqualTo(409);

        long offset = 524_288;
        HttpResponse<String> last = null;
        while (offset < size) {
            int length = (int) Math.min(PIECE, size - offset);
            last = patch(upload, offset, piece(offset, length));
            assertThat(last.statusCode()).isEqualTo(200);
            offset += length;
        }
        assertThat(last.body()).contains("kept");

        page.reload();
        assertThat(page.locator(".files")).containsText("stor.pdf");
        assertThat(page.locator(".files"))
                .containsText(
                        "Genomsökt",
                        new com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions()
                                .setTimeout(10.0 * SLOW_MILLIS));
    }

    @Test
    @Order(4)
    void whatDoesNotBelongIsRefused() throws Exception {
        atPictures();
        Upload upload = announce("liten.txt", 10);
        String elsewhere = upload.address().replaceAll("[0-9a-f]$", "0").replaceAll("[0-9a-f]{2}$", "00");

        assertThat(patch(new Upload(upload.address(), "fel"), 0, piece(0, 10)).statusCode())
                .isEqualTo(403);
        assertThat(patch(new Upload(elsewhere, upload.token()), 0, piece(0, 10)).statusCode())
                .isEqualTo(403);
        assertThat(head(elsewhere).statusCode()).isEqualTo(404);
        assertThat(head("/uppladdning/" + "a".repeat(32) + "/x").statusCode()).isEqualTo(404);
        assertThat(head("/uppladdning/x").statusCode()).isEqualTo(404);
        assertThat(announceStatus("", 10)).isEqualTo(422);
        assertThat(announceStatus("tom.txt", 0)).isEqualTo(422);
        assertThat(announceStatus("jätte.txt", 2_000_000_001L)).isEqualTo(422);
        assertThat(announceStatus("x.txt", -1)).isEqualTo(400);
        HttpResponse<String> wrongKind = patch(upload, 0, "GIF89a/*..".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(wrongKind.statusCode()).isEqualTo(422);
        assertThat(wrongKind.body()).contains("liten.txt");
        assertThat(head(upload.address()).statusCode()).isEqualTo(404);
        assertThat(own.number("SELECT COUNT(*) FROM draft_file WHERE arriving_field IS NOT NULL"))
                .isZero();
    }

    private record Upload(String address, String token) {}

    private void atPictures() {
        page.navigate(SERVICE);
        citizen.press("Börja utan att logga in");
        citizen.tellWhere();
        citizen.tellWhat();
        // the page is read below, and must be there
        assertThat(page.locator("h1")).hasText("Har du bilder?");
    }

    private static FilePayload text(String name, String content) {
        return new FilePayload(name, "text/plain", content.getBytes(StandardCharsets.UTF_8));
    }

    private double metric(String name) {
        String metrics = answer(request("/metrics").GET()).body();
        Matcher line = Pattern.compile("^" + Pattern.quote(name) + " (\\S+)$", Pattern.MULTILINE)
                .matcher(metrics);
        assertThat(line.find()).as(name).isTrue();
        return Double.parseDouble(line.group(1));
    }

    private Upload announce(String name, long size) throws IOException {
        HttpResponse<String> begun = announced(name, size);
        assertThat(begun.statusCode()).as(begun.body()).isEqualTo(201);
        JsonNode answer = new ObjectMapper().readTree(begun.body());
        return new Upload(answer.get("address").asText(), answer.get("token").asText());
    }

    private int announceStatus(String name, long size) {
        return announced(name, size).statusCode();
    }

    private HttpResponse<String> announced(String name, long size) {
        String html = page.content();
        String body = "_token=" + found(TOKEN, html) + "&field=bilder&modified=1&size=" + size + "&name="
                + URLEncoder.encode(name, StandardCharsets.UTF_8);
        return answer(request(found(UPLOADS, html))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(body)));
    }

    private HttpResponse<String> patch(Upload upload, long offset, byte[] content) {
        return answer(request(upload.address())
                .header("Upload-Offset", Long.toString(offset))
                .header("X-Form-Token", upload.token())
                .header("Content-Type", "application/offset+octet-stream")
                .method("PATCH", HttpRequest.BodyPublishers.ofByteArray(content)));
    }

    private HttpResponse<String> head(String address) {
        return answer(request(address).method("HEAD", HttpRequest.BodyPublishers.noBody()));
    }

    /** Promises a megabyte, sends two whole chunks and a bit, and is gone; tells how much the portal has then. */
    private long breakOff(Upload upload, long size) throws Exception {
        try (Socket line = new Socket("localhost", own.port())) {
            OutputStream out = line.getOutputStream();
            out.write(("PATCH " + upload.address() + " HTTP/1.1\r\nHost: localhost:" + own.port()
                            + "\r\nContent-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\nX-Form-Token: "
                            + upload.token() + "\r\nContent-Length: 1000000\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            out.write(piece(0, 600_000));
            out.flush();
            Thread.sleep(1500);
            line.setSoLinger(true, 0);
        }
        long arrived = 0;
        for (int tries = 0; tries < 50 && arrived == 0; tries++) {
            Thread.sleep(200);
            arrived = Long.parseLong(
                    head(upload.address()).headers().firstValue("Upload-Offset").orElse("0"));
        }
        assertThat(size).isGreaterThan(arrived);
        return arrived;
    }

    /** A part of a PDF of noise; the same bytes at the same place each time. */
    private static byte[] piece(long offset, int length) {
        byte[] content = new byte[length];
        new Random(offset).nextBytes(content);
        if (offset == 0) {
            byte[] head = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
            System.arraycopy(head, 0, content, 0, Math.min(head.length, length));
        }
        return content;
    }

    private static String found(Pattern pattern, String html) {
        Matcher matcher = pattern.matcher(html);
        assertThat(matcher.find()).isTrue();
        return matcher.group(1);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(own.address() + path)).timeout(Duration.ofMinutes(10));
    }

    private HttpResponse<String> answer(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }
}
