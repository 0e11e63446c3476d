package se.knutpunkt.hub.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.hub.party.IdentityNumber;

class TinkVaultTest {

    private static final IdentityNumber NUMBER = IdentityNumber.person("196006172818", LocalDate.of(2026, 1, 1));

    @TempDir
    Path folder;

    private Path keys;
    private Vault vault;

    @BeforeEach
    void open() {
        keys = folder.resolve("keys");
        KeyFolder.createIfAbsent(keys);
        vault = TinkVault.open(keys);
    }

    @Test
    void opensWhatItSealedForTheSameColumn() {
        byte[] sealed = vault.seal("Åsa på Ängen", "party.name");
        assertThat(vault.open(sealed, "party.name")).isEqualTo("Åsa på Ängen");
        assertThat(new String(sealed, StandardCharsets.UTF_8)).doesNotContain("Ängen");
    }

    @Test
    void refusesAValueOfAnotherColumn() {
        byte[] sealed = vault.seal("Åsa", "party.name");
        assertThatThrownBy(() -> vault.open(sealed, "party.email")).isInstanceOf(SealBroken.class);
    }

    @Test
    void refusesAChangedValue() {
        byte[] sealed = vault.seal("Åsa", "party.name");
        sealed[sealed.length - 1] ^= 1;
        assertThatThrownBy(() -> vault.open(sealed, "party.name")).isInstanceOf(SealBroken.class);
    }

    @Test
    void sealsTheSameTextDifferentlyEachTime() {
        assertThat(vault.seal("Åsa", "party.name")).isNotEqualTo(vault.seal("Åsa", "party.name"));
    }

    @Test
    void hashesANumberTheSameAfterARestart() {
        byte[] hash = vault.hashOfNumber(NUMBER);
        assertThat(hash).hasSize(32).isEqualTo(TinkVault.open(keys).hashOfNumber(NUMBER));
        assertThat(vault.hashesOfNumber(NUMBER).other()).isNull();
    }

    @Test
    void hashesAFirmAndAPersonOfTheSameDigitsDifferently() {
        IdentityNumber firm = new IdentityNumber(IdentityNumber.Kind.ORGANISATIONSNUMMER, NUMBER.value());
        assertThat(vault.hashOfNumber(firm)).isNotEqualTo(vault.hashOfNumber(NUMBER));
    }

    @Test
    void knowsItsOwnSignatureForTheSameUseOnly() {
        byte[] data = {1, 2, 3};
        byte[] signature = vault.sign(data, "form");
        assertThat(vault.isSigned(signature, data, "form")).isTrue();
        assertThat(vault.isSigned(signature, data, "link")).isFalse();
        assertThat(vault.isSigned(signature, new byte[] {1, 2, 4}, "form")).isFalse();
        assertThat(vault.isSigned(new byte[0], data, "form")).isFalse();
    }

    @Test
    void openedWithOtherKeysOpensNothing() {
        Path otherKeys = folder.resolve("other");
        KeyFolder.createIfAbsent(otherKeys);
        byte[] sealed = vault.seal("Åsa", "party.name");
        assertThatThrownBy(() -> TinkVault.open(otherKeys).open(sealed, "party.name"))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void makesKeyFilesOnceAndForTheirOwnerOnly() throws IOException {
        String before = Files.readString(keys.resolve(KeyFolder.SEAL));
        KeyFolder.createIfAbsent(keys);
        assertThat(Files.readString(keys.resolve(KeyFolder.SEAL))).isEqualTo(before);
        try (var files = Files.list(keys)) {
            assertThat(files.toList())
                    .hasSize(3)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void saysWhichKeyFileIsMissingOrDamaged() throws IOException {
        Files.writeString(keys.resolve(KeyFolder.INDEX), "{}");
        assertThatThrownBy(() -> TinkVault.open(keys))
                .isInstanceOf(KeysMissing.class)
                .hasMessageContaining(KeyFolder.INDEX);
        Files.delete(keys.resolve(KeyFolder.SEAL));
        assertThatThrownBy(() -> TinkVault.open(keys))
                .isInstanceOf(KeysMissing.class)
                .hasMessageContaining(KeyFolder.SEAL);
    }
}
