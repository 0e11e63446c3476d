package se.knutpunkt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import se.knutpunkt.server.folder.Programs;

/**
 * The built launcher as a process of its own, on a data folder under {@code target}. The programs unpacked there are
 * kept between runs of the tests, the database is not.
 */
public final class RunningLauncher {
    static final Path JAR = Path.of("target", "knutpunkt.jar").toAbsolutePath();

    private static final Duration TO_START = Duration.ofMinutes(5);
    private static final long POLL_MILLIS = 100;

    private static RunningLauncher shared;

    private final Path data;
    private final Map<String, String> environment;
    private final int port;
    private Process process;

    private RunningLauncher(Path data, Map<String, String> environment) {
        this.data = data;
        this.environment = environment;
        this.port = freePort();
    }

    /** One of its own, not started, on a folder under {@code target} whose database is thrown away. */
    public static RunningLauncher alone(String folder, Map<String, String> environment) {
        return new RunningLauncher(emptied(Path.of("target", folder)), environment);
    }

    /** One of its own, not started, on a folder under {@code target} that is kept from run to run. */
    public static RunningLauncher kept(String folder, Map<String, String> environment) {
        Path data = Path.of("target", folder).toAbsolutePath();
        try {
            Files.createDirectories(data);
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
        return new RunningLauncher(data, environment);
    }

    /** The one that all tests of this run share; started by the first that asks, running when it returns. */
    static synchronized RunningLauncher shared() {
        if (shared == null) {
            shared = alone("st-data", Map.of());
            Runtime.getRuntime().addShutdownHook(new Thread(shared::stop));
        }
        if (!shared.isAlive()) {
            shared.start();
        }
        return shared;
    }

    /** The portal's address, as {@code http://localhost:PORT}. */
    public URI address() {
        return URI.create("http://localhost:" + port);
    }

    int port() {
        return port;
    }

    public Path data() {
        return data;
    }

    boolean isAlive() {
        return process != null && process.isAlive();
    }

    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Starts it on the same data and returns when its console says that it is ready. */
    public void start() {
        Path console = data.resolve("console.txt");
        try {
            ProcessBuilder command = command("--port", Integer.toString(port), "--data", data.toString())
                    .redirectErrorStream(true)
                    .redirectOutput(console.toFile());
            command.environment().putAll(environment);
            process = command.start();
            long limit = System.nanoTime() + TO_START.toNanos();
            while (!Files.readString(console).contains("Ctrl-C")) {
                if (!process.isAlive() || System.nanoTime() > limit) {
                    throw new IllegalStateException("The launcher did not start: " + Files.readString(console));
                }
                Thread.sleep(POLL_MILLIS);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    /** Stops it as Ctrl-C does, in order. */
    public void stop() {
        if (process != null) {
            process.destroy();
            await(process.toHandle());
        }
    }

    /** {@code kill -9} of the launcher and, with {@code all}, of everything it started. */
    void kill(boolean all) {
        List<ProcessHandle> tree = process.descendants().toList();
        process.destroyForcibly();
        if (all) {
            tree.forEach(ProcessHandle::destroyForcibly);
        }
        await(process.toHandle());
    }

    /** A connection to its database, as the portal's own user. */
    public Connection database() {
        try {
            return DriverManager.getConnection(
                    Files.readString(data.resolve("run/database-url")),
                    "knutpunkt",
                    Files.readString(data.resolve("secret/database-password")).strip());
        } catch (SQLException | IOException unreachable) {
            throw new IllegalStateException(unreachable);
        }
    }

    /** The one number that a query of its database answers. */
    public long number(String sql) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Changes something in its database behind its back. */
    void change(String sql) throws SQLException {
        try (Connection database = database();
                Statement statement = database.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    /** A command line of the built launcher, to be started by the test. */
    static ProcessBuilder command(String... arguments) {
        List<String> command = new java.util.ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-jar", JAR.toString()));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command);
    }

    /** A port that nobody has. */
    static int freePort() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException none) {
            throw new UncheckedIOException(none);
        }
    }

    /** The folder with nothing in it but the unpacked programs. */
    static Path emptied(Path folder) {
        try {
            Files.createDirectories(folder);
            try (var all = Files.list(folder)) {
                for (Path part : all.filter(p -> !p.endsWith("program")).toList()) {
                    Programs.delete(part);
                }
            }
            return folder.toAbsolutePath();
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static void await(ProcessHandle process) {
        try {
            process.onExit().get(TO_START.toSeconds(), TimeUnit.SECONDS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        } catch (java.util.concurrent.ExecutionException | java.util.concurrent.TimeoutException stuck) {
            throw new IllegalStateException("The launcher did not stop", stuck);
        }
    }
}
