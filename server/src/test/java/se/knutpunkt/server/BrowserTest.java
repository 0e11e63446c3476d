package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.WeakHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/**
 * Base of the browser's tests against the shared launcher: a fresh visitor a test, with {@link #page} open on nothing.
 *
 * <p>Chromium is the system's own; Playwright fetches no browser.
 */
abstract class BrowserTest {
    private static final Path CHROMIUM = Path.of(System.getProperty("knutpunkt.chromium", "/usr/bin/chromium"));
    private static final Path SCREENSHOTS = Path.of("..", "docs", "screenshots");
    private static final List<String> WCAG_22_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa");
    private static final int NARROW = 320;
    private static final int WIDE = 1280;
    private static final int HEIGHT = 800;

    private static final Set<BrowserContext> WITHOUT_SCRIPTS = Collections.newSetFromMap(new WeakHashMap<>());

    private static Browser browser;

    RunningLauncher launcher;
    BrowserContext visitor;
    Page page;

    @BeforeEach
    void openBrowser() {
        launcher = RunningLauncher.shared();
        visitor = newVisitor(true);
        page = visitor.newPage();
    }

    @AfterEach
    void closeBrowser() {
        if (visitor != null) {
            visitor.close();
        }
    }

    /** Where the portal is for visitors. */
    URI address() {
        return launcher.address();
    }

    /** A visitor with cookies of their own; close it in the test. */
    BrowserContext newVisitor(boolean javaScript) {
        BrowserContext visitor = browser()
                .newContext(new Browser.NewContextOptions()
                        .setBaseURL(address().toString())
                        .setLocale("sv-SE")
                        .setTimezoneId("Europe/Stockholm")
                        .setViewportSize(WIDE, HEIGHT)
                        .setReducedMotion(com.microsoft.playwright.options.ReducedMotion.REDUCE)
                        .setJavaScriptEnabled(javaScript));
        if (!javaScript) {
            WITHOUT_SCRIPTS.add(visitor);
        }
        return visitor;
    }

    /**
     * Checks what every page must hold: no violation of WCAG 2.2 AA known to axe, no sideways scrolling at 320 pixels;
     * and keeps a screenshot as {@code docs/screenshots/NAME.png} where there is none, or always with
     * {@code -Dscreenshots}. The page's scripts must be on: axe waits for ever where they are not.
     */
    static void checkPage(Page page, String name) {
        assertThat(WITHOUT_SCRIPTS).as("checked with scripts on, " + name).doesNotContain(page.context());
        assertThat(violations(page)).as("WCAG 2.2 AA, " + name).isEmpty();
        page.setViewportSize(NARROW, HEIGHT);
        assertThat(page.evaluate("document.documentElement.scrollWidth <= window.innerWidth"))
                .as(name + " fits in 320 pixels without scrolling sideways")
                .isEqualTo(true);
        page.setViewportSize(WIDE, HEIGHT);
        keepScreenshot(page, name);
    }

    private static List<String> violations(Page page) {
        AxeResults results = new AxeBuilder(page).withTags(WCAG_22_AA).analyze();
        return results.getViolations().stream()
                .map(rule -> rule.getId() + ": " + rule.getHelp() + " at "
                        + rule.getNodes().stream()
                                .map(node -> String.valueOf(node.getHtml()))
                                .toList())
                .toList();
    }

    private static void keepScreenshot(Page page, String name) {
        Path file = SCREENSHOTS.resolve(name + ".png");
        if (!Files.exists(file) || System.getProperty("screenshots") != null) {
            page.screenshot(new Page.ScreenshotOptions().setPath(file).setFullPage(true));
        }
    }

    private static synchronized Browser browser() {
        if (browser == null) {
            Playwright playwright = Playwright.create(
                    new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
            browser = playwright
                    .chromium()
                    .launch(new BrowserType.LaunchOptions()
                            .setExecutablePath(CHROMIUM)
                            .setHeadless(true)
                            .setArgs(List.of(
                                    "--no-sandbox",
                                    "--disable-gpu",
                                    "--disable-quic",
                                    "--no-first-run",
                                    "--disable-background-networking",
                                    "--disable-component-update",
                                    "--disable-sync")));
            Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
        }
        return browser;
    }
}
