package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Base64;
import java.util.List;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A form goes to its line-of-business system, and the case is one to the citizen. */
class HandoverST extends BrowserTest {

    private static final String MANAGER = "systemforvaltare";
    private static final String REGISTRAR = "registrator";
    private static final String FORM = "anmal-nedskrapning";
    private static final String RULE = "/overlamningar/regler/" + FORM;
    private static final String KEY = "key-of-the-environment-system-in-tests-1234";
    private static final int PATIENCE_MILLIS = 60_000;

    private Receiver receiver;
    private Api api;

    @BeforeEach
    void aSystemThatMaySignalTheCaseType() throws Exception {
        receiver = new Receiver();
        api = new Api(launcher);
        change("INSERT IGNORE INTO source_system (code, name_sv, name_en, authority, expected_rhythm_minutes,"
                + " registered_at) SELECT 'miljo', 'Miljöreda', 'Miljöreda', authority, 500000, UTC_TIMESTAMP(6)"
                + " FROM case_type WHERE code = 'NED'");
        change("INSERT IGNORE INTO source_case_type (source, case_type) VALUES ('miljo', 'NED')");
        try (Connection database = launcher.database();
                PreparedStatement statement = database.prepareStatement(
                        "INSERT IGNORE INTO source_key (key_sha256, source) VALUES (?, 'miljo')")) {
            statement.setBytes(1, MessageDigest.getInstance("SHA-256").digest(KEY.getBytes(StandardCharsets.UTF_8)));
            statement.executeUpdate();
        }
    }

    /** The other tests share this portal: their forms are the registrar's. */
    @AfterEach
    void theFormIsTheRegistrarsAgain() throws SQLException {
        receiver.close();
        change("DELETE FROM handover_rule");
        change("UPDATE handover SET due_at = due_at + INTERVAL 1 YEAR");
    }

    @Test
    void aFormThatIsTakenOverAtOnceIsOneCaseToTheCitizen() throws Exception {
        receiver.answers(201, "{\"caseNumber\": \"MILJÖ-2026-17\"}");
        logIn(page, MANAGER, "/overlamningar/regler");
        checkPage(page, "handover-rules");
        page.navigate(RULE);
        page.locator("#adress").fill("ftp://fel");
        page.locator("#larm").fill("noll");
        new Citizen(page).press("Spara");
        assertThat(page.locator(".summary a")).hasCount(3);
        assertThat(page.locator("#adress")).hasValue("ftp://fel");
        checkPage(page, "handover-rule-faults");
        page.locator(".summary a").first().press("Enter");
        assertThat(page.locator("#system")).isFocused();
        String secret = makeRule(page, "JSON");
        checkPage(page, "handover-rule");
        page.reload();
        assertThat(page.content()).doesNotContain(secret);

        try (BrowserContext citizen = newVisitor(true)) {
            Page mine = citizen.newPage();
            String caseNumber = report(mine);
            page.navigate("/overlamningar");
            awaitText(page, "Där: MILJÖ-2026-17");
            checkPage(page, "handovers");
            page.getByText(caseNumber).click();
            assertThat(page.locator("main")).containsText("Systemet tog över ärendet.");
            checkPage(page, "handover");

            Receiver.Taken document = receiver.last();
            assertThat(document.header("webhook-signature")).isEqualTo("v1," + signature(document, secret));
            JsonNode json = Api.JSON.readTree(document.body());
            assertThat(json.at("/case/number").asText()).isEqualTo(caseNumber);
            assertThat(json.at("/applicant/identityNumber").asText()).isEqualTo(Citizen.PERSON);
            assertThat(json.at("/applicant/assuranceLevel").asText()).isEqualTo("loa3");
            assertThat(json.at("/answers/farligt").isBoolean()).isTrue();
            assertThat(get(json.get("$schema").asText(), null)).isEqualTo(200);
            assertThat(get("/api/v1/forms/" + FORM + "/1/schema.xsd", null)).isEqualTo(200);
            assertThat(get("/api/v1/forms/" + FORM + "/999/schema.xsd", null)).isEqualTo(404);
            String file = json.at("/answers/bilder/0/address").asText();
            assertThat(get(file, KEY)).isEqualTo(200);
            assertThat(get(file, null)).isEqualTo(401);
            assertThat(get(file, api.key())).as("another system's").isEqualTo(404);

            assertThat(signal("MILJÖ-2026-17", "Inspektören har varit på platsen"))
                    .isEqualTo(200);
            mine.navigate("/mina-sidor");
            mine.getByText("Inspektören har varit på platsen").first().click();
            assertThat(mine.locator("main")).containsText(caseNumber);
            mine.locator("main a[href*='/mina-sidor/arende/']").first().click();
            assertThat(mine.locator(".timeline")).containsText("Inspektören har varit på platsen");
            assertThat(mine.locator(".timeline")).containsText("Ditt ärende har tagits emot för handläggning");
            assertThat(mine.locator(".timeline li")).hasCount(3);
            assertThat(mine.locator(".facts")).containsText("MILJÖ-2026-17");
            checkPage(mine, "handover-case");
        }
    }

    @Test
    void aNumberThatComesLaterIsTakenOnce() throws Exception {
        receiver.answers(202, "");
        logIn(page, MANAGER, RULE);
        makeRule(page, "XML");
        String caseNumber;
        try (BrowserContext citizen = newVisitor(true)) {
            caseNumber = report(citizen.newPage());
        }
        page.navigate("/overlamningar?lage=levererade");
        awaitText(page, caseNumber);
        String id = receiver.last().header("webhook-id");
        assertThat(receiver.last().body())
                .contains("urn:knutpunkt:form:" + FORM + ":1")
                .contains(id);

        assertThat(tell(id, api.key(), "{\"caseNumber\": \"M 7\"}"))
                .as("another system")
                .isEqualTo(404);
        assertThat(tell(id, "no-key", "{\"caseNumber\": \"M 7\"}")).isEqualTo(401);
        assertThat(tell(id, KEY, "{\"caseNumber\": \"19600617-2818\"}")).isEqualTo(422);
        assertThat(tell("0f2a6c1e-7d3b-4c55-9a10-3f6b2f9d4e21", KEY, "{\"caseNumber\": \"M 7\"}"))
                .isEqualTo(404);
        assertThat(tell(id, KEY, "<taken xmlns=\"urn:x\"><caseNumber>M 7</caseNumber></taken>"))
                .isEqualTo(200);
        assertThat(tell(id, KEY, "{\"caseNumber\": \"M 7\"}")).as("again").isEqualTo(200);
        assertThat(tell(id, KEY, "{\"caseNumber\": \"M 8\"}"))
                .as("another number")
                .isEqualTo(409);
        page.navigate("/overlamningar/" + id);
        assertThat(page.locator("h1")).containsText("Övertaget");
        assertThat(page.locator(".facts")).containsText("M 7");
    }

    @Test
    void whatIsRefusedIsSeenAndGoesBackToTheRegistrarWithoutJavaScript() throws Exception {
        receiver.answers(422, "{\"title\": \"Fel\", \"detail\": \"Fastigheten finns inte\"}");
        logIn(page, MANAGER, RULE);
        makeRule(page, "JSON");
        String caseNumber;
        try (BrowserContext citizen = newVisitor(true)) {
            caseNumber = report(citizen.newPage());
        }
        try (BrowserContext plain = newVisitor(false)) {
            Page desk = plain.newPage();
            logIn(desk, REGISTRAR, "/overlamningar?lage=avvisade");
            awaitText(desk, caseNumber);
            String id = receiver.last().header("webhook-id");
            change("UPDATE handover SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE WHERE public_id = '" + id + "'");
            desk.navigate("/overlamningar/" + id);
            assertThat(desk.locator(".alarm")).containsText("inte tagits över i tid");
            assertThat(desk.locator(".timeline")).containsText("felkod 422");
            assertThat(desk.locator(".timeline q")).containsText("Fastigheten finns inte");
            desk.getByText("Läs det som skickades in").click();
            assertThat(desk.locator("main")).containsText(LitterReport.PLACE.substring(0, 10));

            receiver.answers(503, "");
            desk.navigate("/overlamningar/" + id);
            new Citizen(desk).press("Skicka igen");
            assertThat(desk.locator("div.done")).containsText("Blanketten skickas igen");
            awaitText(desk, "felkod 503");
            new Citizen(desk).follow("Ta tillbaka");
            desk.locator("#skal").fill("Ja");
            new Citizen(desk).press("Ta tillbaka ärendet");
            assertThat(desk.locator(".summary a")).hasCount(1);
            assertThat(desk.locator("#skal-fel")).containsText("3 till 500 tecken");
            assertThat(desk.locator("#skal")).hasValue("Ja");
            assertThat(desk.url()).doesNotContain("Ja");
            checkRegistrarsPages(id);
            desk.locator("#skal").fill("Systemet är ur bruk i dag.");
            desk.locator("#skal").press("Enter");
            assertThat(desk.locator("h1")).containsText("Taget tillbaka");
            assertThat(desk.locator(".timeline")).containsText("Systemet är ur bruk i dag.");
            desk.navigate("/registrator");
            assertThat(desk.locator("table")).containsText(caseNumber);
            assertThat(tell(id, KEY, "{\"caseNumber\": \"M 9\"}")).isEqualTo(404);

            desk.navigate("/overlamningar");
            desk.locator("#nummer").fill("19600617-2818");
            new Citizen(desk).press("Sök");
            assertThat(desk.locator(".summary")).containsText("Personnummer går inte att söka på");
            assertThat(desk.url()).doesNotContain("2818");
            desk.locator("#nummer").fill(caseNumber);
            desk.locator("#nummer").press("Enter");
            assertThat(desk.locator("tbody tr")).hasCount(1);
        }
    }

    /** As they are with JavaScript, which the checks need. */
    private void checkRegistrarsPages(String id) {
        try (BrowserContext other = newVisitor(true)) {
            Page seen = other.newPage();
            logIn(seen, REGISTRAR, "/overlamningar/" + id + "/innehall");
            checkPage(seen, "handover-content");
            seen.navigate("/overlamningar/" + id + "/ta-tillbaka");
            new Citizen(seen).press("Ta tillbaka ärendet");
            assertThat(seen.locator("#fel")).isFocused();
            checkPage(seen, "handover-take-back");
        }
    }

    @Test
    void thePagesAreClosedToEveryoneElse() {
        for (String person : List.of("redaktor", "behorighetsansvarig", Citizen.PERSON)) {
            try (BrowserContext other = newVisitor(true)) {
                Page door = other.newPage();
                logIn(door, person, "/");
                for (String path : List.of("", "/regler", "/regler/" + FORM)) {
                    assertThat(door.navigate("/overlamningar" + path).status())
                            .as(person + path)
                            .isEqualTo(403);
                }
            }
        }
        logIn(page, REGISTRAR, "/overlamningar");
        assertThat(page.navigate(RULE).status()).isEqualTo(403);
        assertThat(page.navigate("/overlamningar/0f2a6c1e-7d3b-4c55-9a10-3f6b2f9d4e21")
                        .status())
                .isEqualTo(404);
        assertThat(page.navigate("/overlamningar?fore=inget&lage=x&blankett=%27&system=%00")
                        .status())
                .isEqualTo(200);
    }

    private String makeRule(Page desk, String format) {
        desk.navigate(RULE);
        desk.locator("#system").selectOption("miljo");
        desk.locator("#adress").fill(receiver.address());
        desk.locator("[name=format][value=" + format + "]").check();
        desk.locator("#larm").fill("2");
        new Citizen(desk).press("Spara");
        String secret = desk.locator("#hemlighet").inputValue();
        assertThat(secret).startsWith("whsec_");
        return secret;
    }

    /** A report of litter by a person who has logged in, with a picture; its case number. */
    private static String report(Page mine) {
        Citizen citizen = new Citizen(mine);
        logIn(mine, Citizen.PERSON, "/e-tjanster/" + FORM);
        mine.navigate("/e-tjanster/" + FORM);
        mine.getByText(Pattern.compile("^Börja som ")).click();
        citizen.write("plats", LitterReport.PLACE);
        citizen.press("Fortsätt");
        citizen.tellWhat();
        mine.locator("input[type=file]").setInputFiles(Citizen.picture("soptipp.png"));
        citizen.press("Fortsätt");
        citizen.wantNoAnswer();
        citizen.press("Skicka till kommunen");
        return mine.locator(".case-number").innerText().strip();
    }

    private void awaitText(Page at, String text) {
        long limit = System.nanoTime() + PATIENCE_MILLIS * 1_000_000L;
        while (!at.content().contains(text)) {
            assertThat(System.nanoTime()).as("waited for: " + text).isLessThan(limit);
            at.waitForTimeout(500);
            at.reload();
        }
    }

    private int get(String address, @Nullable String key) {
        String path = address.replaceFirst("^https?://[^/]+", "");
        HttpRequest.Builder request = api.request(path).GET();
        return api.raw(key == null ? request : request.header("Authorization", "Bearer " + key))
                .statusCode();
    }

    private int tell(String id, String key, String body) {
        return api.raw(api.request("/api/v1/handovers/" + id)
                        .header("Authorization", "Bearer " + key)
                        .header("Content-Type", body.startsWith("<") ? "application/xml" : "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .statusCode();
    }

    private int signal(String caseNumber, String headline) {
        String event = """
                {"specversion": "1.0", "id": "handover-st", "source": "urn:knutpunkt:exempel:provning",
                 "type": "se.kommun.arende.handelse.v1", "time": "2026-11-22T12:05:00Z",
                 "datacontenttype": "application/json",
                 "data": {"kundhandelseId": "handover-st", "rubrik": "%s", "beskrivning": "Det städas i veckan.",
                  "sprak": "sv", "tidpunkt": "2026-11-22T12:05:00Z", "kundhandelseTyp": "MILJO.NED.INSPEKTION",
                  "producentarendetKraverKundatgard": false, "producentarendetKlart": false, "version": "6.1",
                  "arendetyp": "NED", "neutralSammanfattning": "Något har hänt i ett ärende",
                  "part": {"kund": {"identifierare": "%s", "typ": "Personnummer"},
                   "arende": {"identifierare": "%s", "typ": "Producentarendereferens"}}}}
                """.formatted(headline, Citizen.PERSON, caseNumber);
        return api.raw(api.events(KEY, Api.ONE, event.getBytes(StandardCharsets.UTF_8)))
                .statusCode();
    }

    /** As Standard Webhooks has it. */
    private static String signature(Receiver.Taken document, String secret)
            throws GeneralSecurityException, IOException {
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.substring("whsec_".length())), "HmacSHA256"));
        String signed =
                document.header("webhook-id") + "." + document.header("webhook-timestamp") + "." + document.body();
        return Base64.getEncoder().encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    }

    private void change(String sql) throws SQLException {
        try (Connection database = launcher.database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private static void logIn(Page at, String person, String path) {
        at.navigate("/logga-in?till=" + path);
        new Citizen(at).logIn(person);
    }
}
