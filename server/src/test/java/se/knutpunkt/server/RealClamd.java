package se.knutpunkt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * Debian's clamd with a database of one signature, that of the EICAR test file: the public database is large and comes
 * over the network. {@code ./test} installs the package.
 */
final class RealClamd implements AutoCloseable {

    /** The harmless test file that every scanner must find (eicar.org), in two halves so that this source is not one. */
    static final String EICAR = "X5O!P%@AP[4\\PZX54(P^)7CC)7}$" + "EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*";

    private static final Path PROGRAM = Path.of("/usr/sbin/clamd");
    private static final byte[] PING = "nPING\n".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] PONG = "PONG\n".getBytes(StandardCharsets.US_ASCII);
    private static final int PATIENCE_SECONDS = 60;

    private final Path folder;
    private final int port = RunningLauncher.freePort();
    private Process process;

    RealClamd(Path folder) {
        this.folder = folder.toAbsolutePath();
    }

    /** How the portal is told of it. */
    String address() {
        return "tcp://127.0.0.1:" + port;
    }

    void start() {
        try {
            // where Debian lets the program read and write, whoever starts it
            Path work = Files.createTempDirectory("knutpunkt-clamd");
            Path signatures = Files.createDirectories(work.resolve("signatures"));
            Files.createDirectories(folder);
            Files.writeString(
                    signatures.resolve("eicar.hdb"), "44d88612fea8a8f36de82e1278abb02f:68:Eicar-Test-Signature\n");
            Path settings = work.resolve("clamd.conf");
            Files.write(
                    settings,
                    List.of(
                            "Foreground yes",
                            "DatabaseDirectory " + signatures,
                            "TemporaryDirectory " + work,
                            "TCPSocket " + port,
                            "TCPAddr 127.0.0.1",
                            "StreamMaxLength 3000M",
                            "MaxThreads 4"));
            process = new ProcessBuilder(PROGRAM.toString(), "--config-file=" + settings)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("clamd.txt").toFile())
                    .start();
            awaitAnswer();
        } catch (IOException cannot) {
            throw new UncheckedIOException("apt-get install clamav-daemon", cannot);
        }
    }

    private void awaitAnswer() throws IOException {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        byte[] pong = {};
        while (!Arrays.equals(pong, PONG)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                throw new IllegalStateException(
                        "clamd did not start: " + Files.readString(folder.resolve("clamd.txt")));
            }
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                socket.getOutputStream().write(PING);
                pong = socket.getInputStream().readNBytes(PONG.length);
            } catch (IOException notYet) {
                pause();
            }
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    void stop() {
        if (process != null) {
            process.destroy();
            process.onExit().join();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
