package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SamlKeysCommandTest {
    private static final Instant START = Instant.parse("2026-11-22T10:00:00Z");

    @TempDir
    Path data;

    @Test
    void leadsThroughAWholeRollOverAndRefusesEveryOtherStep() throws IOException {
        Files.createDirectories(data.resolve("keys"));

        assertThat(run(0, "")).contains("generation 1, inget byte pågår", "saml-keys new");
        assertThat(refusal(0, "switch")).contains("Inte nästa steg", "saml-keys new");
        assertThat(run(0, "new")).contains("generation 1 signerar", "tidigast 2026-11-29 11:00: saml-keys switch");
        assertThat(refusal(0, "drop --now")).contains("Inte nästa steg", "saml-keys switch");
        assertThat(refusal(6, "switch")).contains("För tidigt, inget är ändrat", "2026-11-29 11:00");
        assertThat(run(7, "switch")).contains("generation 2 signerar", "saml-keys drop");
        assertThat(run(7, "")).contains("generation 2 signerar", "saml-keys drop");
        assertThat(refusal(7, "drop")).contains("För tidigt");
        assertThat(run(7, "drop --now")).contains("generation 2, inget byte pågår");
        try (Stream<Path> left = Files.list(data.resolve("keys"))) {
            assertThat(left.map(file -> file.getFileName().toString()).filter(name -> name.endsWith(".p12")))
                    .containsExactlyInAnyOrder("saml-signing-2.p12", "saml-encryption-2.p12");
        }
    }

    @Test
    void changesNothingWhenItCannotBeUnderstood() throws IOException {
        assertThat(refusal(0, "")).contains("Här finns ingen nyckelmapp");
        Files.createDirectories(data.resolve("keys"));
        assertThat(refusal(0, "swich")).contains("Okänt: swich", "Användning");
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(
                        () -> new SamlKeysCommand(Clock.systemUTC(), Optional.empty()).run(List.of("new", "--keys")))
                .withMessageContaining("--keys");
        assertThat(run(0, "new --help")).contains("Användning");
        assertThat(data.resolve("keys")).isEmptyDirectory();
    }

    private String run(int days, String words) {
        Clock clock = Clock.fixed(START.plus(Duration.ofDays(days)), ZoneOffset.UTC);
        return new SamlKeysCommand(clock, Optional.of(Path.of("/nowhere")))
                .run(Stream.concat(
                                Stream.of(words.split(" ")).filter(word -> !word.isEmpty()),
                                Stream.of("--data", data.toString()))
                        .toList());
    }

    private String refusal(int days, String words) {
        try {
            return "was done: " + run(days, words);
        } catch (StartRefused refused) {
            return refused.getMessage();
        }
    }
}
