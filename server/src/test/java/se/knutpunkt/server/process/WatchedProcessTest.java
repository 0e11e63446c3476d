package se.knutpunkt.server.process;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedProcessTest {
    private static final long PATIENCE_SECONDS = 30;

    @TempDir
    Path folder;

    @Test
    void passesOnHowTheChildEnded() {
        assertThat(start("exit 7").ended())
                .succeedsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS)
                .isEqualTo(7);
    }

    @Test
    void asksTheChildToEnd() throws Exception {
        WatchedProcess process = start("trap 'echo asked; exit 0' TERM; echo ready; while :; do sleep 0.1; done");
        awaitReady();

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(folder.resolve("log")).content().contains("asked");
    }

    @Test
    void killsAChildThatDoesNotEndWhenAsked() throws Exception {
        WatchedProcess process = start("trap '' TERM; echo ready; while :; do sleep 0.1; done");
        awaitReady();

        process.close();

        assertThat(process.isAlive()).isFalse();
        assertThat(ProcessHandle.of(process.pid())).isEmpty();
    }

    @Test
    void keepsTheChildsProcessId() throws Exception {
        try (WatchedProcess process = start("sleep 60")) {
            assertThat(folder.resolve("pid")).content().isEqualToIgnoringNewLines(Long.toString(process.pid()));
        }
    }

    @Test
    void endsAnOrphanThatIsOurs() throws Exception {
        Process orphan = new ProcessBuilder("/bin/sh", "-c", "sleep 60; : our-mark").start();
        Files.writeString(folder.resolve("pid"), Long.toString(orphan.pid()));

        Orphan.see(folder.resolve("pid"), "our-mark", Duration.ofSeconds(PATIENCE_SECONDS));

        assertThat(orphan.isAlive()).isFalse();
    }

    @Test
    void leavesAProcessThatGotTheIdOfOurs() throws Exception {
        Process other = new ProcessBuilder("/bin/sh", "-c", "sleep 60; : other-mark").start();
        Files.writeString(folder.resolve("pid"), Long.toString(other.pid()));

        Orphan.see(folder.resolve("pid"), "our-mark", Duration.ofSeconds(1));

        assertThat(other.isAlive()).isTrue();
        other.destroyForcibly();
    }

    private WatchedProcess start(String script) {
        return WatchedProcess.start(new WatchedProcess.Child(
                List.of("/bin/sh", "-c", script),
                Map.of(),
                folder.resolve("log"),
                folder.resolve("pid"),
                Duration.ofSeconds(2)));
    }

    /** The child says that its traps are set, so that the signal does not come before them. */
    private void awaitReady() throws Exception {
        Path log = folder.resolve("log");
        while (!Files.exists(log) || !Files.readString(log).contains("ready")) {
            Thread.sleep(20);
        }
    }
}
