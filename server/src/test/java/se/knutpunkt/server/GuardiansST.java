package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A guardian and proxy acts for others, in every way that it can end. */
class GuardiansST extends BrowserTest {
    private static final String READER = "196006172818";
    private static final String STRANGER = "199004072394";
    private static final String CHILD = "Sixten Demosson";
    private static final String FATHER = "Folke Demosson";
    private static final Pattern MY_PAGES = Pattern.compile(".*/mina-sidor(\\?jag=1)?$");
    private static final Duration REFRESHED = Duration.ofSeconds(100);

    private long child;

    @BeforeEach
    void signalEventsAndFindTheChild() throws SQLException {
        new SourceEvents(launcher).signalFigure();
        try (Connection database = launcher.database();
                ResultSet row = database.createStatement().executeQuery("SELECT MIN(child_id) FROM guardianship")) {
            row.next();
            child = row.getLong(1);
        }
        confirm(Instant.now());
    }

    @AfterEach
    void makeItAsTheDemoHasIt() throws SQLException {
        confirm(Instant.now());
        run("UPDATE party SET protected_identity = FALSE WHERE id = ?", child);
        run("UPDATE guardianship SET until_date = NULL WHERE child_id = ?", child);
    }

    @Test
    void actingForAChildIsADeliberateStepThatEveryPageTellsOf() throws IOException {
        logIn(page, READER);
        page.getByRole(AriaRole.LINK, link("Agera för " + CHILD)).first().click();
        assertThat(page.locator(".acting")).hasCount(0);
        assertThat(page.locator("main")).containsText("ditt barn");
        checkPage(page, "agera");
        press(page, "Agera för " + CHILD);

        assertThat(page.locator(".acting")).containsText("Du agerar för Sixten Demosson (ditt barn)");
        assertThat(line(page, "Barnomsorgsplats tilldelad")).isVisible();
        assertThat(line(page, "kulturstipendium")).hasCount(0);
        assertThat(line(page, "Särskilt boende")).hasCount(0);
        checkPage(page, "mina-sidor-agerar");
        String case_ = fillProposal(page, "Fler gungor");
        assertThat(page.locator(".acting")).isVisible();
        assertThat(page.locator("main")).containsText("Gäller Sixten Demosson. Skickat av Demo Demosson.");
        checkPage(page, "receipt-agerar");
        Download pdf = page.waitForDownload(() -> new Citizen(page).follow("Ladda ner kvittensen"));
        assertThat(Files.readAllBytes(pdf.path())).startsWith("%PDF".getBytes());
        String receipt = page.url();

        page.navigate("/mina-sidor/finns-inte");
        assertThat(page.locator(".acting")).isVisible();
        page.navigate("/mina-sidor/installningar");
        assertThat(page.locator("h1")).hasText("Det här gäller dig själv");
        checkPage(page, "roll-egen");
        press(page, "Tillbaka till mig själv och fortsätt");
        assertThat(page.locator("h1")).hasText("Inställningar");
        assertThat(page.locator(".acting")).hasCount(0);

        page.navigate("/mina-sidor");
        assertThat(page.locator("aside.beside")).not().containsText(case_);
        assertThat(line(page, case_).locator(".tag")).hasText(CHILD);
        assertThat(page.navigate(receipt).status()).isEqualTo(409);
        assertThat(page.locator("h1")).hasText("Det här gäller Sixten Demosson");
        checkPage(page, "roll-annan");
        press(page, "Agera för Sixten Demosson och fortsätt");
        assertThat(page.locator(".case-number")).hasText(case_);
    }

    @Test
    void aFormOfAnotherTabNeverLandsOnTheWrongPerson() {
        logIn(page, READER);
        act(page, CHILD);
        beginProposal(page);
        page.locator("[name=rubrik]").fill("Gungor");
        String step = page.url();
        Page other = visitor.newPage();
        other.navigate("/mina-sidor");
        press(other, "Tillbaka till mig själv");
        other.waitForURL(MY_PAGES);
        assertThat(other.locator("[role=status]")).hasText("Nu är du dig själv igen.");

        press(page, "Fortsätt");
        assertThat(page.locator("h1")).hasText("Det här gäller Sixten Demosson");
        assertThat(page.locator("main")).containsText("Det du skrev är sparat där det hör hemma");
        checkPage(page, "roll-bytt");
        other.reload();
        assertThat(other.locator("main")).not().containsText("Lämna ett medborgarförslag");
        press(page, "Agera för Sixten Demosson och fortsätt");
        assertThat(page).hasURL(step);
        assertThat(page.locator("[name=rubrik]")).hasValue("Gungor");

        // the other way round: the list of one's own is searched from a tab that acts for nobody
        other.getByLabel("Sök på ärendenummer eller ord").fill("boende");
        press(other, "Sök händelser");
        assertThat(other.locator("h1")).hasText("Det här gäller dig själv");
        assertThat(other.locator("main")).containsText("Därför är ingenting ändrat eller skickat");
    }

    @Test
    void custodyThatEndsHoldsFromTheNextClick() throws SQLException {
        logIn(page, READER);
        act(page, CHILD);
        beginProposal(page);
        run("UPDATE guardianship SET until_date = CURRENT_DATE - INTERVAL 2 DAY WHERE child_id = ?", child);

        page.locator("[name=rubrik]").fill("Gungor");
        press(page, "Fortsätt");
        assertThat(page.locator("h1")).hasText("Du agerar inte längre för någon annan");
        assertThat(page.locator("main")).not().containsText(CHILD);
        assertThat(page.locator(".acting")).hasCount(0);
        checkPage(page, "roll-slut");
        page.navigate("/mina-sidor");
        assertThat(page.locator("main")).not().containsText("Sixten");
        assertThat(line(page, "Barnomsorgsplats")).hasCount(0);
        assertThat(line(page, "kulturstipendium").first()).isVisible();
    }

    @Test
    void ofAChildWhoGetsProtectedIdentityNothingIsLeft() throws SQLException {
        logIn(page, READER);
        act(page, CHILD);
        run("UPDATE party SET protected_identity = TRUE WHERE id = ?", child);

        page.reload();
        assertThat(page.locator("h1")).hasText("Du agerar inte längre för någon annan");
        assertThat(page.locator("main")).not().containsText("kydd");
        page.navigate("/mina-sidor");
        assertThat(page.locator("body")).not().containsText("Sixten");
        // nor when the register falls silent as well
        confirm(Instant.now().minus(Duration.ofHours(30)));
        page.reload();
        assertThat(page.locator("main")).not().containsText("folkbokföringen");
    }

    @Test
    void aSilentRegisterClosesAndSaysSo() throws SQLException {
        logIn(page, READER);
        Path register = launcher.data().resolve("demo/guardians.xml");
        Instant old = Instant.now().minus(Duration.ofHours(30));
        touch(register, old);
        confirm(old);

        page.navigate("/mina-sidor");
        assertThat(page.locator(".callout.warning")).containsText("äldre än ett dygn");
        assertThat(page.locator("main")).not().containsText("Sixten");
        assertThat(line(page, "Särskilt boende").first()).isVisible();
        checkPage(page, "mina-sidor-gammalt-register");

        touch(register, Instant.now());
        Instant limit = Instant.now().plus(REFRESHED);
        while (line(page, "Barnomsorgsplats").count() == 0 && Instant.now().isBefore(limit)) {
            page.waitForTimeout(2_000);
            page.reload();
        }
        assertThat(line(page, "Barnomsorgsplats").first()).isVisible();
        assertThat(page.locator(".callout.warning")).hasCount(0);
    }

    @Test
    void custodyThatIsSharedAndThenEndsByTheRegistersFile() throws IOException {
        Path register = launcher.data().resolve("demo/guardians.xml");
        String demo = Files.readString(register);
        String relation = "<Relation><RelationId><PersonNr>196006172818</PersonNr></RelationId>"
                + "<Relationstyp>V</Relationstyp><RelationFromdatum>20160812</RelationFromdatum></Relation>";
        assertThat(demo).contains(relation);
        try (BrowserContext second = newVisitor(true)) {
            Page strangers = second.newPage();
            logIn(strangers, STRANGER);
            assertThat(strangers.locator("main")).not().containsText("Sixten");
            try {
                Files.writeString(register, demo.replace(relation, relation + relation.replace(READER, STRANGER)));
                awaitText(strangers, "Agera för " + CHILD, true);
                logIn(page, READER);
                assertThat(page.locator("main")).containsText("Agera för " + CHILD);
                act(strangers, CHILD);
                assertThat(line(strangers, "Barnomsorgsplats").first()).isVisible();
            } finally {
                Files.writeString(register, demo);
            }
            awaitText(strangers, "Du agerar inte längre för någon annan", true);
            strangers.navigate("/mina-sidor");
            assertThat(strangers.locator("main")).not().containsText("Sixten");
        }
    }

    @Test
    void allOfItWorksByKeyboardAndWithoutJavaScript() {
        logIn(page, READER);
        Locator choice =
                page.getByRole(AriaRole.LINK, link("Agera för " + FATHER)).first();
        choice.focus();
        page.keyboard().press("Enter");
        page.getByRole(AriaRole.BUTTON, button("Agera för " + FATHER)).focus();
        page.keyboard().press("Enter");
        page.waitForURL(MY_PAGES);
        assertThat(page.locator(".acting")).containsText("Du agerar för Folke Demosson (din far)");
        page.keyboard().press("Tab");
        page.keyboard().press("Tab");
        assertThat(page.locator(".acting button")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page.locator(".acting")).hasCount(0);

        try (BrowserContext plain = newVisitor(false)) {
            Page own = plain.newPage();
            own.navigate("/mina-sidor");
            new Citizen(own).logIn(READER);
            act(own, CHILD);
            beginProposal(own);
            assertThat(own.locator(".acting")).isVisible();
            press(own, "Tillbaka till mig själv");
            assertThat(own.locator(".acting")).hasCount(0);
        }
    }

    private static void logIn(Page page, String person) {
        page.navigate("/mina-sidor");
        new Citizen(page).logIn(person);
        page.waitForURL(MY_PAGES);
    }

    private static void act(Page page, String name) {
        page.navigate("/mina-sidor");
        page.getByRole(AriaRole.LINK, link("Agera för " + name)).first().click();
        press(page, "Agera för " + name);
        page.waitForURL(MY_PAGES);
        assertThat(page.locator(".acting")).isVisible();
    }

    private static void beginProposal(Page page) {
        page.navigate("/e-tjanster/lamna-medborgarforslag");
        press(page, "Börja för " + CHILD);
        assertThat(page.locator(".acting")).isVisible();
    }

    /** Fills in and sends a proposal; answers the case number. */
    private static String fillProposal(Page page, String title) {
        Citizen citizen = new Citizen(page);
        beginProposal(page);
        citizen.write("rubrik", title);
        citizen.write("forslag", "Det behövs fler gungor i parken vid skolan.");
        checkPage(page, "step-agerar");
        citizen.press("Fortsätt");
        citizen.choose("tillsammans", "no");
        citizen.press("Fortsätt");
        citizen.press("Fortsätt");
        assertThat(citizen.field("namn")).hasValue(CHILD);
        assertThat(citizen.field("epost")).hasValue("");
        citizen.write("epost", "sixten@exempel.se");
        citizen.press("Fortsätt");
        assertThat(page.locator("main")).containsText("att de gäller Sixten Demosson, och att du, Demo Demosson");
        checkPage(page, "review-agerar");
        citizen.press("Skicka till kommunen");
        return page.locator(".case-number").innerText();
    }

    private static void awaitText(Page page, String text, boolean there) {
        Instant limit = Instant.now().plus(REFRESHED);
        while (page.locator("main").innerText().contains(text) != there
                && Instant.now().isBefore(limit)) {
            page.waitForTimeout(2_000);
            page.reload();
        }
        assertThat(page.locator("main")).containsText(text);
    }

    private static void press(Page page, String name) {
        page.getByRole(AriaRole.BUTTON, button(name)).first().click();
    }

    private static Page.GetByRoleOptions button(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Page.GetByRoleOptions link(String name) {
        return new Page.GetByRoleOptions().setName(name).setExact(true);
    }

    private static Locator line(Page page, String text) {
        return page.locator(".events li").filter(new Locator.FilterOptions().setHasText(text));
    }

    private void confirm(Instant when) throws SQLException {
        try (Connection database = launcher.database();
                PreparedStatement update = database.prepareStatement("UPDATE guardianship SET confirmed_at = ?")) {
            update.setObject(1, LocalDateTime.ofInstant(when, ZoneOffset.UTC));
            update.executeUpdate();
        }
    }

    private void run(String sql, long id) throws SQLException {
        try (Connection database = launcher.database();
                PreparedStatement update = database.prepareStatement(sql)) {
            update.setLong(1, id);
            update.executeUpdate();
        }
    }

    private static void touch(Path file, Instant when) {
        try {
            Files.setLastModifiedTime(file, java.nio.file.attribute.FileTime.from(when));
        } catch (IOException unwritable) {
            throw new java.io.UncheckedIOException(unwritable);
        }
    }
}
