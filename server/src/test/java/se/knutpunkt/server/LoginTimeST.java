package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** A login that is about to end, ends, and is taken up again. Time is moved in the database and in the browser. */
class LoginTimeST extends BrowserTest {
    private static final String PROPOSAL = "/e-tjanster/lamna-medborgarforslag";
    private static final String TITLE = "Fler papperskorgar i parken";

    @Test
    void warnsInTimeAndIsExtendedByOneClick() throws SQLException {
        page.clock().install();
        logIn(page);
        idle(Duration.ofMinutes(27));
        page.clock().fastForward(Duration.ofMinutes(26).toMillis());

        Locator warning = page.getByRole(AriaRole.DIALOG);
        assertThat(warning).isVisible();
        assertThat(warning).containsText("Minuter kvar: 3");
        assertThat(warning.getByRole(AriaRole.BUTTON).first()).isFocused();
        checkPage(page, "login-time");

        page.keyboard().press("Enter");

        assertThat(warning).isHidden();
        assertThat(idleSeconds()).isLessThan(60);
    }

    @Test
    void staysClosedByEscapeUntilTheLastMinute() throws SQLException {
        page.clock().install();
        logIn(page);
        idle(Duration.ofMinutes(27));
        page.clock().fastForward(Duration.ofMinutes(26).toMillis());
        Locator warning = page.getByRole(AriaRole.DIALOG);
        assertThat(warning).isVisible();

        page.keyboard().press("Escape");
        page.clock().runFor(10_000);
        assertThat(warning).isHidden();

        idle(Duration.ofSeconds(29 * 60 + 20));
        page.clock().runFor(Duration.ofMinutes(2).toMillis());
        assertThat(warning).isVisible();
    }

    @Test
    void saysNothingWhileAnotherTabIsInUse() {
        page.clock().install();
        logIn(page);

        page.clock().fastForward(Duration.ofMinutes(26).toMillis());
        page.waitForTimeout(1000);

        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
    }

    @Test
    void comesBackToTheSameFieldWithWhatWasTyped() throws SQLException {
        page.clock().install();
        beginProposal(page);
        String step = page.url();
        Locator title = page.locator("[name=rubrik]");
        title.fill(TITLE);
        idle(Duration.ofMinutes(31));
        page.clock().fastForward(Duration.ofMinutes(31).toMillis());

        page.waitForURL(Pattern.compile("/logga-in\\?.*igen=sparat"));
        assertThat(page.locator("main")).containsText("Du är inte inloggad längre");
        assertThat(page.getByRole(AriaRole.DIALOG)).isHidden();
        checkPage(page, "login-again");
        page.locator("main ul a").first().click();
        new Citizen(page).logIn(Citizen.PERSON);

        assertThat(page).hasURL(step);
        assertThat(page.locator("[name=rubrik]")).hasValue(TITLE);
        assertThat(page.locator("[name=rubrik]")).isFocused();
    }

    @Test
    void keepsWhatIsPostedTooLateWithoutJavaScript() throws SQLException {
        try (BrowserContext plain = newVisitor(false)) {
            Page form = plain.newPage();
            beginProposal(form);
            String step = form.url();
            assertThat(form.content()).contains("Inloggad till ");
            form.locator("[name=rubrik]").fill(TITLE);
            idle(Duration.ofMinutes(31));

            new Citizen(form).press("Fortsätt");

            assertThat(form.locator("main")).containsText("det du har skrivit är sparat");
            form.locator("main ul a").first().click();
            new Citizen(form).logIn(Citizen.PERSON);
            assertThat(form).hasURL(step);
            assertThat(form.locator("[name=rubrik]")).hasValue(TITLE);
        }
    }

    @Test
    void keepsNothingAfterTheLoginWasEndedByItsPerson() throws SQLException {
        beginProposal(page);
        String step = page.url();
        page.locator("[name=rubrik]").fill(TITLE);
        try (Connection database = launcher.database();
                PreparedStatement logout = database.prepareStatement("DELETE FROM login")) {
            logout.executeUpdate();
        }

        new Citizen(page).press("Fortsätt");

        assertThat(page.locator("main")).containsText("inte mottaget");
        page.locator("main ul a").first().click();
        new Citizen(page).logIn(Citizen.PERSON);
        assertThat(page).hasURL(step);
        assertThat(page.locator("[name=rubrik]")).hasValue("");
    }

    private static void logIn(Page page) {
        page.navigate("/mina-sidor");
        new Citizen(page).logIn(Citizen.PERSON);
    }

    private static void beginProposal(Page page) {
        page.navigate(PROPOSAL);
        new Citizen(page).follow("Logga in och börja");
        new Citizen(page).logIn(Citizen.PERSON);
        page.getByText(Pattern.compile("^Börja som ")).click();
    }

    /** Makes every login last used so long ago. */
    private void idle(Duration time) throws SQLException {
        try (Connection database = launcher.database();
                PreparedStatement update = database.prepareStatement(
                        "UPDATE login SET last_seen_at = UTC_TIMESTAMP(6) - INTERVAL ? SECOND")) {
            update.setLong(1, time.toSeconds());
            update.executeUpdate();
        }
    }

    private long idleSeconds() throws SQLException {
        try (Connection database = launcher.database();
                PreparedStatement select = database.prepareStatement(
                        "SELECT MIN(TIMESTAMPDIFF(SECOND, last_seen_at, UTC_TIMESTAMP(6))) FROM login");
                ResultSet row = select.executeQuery()) {
            row.next();
            return row.getLong(1);
        }
    }
}
