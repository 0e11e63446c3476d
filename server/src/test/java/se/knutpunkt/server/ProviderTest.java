package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.Cookie;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Assumptions;
import se.knutpunkt.server.FormBrowser.Answer;

/** Base of the tests that log in at an identity provider that others have written. */
abstract class ProviderTest extends BrowserTest {
    static final String LOGIN = "__Host-knutpunkt";
    static final String CORRELATION = "__Host-knutpunkt-saml";

    private static final int SEE_OTHER = 303;
    private static final Pattern REFUSED = Pattern.compile("/inloggning-nekad\\?.*nr=([0-9a-f]+)");

    /** Passes by where a provider cannot be had; not where the whole suite must hold. */
    static void require(Optional<String> missing) {
        if (System.getenv("CI") != null) {
            Assertions.assertThat(missing).isEmpty();
        }
        Assumptions.assumeTrue(missing.isEmpty(), () -> missing.orElse(""));
    }

    static URI metadataOf(RunningLauncher portal) {
        return portal.address().resolve("/saml/metadata");
    }

    /** What the portal's log says of the refusal, by the id in the address of its page. */
    final String refusal(Answer answer) {
        Matcher shown = REFUSED.matcher(answer.address().toString());
        String id = shown.find() ? shown.group(1) : "";
        Pattern line = Pattern.compile("login refused id=" + id + " error=\\w+");
        try (Stream<Path> logs = Files.list(launcher.data().resolve("log"))) {
            for (Path log : logs.filter(file -> file.toString().endsWith(".log"))
                    .filter(file -> file.getFileName().toString().startsWith("portal-"))
                    .toList()) {
                Matcher found = line.matcher(Files.readString(log));
                if (found.find()) {
                    return found.group();
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return "no refusal " + id;
    }

    /** Goes to my pages by way of a provider, and returns the page of the portal to which the provider's post leads. */
    final Response logIn(String provider, String user) {
        choose(provider);
        return prove(user);
    }

    final void choose(String provider) {
        page.navigate("/logga-in?till=/mina-sidor");
        // the one chosen last stands first, with a word before its name
        page.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(provider))
                .click();
    }

    /** Types on the provider's page, and returns the page of the portal to which the provider's post leads. */
    final Response prove(String user) {
        page.locator("[name=username]").fill(user);
        return prove();
    }

    /** The like, where the provider knows who it should be. */
    final Response prove() {
        page.locator("[name=password]").fill("test");
        return page.waitForResponse(
                response -> response.url().startsWith(launcher.address().toString()) && response.status() != SEE_OTHER,
                () -> page.locator("[name=password]").press("Enter"));
    }

    final void assertIsIn(String name) {
        page.waitForURL("**/mina-sidor");
        assertThat(page.locator("body")).containsText(name);
    }

    final Optional<Cookie> cookie(String name) {
        return visitor.cookies().stream()
                .filter(cookie -> cookie.name.equals(name))
                .findFirst();
    }
}
