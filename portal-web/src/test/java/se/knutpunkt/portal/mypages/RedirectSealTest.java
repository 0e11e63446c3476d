package se.knutpunkt.portal.mypages;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.KeyFolder;
import se.knutpunkt.hub.vault.TinkVault;
import se.knutpunkt.hub.vault.Vault;

class RedirectSealTest {
    private static final Instant NOW = Instant.parse("2026-11-22T10:00:00Z");
    private static final PartyId READER = new PartyId(7);
    private static final String WORDS = "åldring & ”vård”";

    @TempDir
    Path keys;

    private Vault vault;
    private String sealed;

    @BeforeEach
    void seal() {
        KeyFolder.createIfAbsent(keys);
        vault = TinkVault.open(keys);
        sealed = at(NOW).seal(WORDS, "words", READER);
    }

    @Test
    void opensForItsReaderUntilItExpires() {
        assertThat(at(NOW).open(sealed, "words", READER)).contains(WORDS);
        assertThat(at(NOW.plus(RedirectSeal.LIFETIME).minusSeconds(1)).open(sealed, "words", READER))
                .contains(WORDS);
    }

    @Test
    void isEmptyFromTheMomentItExpires() {
        assertThat(at(NOW.plus(RedirectSeal.LIFETIME)).open(sealed, "words", READER))
                .isEmpty();
    }

    @Test
    void opensForNobodyElseAndForNothingElse() {
        assertThat(at(NOW).open(sealed, "words", new PartyId(8))).isEmpty();
        assertThat(at(NOW).open(sealed, "settings", READER)).isEmpty();
    }

    @Test
    void whatIsNoSealIsEmpty() {
        for (String junk : new String[] {"", "a", "%%%", "åäö", "AAAA".repeat(40), "A".repeat(100_000)}) {
            assertThat(at(NOW).open(junk, "words", READER)).isEmpty();
        }
        assertThat(at(NOW).open(sealed.substring(0, sealed.length() - 2), "words", READER))
                .isEmpty();
    }

    @Test
    void mayStandInAnAddressAndHidesItsWords() {
        assertThat(sealed).matches("[A-Za-z0-9_-]+").doesNotContain("ldring");
    }

    private RedirectSeal at(Instant now) {
        return new RedirectSeal(vault, Clock.fixed(now, ZoneOffset.UTC));
    }
}
