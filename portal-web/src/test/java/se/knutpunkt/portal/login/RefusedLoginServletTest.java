package se.knutpunkt.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.portal.page.TestPages;

class RefusedLoginServletTest {
    private final RefusedLoginServlet servlet = TestPages.ready(new RefusedLoginServlet());

    @Test
    void leadsBackToWhereThePersonWasGoing() {
        assertThat(again("/e-tjanster/x?steg=2")).isEqualTo("/logga-in?till=%2Fe-tjanster%2Fx%3Fsteg%3D2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "//evil.example", "/\\evil.example", "javascript:x", ""})
    void leadsNowhereElse(String till) {
        assertThat(again(till)).isEqualTo("/logga-in?till=%2Fmina-sidor");
    }

    @Test
    void knowsNoOtherPages() {
        assertThat(Exchange.get().with("orsak", "made-up").at(servlet).status).isEqualTo(404);
    }

    private String again(String till) {
        Exchange shown =
                Exchange.get().with("orsak", "cancelled").with("till", till).at(servlet);
        return ((RefusedLoginPage) shown.page()).again();
    }
}
