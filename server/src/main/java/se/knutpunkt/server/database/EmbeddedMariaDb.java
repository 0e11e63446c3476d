package se.knutpunkt.server.database;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import se.knutpunkt.server.folder.DataFolder;
import se.knutpunkt.server.folder.Programs;
import se.knutpunkt.server.folder.SecretFile;
import se.knutpunkt.server.process.Orphan;
import se.knutpunkt.server.process.WatchedProcess;

/**
 * A MariaDB of the launcher's own on the data folder: reachable over loopback only, by one user whose
 * password is random and kept in the data folder.
 *
 * <p>A commit is on disk before it is answered. The data is never deleted.
 */
public final class EmbeddedMariaDb implements AutoCloseable {
    private static final String NAME = "knutpunkt";
    private static final Duration TO_STOP = Duration.ofSeconds(60);
    private static final Duration TO_START = Duration.ofMinutes(3);
    private static final long POLL_MILLIS = 50;

    private final WatchedProcess process;
    private final Database database;

    private EmbeddedMariaDb(WatchedProcess process, Database database) {
        this.process = process;
        this.database = database;
    }

    /**
     * Starts it and waits until it answers. A server that a killed launcher left on the same data is ended
     * first.
     *
     * @param memory how much it keeps of its tables, as {@code innodb_buffer_pool_size}
     */
    public static EmbeddedMariaDb start(DataFolder folder, Programs programs, String memory) {
        MariaDbProgram program = MariaDbProgram.find(programs);
        Path data = folder.at("db");
        Path pidFile = folder.folder("run").resolve("mariadbd.pid");
        Orphan.see(pidFile, data.toString(), TO_STOP);
        Path log = folder.folder("log").resolve("mariadb.log");
        try {
            if (!Files.isDirectory(data)) {
                install(program, data, log);
            }
            String password = SecretFile.readOrDraw(folder.folder("secret").resolve("database-password"));
            Path init = folder.at("run").resolve("mariadbd-init.sql");
            SecretFile.write(init, grant(password));
            int port = freePort();
            WatchedProcess process = WatchedProcess.start(new WatchedProcess.Child(
                    command(program, folder, port, init, memory), Map.of(), log, pidFile, TO_STOP));
            EmbeddedMariaDb started = new EmbeddedMariaDb(process, new Database(url(port), NAME, password));
            started.awaitAnswer(log);
            Files.writeString(folder.at("run").resolve("database-url"), url(port));
            return started;
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** How to reach it. */
    public Database database() {
        return database;
    }

    /** Completes when the server has ended, asked or not. */
    public CompletableFuture<Integer> ended() {
        return process.ended();
    }

    /** Stops it in order. */
    @Override
    public void close() {
        process.close();
    }

    private static List<String> command(MariaDbProgram program, DataFolder folder, int port, Path init, String memory) {
        List<String> command = new ArrayList<>(program.command(program.server()));
        command.addAll(List.of(
                "--datadir=" + folder.at("db"),
                "--tmpdir=" + folder.folder("run"),
                "--init-file=" + init,
                "--bind-address=127.0.0.1",
                "--port=" + port,
                // relative to the data folder, since a socket's path is at most 107 bytes
                "--socket=mariadbd.sock",
                "--pid-file=" + folder.at("run").resolve("mariadbd.own.pid"),
                "--skip-name-resolve",
                "--local-infile=0",
                // it listens on loopback only, and drawing a key pair at each start took a minute on a busy machine
                "--skip-ssl",
                "--character-set-server=utf8mb4",
                "--collation-server=utf8mb4_uca1400_swedish_ai_ci",
                "--default-time-zone=+00:00",
                "--max-allowed-packet=64M",
                "--innodb-flush-log-at-trx-commit=1",
                "--innodb-buffer-pool-size=" + memory,
                "--innodb-log-file-size=64M",
                "--max-connections=200"));
        return command;
    }

    /** Into a folder beside, then renamed: a start killed midway leaves no half data folder. */
    private static void install(MariaDbProgram program, Path data, Path log) throws IOException {
        Path draft = data.resolveSibling("db-draft");
        Programs.delete(draft);
        List<String> command = new ArrayList<>(program.command(program.install()));
        command.addAll(List.of(
                "--datadir=" + draft,
                "--auth-root-authentication-method=socket",
                "--auth-root-socket-user=" + System.getProperty("user.name"),
                "--skip-test-db",
                "--skip-name-resolve"));
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
        try {
            if (process.waitFor() != 0) {
                throw new IOException("mariadb-install-db failed, see " + log);
            }
        } catch (InterruptedException hurried) {
            process.destroy();
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted", hurried);
        }
        Files.move(draft, data, StandardCopyOption.ATOMIC_MOVE);
    }

    /** Run by the server at each start, so that the kept password is always the valid one. */
    private static String grant(String password) {
        String user = "'" + NAME + "'@'127.0.0.1'";
        return """
                CREATE DATABASE IF NOT EXISTS %1$s CHARACTER SET utf8mb4 COLLATE utf8mb4_uca1400_swedish_ai_ci;
                CREATE USER IF NOT EXISTS %2$s;
                ALTER USER %2$s IDENTIFIED BY '%3$s';
                GRANT ALL PRIVILEGES ON %1$s.* TO %2$s;
                """.formatted(NAME, user, password);
    }

    private static String url(int port) {
        return "jdbc:mariadb://127.0.0.1:" + port + "/" + NAME;
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private void awaitAnswer(Path log) {
        long limit = System.nanoTime() + TO_START.toNanos();
        while (process.isAlive() && System.nanoTime() < limit) {
            try (Connection open = DriverManager.getConnection(database.url(), database.user(), database.password())) {
                open.isValid(1);
                return;
            } catch (SQLException notYet) {
                pause();
            }
        }
        process.close();
        throw new IllegalStateException("Databasen startade inte, se " + log);
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Starten avbröts", hurried);
        }
    }
}
