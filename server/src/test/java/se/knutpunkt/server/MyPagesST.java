package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A citizen reads what concerns them, a child in their custody and a father who gave a power of attorney. */
class MyPagesST extends BrowserTest {
    private static final String READER = "196006172818";
    private static final String FATHER = "194005068095";
    private static final String STRANGER = "195501292303";
    private static final String ATTACHMENT = "Beslut och hur du överklagar.txt";

    @BeforeEach
    void signalEvents() {
        SourceEvents source = new SourceEvents(launcher);
        source.signalFigure();
        source.signalWithFile("KUL 2026-70031", "Stipendiet är avslaget", READER, ATTACHMENT);
    }

    @Test
    void theListShowsTheReaderTheChildAndTheFather() {
        logIn(page, READER);

        assertThat(line(page, "Stipendiet är avslaget").locator(".tag")).hasCount(0);
        assertThat(line(page, "Barnomsorgsplats tilldelad").locator(".tag")).hasText("Sixten Demosson");
        assertThat(line(page, "Särskilt boende tilldelat").locator(".tag")).hasText("Din far");
        assertThat(page.locator(".todo")).containsText("Särskilt boende tilldelat");
        assertThat(page.getByRole(AriaRole.HEADING, named("Oktober 2025"))).isVisible();
        checkPage(page, "mina-sidor");
    }

    @Test
    void aStrangerSeesNothingOfIt() {
        logIn(page, READER);
        follow(page, "Stipendiet är avslaget");
        String event = page.url();

        try (BrowserContext other = newVisitor(true)) {
            Page strangers = other.newPage();
            logIn(strangers, STRANGER);
            assertThat(strangers.getByRole(AriaRole.HEADING, named("Här är det tomt än så länge")))
                    .isVisible();
            assertThat(strangers.locator(".events li")).hasCount(0);
            checkPage(strangers, "mina-sidor-tom");
            assertThat(strangers.navigate(event).status()).isEqualTo(404);
            assertThat(other.request().get(event + "/bilaga/1").status()).isEqualTo(404);
        }
    }

    @Test
    void anEventIsReadOnceOpenedAndItsFileIsFetched() {
        logIn(page, READER);
        follow(page, "Stipendiet är avslaget");

        assertThat(page.getByRole(AriaRole.HEADING, named("Stipendiet är avslaget")))
                .isVisible();
        checkPage(page, "handelse");
        APIResponse file = page.request()
                .get(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(ATTACHMENT))
                        .getAttribute("href"));
        assertThat(file.text()).isEqualTo(SourceEvents.FILE_TEXT);
        assertThat(file.headers().get("content-disposition")).startsWith("attachment; ");
        assertThat(file.headers().get("x-content-type-options")).isEqualTo("nosniff");

        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Visa hela ärendet"))
                .click();
        assertThat(page.getByRole(AriaRole.HEADING, named("Vad som har hänt"))).isVisible();
        checkPage(page, "arende");
        page.navigate("/mina-sidor");
        assertThat(line(page, "Stipendiet är avslaget")).not().hasClass(Pattern.compile(".*new.*"));
    }

    @Test
    void aCorrectionStandsInThePlaceOfWhatItCorrectsAndItsFileComesLater() {
        SourceEvents source = new SourceEvents(launcher);
        byte[] decision = "Du får 12 000 kronor.".getBytes(StandardCharsets.UTF_8);
        ObjectNode wrong = source.event("KUL 2026-70032", "Du får 1 200 kronor", READER);
        String wrongId = source.signal(wrong);
        logIn(page, READER);
        follow(page, "Du får 1 200 kronor");
        String old = page.url();

        ObjectNode right = source.event("KUL 2026-70032", "Du får 12 000 kronor", READER);
        SourceEvents.data(right)
                .putObject("ersatter")
                .put("kundhandelseId", wrong.get("id").asText())
                .put("satt", "RATTELSE")
                .put("tidpunkt", "2026-11-21T08:00:00Z");
        SourceEvents.data(right)
                .putArray("bilagor")
                .addObject()
                .put("namn", "Beslut om bidrag.txt")
                .put("mediatyp", "text/plain")
                .put("sha256", sha256(decision));
        String rightId = source.signal(right);

        page.navigate("/mina-sidor");
        assertThat(line(page, "Du får 1 200 kronor")).hasCount(0);
        assertThat(line(page, "Du får 12 000 kronor").locator(".note")).hasText("Rättat");
        checkPage(page, "mina-sidor-rattad");
        page.navigate(old);
        assertThat(page.url()).endsWith(rightId).doesNotContain(wrongId);
        assertThat(page.getByRole(AriaRole.HEADING, named("Du får 12 000 kronor")))
                .isVisible();
        assertThat(page.getByText("rättades 21 november 2026")).isVisible();
        assertThat(page.getByText("Filen har inte kommit hit än")).isVisible();
        assertThat(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Beslut om bidrag.txt")))
                .hasCount(0);
        checkPage(page, "handelse-rattad");
        assertThat(page.request().get(page.url() + "/bilaga/1").status()).isEqualTo(404);

        Api api = new Api(launcher);
        assertThat(api.put(rightId, 1, "något annat".getBytes(StandardCharsets.UTF_8))
                        .status())
                .isEqualTo(422);
        assertThat(api.put(rightId, 2, decision).status()).isEqualTo(404);
        Api.Answer kept = api.put(rightId, 1, decision);
        assertThat(kept.status()).as(kept.text()).isEqualTo(200);
        assertThat(api.put(rightId, 1, decision)).isEqualTo(kept);
        page.reload();
        APIResponse file = page.request()
                .get(page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Beslut om bidrag.txt"))
                        .getAttribute("href"));
        assertThat(file.body()).isEqualTo(decision);
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Visa hela ärendet"))
                .click();
        assertThat(page.locator(".timeline .note")).hasText("Rättat");
        checkPage(page, "arende-rattad");
    }

    @Test
    void aDocumentThatIsWithheldIsNeitherNamedNorSent() {
        SourceEvents source = new SourceEvents(launcher);
        Api api = new Api(launcher);
        byte[] hidden = "Den som anmälde heter så.".getBytes(StandardCharsets.UTF_8);
        ObjectNode event = source.event("KUL 2026-70033", "Handlingar till dig", READER);
        ArrayNode files = SourceEvents.data(event).putArray("bilagor");
        text(files, "Brev.txt", "Första brevet");
        files.addObject()
                .put("namn", "Hemlig anmälan.txt")
                .put("mediatyp", "text/plain")
                .put("sha256", sha256(hidden))
                .putObject("undantagen")
                .put("lagrum", "OSL 26:5")
                .put("skal", "Hemligt skäl")
                .put("upplysning", "En anmälan om hur du mår");
        text(files, "Kvitto.txt", "Det andra dokumentet");
        text(files, "Hemlig rapport.txt", "Rapporten")
                .putObject("undantagen")
                .put("lagrum", "OSL 26:1")
                .put("skal", "Hemligt skäl");
        String since =
                api.ask("/api/v1/changes?since=latest").json().get("next").asText();
        String id = source.signal(event);
        JsonNode told = asked(api, since, id);
        assertThat(told.get("antalBilagor").asInt())
                .as("those that the party may have")
                .isEqualTo(2);
        assertThat(told.get("antalUndantagnaBilagor").asInt()).isEqualTo(2);
        logIn(page, READER);
        follow(page, "Handlingar till dig");
        assertThat(page.locator(".papers a")).hasText(new String[] {"Brev.txt", "Kvitto.txt"});
        assertThat(page.locator("main")).containsText("”En anmälan om hur du mår”");
        assertThat(page.locator("main")).containsText("OSL 26:5");
        assertThat(page.locator("main")).not().containsText("Hemlig");
        assertThat(page.locator("main")).not().containsText("OSL 26:1");
        checkPage(page, "handelse-undantagen");

        assertThat(api.put(id, 2, hidden).status()).isEqualTo(200);
        page.reload();
        assertThat(page.locator(".papers a")).hasText(new String[] {"Brev.txt", "Kvitto.txt"});
        assertThat(page.locator("main")).not().containsText("Hemlig");
        assertThat(page.request().get(page.url() + "/bilaga/1").text()).isEqualTo("Första brevet");
        assertThat(page.request().get(page.url() + "/bilaga/2").text()).isEqualTo("Det andra dokumentet");
        APIResponse beyond = page.request().get(page.url() + "/bilaga/9");
        for (int place : new int[] {3, 4}) {
            APIResponse withheld = page.request().get(page.url() + "/bilaga/" + place);
            assertThat(withheld.status()).isEqualTo(404);
            assertThat(withheld.text().length()).isEqualTo(beyond.text().length());
        }
    }

    @Test
    void anEventWhoseOnlyDocumentIsWithheldLooksLikeOneWithout() {
        SourceEvents source = new SourceEvents(launcher);
        ObjectNode event = source.event("KUL 2026-70034", "Inget att läsa", READER);
        text(SourceEvents.data(event).putArray("bilagor"), "Hemlig.txt", "Texten")
                .putObject("undantagen")
                .put("lagrum", "OSL 26:1")
                .put("skal", "Hemligt skäl");
        source.signal(event);
        logIn(page, READER);
        follow(page, "Inget att läsa");
        assertThat(page.getByRole(AriaRole.HEADING, named("Bilagor"))).hasCount(0);
        assertThat(page.locator("main")).not().containsText("Hemlig");
        assertThat(page.request().get(page.url() + "/bilaga/1").status()).isEqualTo(404);
    }

    /** What a system that asks is told of an event, as soon as the event has its number. */
    private static JsonNode asked(Api api, String since, String id) {
        for (int i = 0; i < 40; i++) {
            for (JsonNode event :
                    api.ask("/api/v1/changes?since=" + since).json().get("events")) {
                if (event.get("id").asText().equals(id)) {
                    return event.get("data");
                }
            }
            LockSupport.parkNanos(Duration.ofMillis(500).toNanos());
        }
        throw new AssertionError("The event has no number yet");
    }

    private static ObjectNode text(ArrayNode files, String name, String content) {
        return files.addObject()
                .put("namn", name)
                .put("mediatyp", "text/plain")
                .put("innehall", Base64.getEncoder().encodeToString(content.getBytes(StandardCharsets.UTF_8)));
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void theFilterShowsOnePersonByAnOpaqueKey() {
        logIn(page, READER);
        page.locator(".who").getByRole(AriaRole.LINK).filter(text("din far")).click();

        assertThat(line(page, "Särskilt boende tilldelat")).isVisible();
        assertThat(line(page, "Stipendiet är avslaget")).hasCount(0);
        assertThat(page.url()).contains("vem=").doesNotContain(FATHER);
        checkPage(page, "mina-sidor-filter");

        assertThat(page.navigate("/mina-sidor?vem=AAAAAAAAAAAAAAAA").status()).isEqualTo(404);
    }

    @Test
    void wordsAreSearchedForWithoutStandingInTheAddress() {
        logIn(page, READER);
        search(page, "boende tilldelat");

        assertThat(line(page, "Särskilt boende tilldelat")).isVisible();
        assertThat(line(page, "Stipendiet är avslaget")).hasCount(0);
        assertThat(page.getByLabel("Sök på ärendenummer eller ord")).hasValue("boende tilldelat");
        assertThat(decoded(page.url()).toLowerCase(Locale.ROOT)).doesNotContain("boende");
        checkPage(page, "mina-sidor-sok");

        search(page, "finns ingenstans");
        assertThat(page.getByRole(AriaRole.HEADING, named("Vi hittade inget för ”finns ingenstans”")))
                .isVisible();
    }

    @Test
    void aCaseNumberIsSearchedForByAnAddressThatCanBeKept() {
        logIn(page, READER);
        search(page, "kul 2026-70031");

        assertThat(line(page, "Stipendiet är avslaget")).isVisible();
        assertThat(line(page, "Särskilt boende tilldelat")).hasCount(0);
        assertThat(decoded(page.url())).endsWith("arende=KUL 2026-70031");
    }

    @Test
    void settingsTellWhatIsWrongAndKeepWhatWasTyped() {
        logIn(page, READER);
        page.navigate("/mina-sidor/installningar");
        page.getByLabel("E-postadress").fill("demo@");
        page.getByLabel("Telefonnummer").fill("12");
        save(page);

        assertThat(page.locator(".summary").getByRole(AriaRole.LINK)).hasCount(2);
        assertThat(page.getByLabel("E-postadress")).hasValue("demo@");
        assertThat(page.url()).doesNotContain("demo@");
        checkPage(page, "installningar-fel");

        page.getByLabel("E-postadress").fill("demo@example.se");
        page.getByLabel("Telefonnummer").fill("070-123 45 67");
        page.getByLabel("Ja, skicka e-post").check();
        save(page);
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Dina inställningar är sparade.");
        page.navigate("/mina-sidor/installningar");
        assertThat(page.getByLabel("E-postadress")).hasValue("demo@example.se");
        assertThat(page.getByLabel("Ja, skicka e-post")).isChecked();
        checkPage(page, "installningar");
    }

    @Test
    void allOfItWorksWithoutJavaScript() {
        try (BrowserContext plain = newVisitor(false)) {
            Page own = plain.newPage();
            logInByHand(own, READER);
            search(own, "barnomsorgsplats tilldelad");
            follow(own, "Barnomsorgsplats tilldelad");
            assertThat(own.getByRole(AriaRole.HEADING, named("Barnomsorgsplats tilldelad")))
                    .isVisible();
            own.navigate("/mina-sidor/installningar");
            own.getByLabel("E-postadress").fill("fel");
            save(own);
            assertThat(own.locator(".summary")).isVisible();
        }
    }

    @Test
    void theServiceTellsHowAccessibleItIsAndWhatItKeeps() {
        page.navigate("/tillganglighet");
        assertThat(page.locator("a[href='https://www.digg.se/tdosanmalan']")).hasCount(1);
        assertThat(page.locator("main a[href='/e-tjanster/rapportera-tillganglighetsbrist']"))
                .hasCount(1);
        assertThat(page.locator("main")).containsText("delvis förenlig");
        checkPage(page, "tillganglighet");

        page.navigate("/personuppgifter");
        checkPage(page, "personuppgifter");
        assertThat(visitor.cookies()).isEmpty();

        page.navigate("/e-tjanster/rapportera-tillganglighetsbrist");
        assertThat(page.getByRole(AriaRole.HEADING, named("Rapportera brister i tillgänglighet")))
                .isVisible();
    }

    @Test
    void wrongAddressesAreNotFaults() {
        logIn(page, READER);
        for (String address : new String[] {
            "/mina-sidor/handelse/finns-inte",
            "/mina-sidor/handelse/" + "a".repeat(500),
            "/mina-sidor/handelse/a/bilaga/0",
            "/mina-sidor/arende/finns-inte",
            "/mina-sidor/utkast/finns-inte/ta-bort"
        }) {
            assertThat(page.navigate(address).status()).as(address).isEqualTo(404);
        }
        assertThat(page.navigate("/mina-sidor?fore=hej").status()).isEqualTo(400);
        assertThat(page.navigate("/mina-sidor?arende=hej%20hopp").status()).isEqualTo(400);
        assertThat(page.navigate("/mina-sidor?s=hej").status()).isEqualTo(200);
        assertThat(page.getByText("Sökningen har blivit för gammal.")).isVisible();
    }

    private static void logIn(Page page, String person) {
        choosePerson(page, person);
        page.waitForURL(Pattern.compile(".*/mina-sidor$"));
    }

    /** Without JavaScript the provider's answer is sent on by hand. */
    private static void logInByHand(Page page, String person) {
        choosePerson(page, person);
        page.getByRole(AriaRole.BUTTON, named("Fortsätt till portalen")).click();
        page.waitForURL(Pattern.compile(".*/mina-sidor$"));
    }

    private static void choosePerson(Page page, String person) {
        page.navigate("/mina-sidor");
        page.locator("button[name=person][value='" + person + "']").click();
    }

    private static Locator line(Page page, String text) {
        return page.locator(".events li").filter(text(text)).first();
    }

    private static Locator.FilterOptions text(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Page.GetByRoleOptions named(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static void follow(Page page, String line) {
        line(page, line).getByRole(AriaRole.LINK).click();
    }

    private static void search(Page page, String words) {
        page.getByLabel("Sök på ärendenummer eller ord").fill(words);
        page.getByRole(AriaRole.BUTTON, named("Sök händelser")).click();
    }

    private static void save(Page page) {
        page.getByRole(AriaRole.BUTTON, named("Spara inställningarna")).click();
    }

    private static String decoded(String address) {
        return URLDecoder.decode(URI.create(address).toString(), StandardCharsets.UTF_8);
    }
}
