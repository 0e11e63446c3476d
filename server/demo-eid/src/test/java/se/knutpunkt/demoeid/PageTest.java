package se.knutpunkt.demoeid;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PageTest {
    private static final Message HOSTILE = new Message("\"><script>alert(1)</script>", "'&", "", "");

    @Test
    void offersEveryPersonAndAWayOut() {
        String html = Page.persons(HOSTILE);

        assertThat(Person.ALL)
                .allSatisfy(person -> assertThat(html)
                        .contains("value=\"" + person.key() + "\"")
                        .contains(person.name()));
        assertThat(html).contains("name=\"avbryt\"").contains("inga riktiga personer");
    }

    @Test
    void writesWhatTheBrowserBroughtAsTextOnly() {
        assertThat(Page.persons(HOSTILE))
                .contains("&quot;&gt;&lt;script&gt;alert(1)&lt;/script&gt;")
                .contains("&#39;&amp;")
                .doesNotContain("<script>");
    }

    @Test
    void keepsScriptsAndStylesOutOfThePage() {
        String html = Page.send("http://localhost:8080/saml/acs", "UmVzcG9uc2U=", "");

        assertThat(html)
                .contains("<script src=\"send.js\"></script>")
                .contains("Fortsätt till portalen")
                .doesNotContain("RelayState")
                .doesNotContain("style=")
                .doesNotContain("onload");
    }
}
