package se.knutpunkt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import se.knutpunkt.server.database.Database;
import se.knutpunkt.server.database.EmbeddedMariaDb;
import se.knutpunkt.server.folder.DataFolder;
import se.knutpunkt.server.folder.Programs;

/**
 * An installation of two launchers, each with a data folder of its own, on one database that belongs to neither, behind
 * a balancer. What they share is what docs/operations says that nodes must share.
 */
final class TwoNodes implements AutoCloseable {
    private final TcpBalancer balancer = new TcpBalancer();
    private final EmbeddedMariaDb server;
    private final RunningLauncher first;
    private final RunningLauncher second;

    private TwoNodes(EmbeddedMariaDb server, Path shared) {
        this.server = server;
        Map<String, String> settings = new HashMap<>(server.database().asEnvironment());
        settings.put("KNUTPUNKT_BASE_URL", balancer.address().toString());
        settings.put("KNUTPUNKT_KEYS_DIR", shared.resolve("keys").toString());
        settings.put("KNUTPUNKT_DIARY_DIR", shared.resolve("diary").toString());
        settings.put("KNUTPUNKT_DEMO", "true");
        first = RunningLauncher.alone("st-node-1", settings);
        second = RunningLauncher.alone("st-node-2", settings);
    }

    /** The database alone: empty, and no node runs. */
    static TwoNodes prepare() {
        DataFolder folder = DataFolder.take(RunningLauncher.emptied(Path.of("target", "st-nodes")));
        Programs programs = new Programs(RunningLauncher.JAR, folder.folder("program"));
        return new TwoNodes(EmbeddedMariaDb.start(folder, programs, "128M"), folder.folder("shared"));
    }

    /** Starts both at the same time. */
    void start() {
        CompletableFuture.allOf(CompletableFuture.runAsync(first::start), CompletableFuture.runAsync(second::start))
                .join();
        balancer.pointAt(first.port(), second.port());
    }

    TcpBalancer balancer() {
        return balancer;
    }

    RunningLauncher first() {
        return first;
    }

    RunningLauncher second() {
        return second;
    }

    /** How to reach the database. */
    Database database() {
        return server.database();
    }

    /** A connection to the database. */
    Connection connection() throws SQLException {
        return DriverManager.getConnection(
                database().url(), database().user(), database().password());
    }

    /** What a node's portal has logged since its start. */
    static String log(RunningLauncher node) {
        try (Stream<Path> logs = Files.list(node.data().resolve("log"))) {
            StringBuilder all = new StringBuilder();
            for (Path log : logs.filter(file -> file.getFileName().toString().matches("portal-\\d+\\.log"))
                    .toList()) {
                all.append(Files.readString(log));
            }
            return all.toString();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void close() {
        for (RunningLauncher node : List.of(first, second)) {
            node.stop();
        }
        balancer.close();
        server.close();
    }
}
