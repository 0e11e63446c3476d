package se.knutpunkt.server;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import se.knutpunkt.hub.vault.KeyFolder;
import se.knutpunkt.server.database.Database;
import se.knutpunkt.server.database.EmbeddedMariaDb;
import se.knutpunkt.server.database.Migrations;
import se.knutpunkt.server.folder.DataFolder;
import se.knutpunkt.server.folder.Programs;

/**
 * The database and the settings that the servers of {@link ContainerTest} share. A class of its own: inside the
 * container the launcher's classes that it needs are not there.
 */
public final class ContainerDatabase {
    private static final Path DATA = Path.of("target", "it-data");

    private static boolean started;
    private static Database address;

    private ContainerDatabase() {}

    /** Starts and migrates it once, and writes the settings that the servers read. */
    static synchronized void start() {
        if (started) {
            return;
        }
        started = true;
        DataFolder folder = DataFolder.take(RunningLauncher.emptied(DATA));
        Programs programs = new Programs(RunningLauncher.JAR, folder.folder("program"));
        EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, programs, "128M");
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        Migrations.run(database.database());
        address = database.database();
        Map<String, String> settings = new TreeMap<>(database.database().asEnvironment());
        KeyFolder.createIfAbsent(folder.at("keys"));
        settings.put("KNUTPUNKT_KEYS_DIR", folder.at("keys").toString());
        settings.put("KNUTPUNKT_DIARY_DIR", folder.folder("diary").toString());
        settings.put("KNUTPUNKT_REGISTER", registerWithKey(folder).toString());
        settings.put("KNUTPUNKT_GUARDIANS", delivered(folder, "guardians.xml").toString());
        settings.put("KNUTPUNKT_PROXIES", demo("proxies.json").toString());
        settings.put("KNUTPUNKT_FORMS", demo("forms").toString());
        // what a test in the container is asked for on the command line of the build
        System.getProperties().stringPropertyNames().stream()
                .filter(name -> name.startsWith("world."))
                .forEach(name -> settings.put(name, System.getProperty(name)));
        write(folder.at("portal.properties"), settings);
    }

    /** A connection to it, as the portal's own user. */
    public static synchronized Connection connection() throws SQLException {
        start();
        return DriverManager.getConnection(address.url(), address.user(), address.password());
    }

    /** A register's file counts as old as it is; the built one may be from last week. */
    private static Path delivered(DataFolder folder, String name) {
        try {
            return Files.write(folder.at(name), Files.readAllBytes(demo(name)));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path demo(String name) {
        return Path.of("target/classes/demo", name).toAbsolutePath();
    }

    /** The demo register with the hash of {@link ContainerTest#SOURCE_KEY} where the launcher puts that of a random one. */
    private static Path registerWithKey(DataFolder folder) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(ContainerTest.SOURCE_KEY.getBytes(StandardCharsets.UTF_8));
            String register = Files.readString(demo("register.json"))
                    .replace("@DEMO_SOURCE_KEY_SHA256@", HexFormat.of().formatHex(hash));
            return Files.writeString(folder.at("register.json"), register);
        } catch (IOException | NoSuchAlgorithmException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    // Read by the container through --systemproperties, see arquillian.xml.
    private static void write(Path file, Map<String, String> settings) {
        List<String> lines = settings.entrySet().stream()
                .map(setting -> setting.getKey() + "=" + setting.getValue())
                .toList();
        try {
            Files.write(file, lines);
            Files.createDirectories(DATA.resolve("tmp"));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }
}
