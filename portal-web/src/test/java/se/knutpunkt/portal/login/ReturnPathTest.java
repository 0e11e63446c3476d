package se.knutpunkt.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReturnPathTest {

    @ParameterizedTest
    @ValueSource(strings = {"/", "/mina-sidor", "/e-tjanster/medborgarforslag?steg=2&x=a%20b", "/registrator?kon=1"})
    void keepsALocalPath(String path) {
        assertThat(ReturnPath.of(Optional.of(path))).isEqualTo(path);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "mina-sidor",
                "//evil.example",
                "/\\evil.example",
                "https://evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/a\r\nSet-Cookie: x=y",
                "/a\\b",
                "/å",
                "/logga-ut",
                "/logga-in?till=/",
                "/utloggad",
                "/inloggning-nekad?orsak=again",
                "/saml/acs"
            })
    void replacesEverythingElse(String path) {
        assertThat(ReturnPath.of(Optional.of(path))).isEqualTo("/mina-sidor");
    }

    @Test
    void limitsTheLength() {
        String longest = "/" + "a".repeat(999);

        assertThat(ReturnPath.of(Optional.of(longest))).isEqualTo(longest);
        assertThat(ReturnPath.of(Optional.of(longest + "a"))).isEqualTo("/mina-sidor");
        assertThat(ReturnPath.of(Optional.empty())).isEqualTo("/mina-sidor");
    }
}
