package se.knutpunkt.server;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import org.junit.jupiter.api.Test;

class StartST extends BrowserTest {
    @Test
    void showsTheStartPage() {
        page.navigate("/");

        assertThat(page).hasTitle(java.util.regex.Pattern.compile(".+"));
        checkPage(page, "start");
    }
}
