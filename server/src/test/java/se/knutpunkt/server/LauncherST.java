package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LauncherST {
    private static final int FAILED = 1;
    private static final int REFUSED = 2;
    private static final long PATIENCE_SECONDS = 90;

    private RunningLauncher launcher;

    @BeforeEach
    void start() {
        launcher = RunningLauncher.shared();
    }

    @Nested
    class Refusing {
        @TempDir
        Path data;

        @Test
        void saysInOneLineThatThePortIsTaken() throws Exception {
            try (ServerSocket taken = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                Said said = run("--port", Integer.toString(taken.getLocalPort()), "--data", data.toString());

                assertThat(said.exit()).isEqualTo(REFUSED);
                assertThat(said.lines()).hasSize(1);
                assertThat(said.lines().get(0)).contains("Port " + taken.getLocalPort());
            }
        }

        @Test
        void saysInOneLineThatALivingLauncherHasTheDataFolder() throws Exception {
            Said said = run(
                    "--port",
                    Integer.toString(RunningLauncher.freePort()),
                    "--data",
                    launcher.data().toString());

            assertThat(said.exit()).isEqualTo(REFUSED);
            assertThat(said.lines()).hasSize(1);
            assertThat(said.lines().get(0)).contains(launcher.data().toString());
        }

        @Test
        void saysInOneLineThatAnOptionIsUnknown() throws Exception {
            Said said = run("--prot", "8080");

            assertThat(said.exit()).isEqualTo(REFUSED);
            assertThat(said.lines()).hasSize(1);
            assertThat(said.lines().get(0)).contains("--prot");
        }
    }

    @Nested
    class Failing {
        @TempDir
        Path data;

        @Test
        void saysInOneLineWhatThePortalMisses() throws Exception {
            Said said =
                    run("--no-demo", "--port", Integer.toString(RunningLauncher.freePort()), "--data", data.toString());

            assertThat(said.exit()).isEqualTo(FAILED);
            assertThat(said.lines()).hasSize(1);
            assertThat(said.lines().get(0)).contains("KNUTPUNKT_REGISTER");
        }
    }

    @Nested
    class Listening {
        @Test
        void opensNoPortBeyondLoopback() throws IOException {
            assumeTrue(Files.isDirectory(Path.of("/proc/net")), "needs Linux's /proc");

            List<Listener> listeners = Listener.of(launcher.handle());

            assertThat(listeners).extracting(Listener::port).contains(launcher.port());
            assertThat(listeners).allMatch(Listener::onLoopback);
        }
    }

    @Nested
    class Ending {
        @Test
        void leavesNoProcessWhenStopped() {
            List<ProcessHandle> tree = launcher.handle().descendants().toList();

            launcher.stop();

            assertThat(tree).isNotEmpty();
            assertEnded(tree);
        }

        @Test
        void leavesNoProcessWhenKilledAndStartsAgainOnTheSameData() throws Exception {
            List<ProcessHandle> tree = launcher.handle().descendants().toList();

            launcher.kill(false);
            assertEnded(tree);
            launcher.start();

            assertThat(statusOf("/")).isEqualTo(200);
        }

        @Test
        void startsAgainOnTheSameDataWhenEverythingWasKilledAtOnce() throws Exception {
            launcher.kill(true);
            launcher.start();

            assertThat(statusOf("/")).isEqualTo(200);
        }
    }

    private int statusOf(String path) throws IOException, InterruptedException {
        URI address = URI.create("http://127.0.0.1:" + launcher.port() + path);
        return HttpClient.newHttpClient()
                .send(HttpRequest.newBuilder(address).build(), HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static void assertEnded(List<ProcessHandle> processes) {
        for (ProcessHandle process : processes) {
            assertThat(process.onExit())
                    .as(process.info().commandLine().orElse("process " + process.pid()))
                    .succeedsWithin(PATIENCE_SECONDS, TimeUnit.SECONDS);
        }
    }

    /** How a launcher that did not start ended. */
    private record Said(int exit, List<String> lines) {}

    private static Said run(String... arguments) throws IOException, InterruptedException {
        Process process =
                RunningLauncher.command(arguments).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        return new Said(process.exitValue(), said.lines().toList());
    }
}
