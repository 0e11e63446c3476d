package se.knutpunkt.server.payara;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PortalLogTest {
    private static final String QUIET = "{\"Level\":\"INFO\",\"LogMessage\":\"Exception while loading the app : no\"}";

    @TempDir
    Path folder;

    @Test
    void isSilentWhenNothingFailed() throws IOException {
        assertThat(PortalLog.failure(log(QUIET))).isEmpty();
        assertThat(PortalLog.failure(folder.resolve("absent"))).isEmpty();
    }

    @Test
    void tellsThePortalsOwnReasonBeforeTheContainers() throws IOException {
        Path log = log(
                "{\"Level\":\"SEVERE\",\"LogMessage\":\"Knutpunkt cannot start. The key is wrong\"}",
                "{\"Level\":\"SEVERE\",\"LogMessage\":\"Exception while loading the app : EJBException\"}");

        assertThat(PortalLog.failure(log)).contains("The key is wrong");
    }

    @Test
    void tellsTheContainersReasonWhenThePortalGaveNone() throws IOException {
        assertThat(PortalLog.failure(log(
                        "{\"Level\":\"SEVERE\",\"LogMessage\":\"Exception while loading the app : No class\\nat\"}")))
                .contains("No class");
    }

    @Test
    void tellsThatItFailedWhenTheReasonStandsInAnotherField() throws IOException {
        assertThat(PortalLog.failure(log("{\"Level\":\"SEVERE\",\"LogMessage\":\"Exception while loading the app\"}")))
                .contains("Exception while loading the app");
    }

    private Path log(String... lines) throws IOException {
        return Files.write(folder.resolve("portal-0.log"), List.of(lines));
    }
}
