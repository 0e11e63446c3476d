package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptionsTest {
    @Test
    void listensOnLoopbackInDemoModeUnlessTold() {
        assertThat(Options.parse(List.of()))
                .isEqualTo(new Options(8080, "127.0.0.1", Path.of("data").toAbsolutePath(), true, false));
    }

    @Test
    void takesEachOption() {
        Options options =
                Options.parse(List.of("--port", "81", "--address", "10.0.0.7", "--data", "/srv/k", "--no-demo"));

        assertThat(options).isEqualTo(new Options(81, "10.0.0.7", Path.of("/srv/k"), false, false));
    }

    @ParameterizedTest
    @ValueSource(strings = {"1", "65535"})
    void takesThePortsAtTheLimits(String port) {
        assertThat(Options.parse(List.of("--port", port)).port()).isEqualTo(Integer.parseInt(port));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "65536", "-1", "http", ""})
    void refusesWhatIsNoPort(String port) {
        assertThatExceptionOfType(StartRefused.class).isThrownBy(() -> Options.parse(List.of("--port", port)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--port", "--address", "--data"})
    void refusesAMissingValue(String option) {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Options.parse(List.of(option)))
                .withMessageContaining(option);
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Options.parse(List.of(option, "--no-demo")))
                .withMessageContaining(option);
    }

    @Test
    void refusesAnUnknownOption() {
        assertThatExceptionOfType(StartRefused.class)
                .isThrownBy(() -> Options.parse(List.of("--demo")))
                .withMessageContaining("--demo");
    }
}
