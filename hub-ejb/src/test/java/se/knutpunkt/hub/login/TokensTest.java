package se.knutpunkt.hub.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;

class TokensTest {

    @Test
    void makesTokensOf256BitsForACookie() {
        assertThat(Tokens.fresh()).matches("[A-Za-z0-9_-]{43}").isNotEqualTo(Tokens.fresh());
    }

    @Test
    void hashesATokenBySha256() {
        assertThat(HexFormat.of().formatHex(Tokens.hash("abc")))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @Test
    void tellsListsApartThatJoinToTheSameText() {
        assertThat(Tokens.hash("ab", "c")).isNotEqualTo(Tokens.hash("a", "bc"));
    }
}
