package se.knutpunkt.server;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.bytebuddy.ByteBuddy;
import org.assertj.core.api.Assertions;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.ShrinkWrap;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.extension.ExtendWith;
import se.knutpunkt.hub.vault.KeyFolder;
import se.knutpunkt.server.database.EmbeddedMariaDb;
import se.knutpunkt.server.database.Migrations;
import se.knutpunkt.server.folder.DataFolder;
import se.knutpunkt.server.folder.Programs;

/**
 * Base of the tests inside the container: each class gets a Payara Micro of its own with the built portal and the test
 * class, on a real, migrated MariaDB that the classes share.
 *
 * <p>Everything listens on loopback, on ports that were free. Take few classes: each costs the start of a server.
 */
@ExtendWith(ArquillianExtension.class)
abstract class ContainerTest {
    private static final Path DATA = Path.of("target", "it-data");

    /** The key of the demo source in these tests. */
    static final String SOURCE_KEY = "key-of-the-demo-source-in-tests";

    private static boolean started;

    /** The portal as built, with the test's base and what tests assert with. */
    @Deployment
    public static WebArchive portal() {
        startDatabase();
        return ShrinkWrap.createFromZipFile(WebArchive.class, new File("../portal-web/target/portal.war"))
                .addClass(ContainerTest.class)
                .addAsLibraries(jarOf(Assertions.class), jarOf(ByteBuddy.class));
    }

    private static synchronized void startDatabase() {
        if (started) {
            return;
        }
        started = true;
        DataFolder folder = DataFolder.take(RunningLauncher.emptied(DATA));
        Programs programs = new Programs(RunningLauncher.JAR, folder.folder("program"));
        EmbeddedMariaDb database = EmbeddedMariaDb.start(folder, programs);
        Runtime.getRuntime().addShutdownHook(new Thread(database::close));
        Migrations.run(database.database());
        Map<String, String> settings = new TreeMap<>(database.database().asEnvironment());
        KeyFolder.createIfAbsent(folder.at("keys"));
        settings.put("KNUTPUNKT_KEYS_DIR", folder.at("keys").toString());
        settings.put("KNUTPUNKT_DIARY_DIR", folder.folder("diary").toString());
        settings.put("KNUTPUNKT_REGISTER", registerWithKey(folder).toString());
        settings.put("KNUTPUNKT_GUARDIANS", demo("guardians.xml").toString());
        settings.put("KNUTPUNKT_PROXIES", demo("proxies.json").toString());
        settings.put("KNUTPUNKT_FORMS", demo("forms").toString());
        write(folder.at("portal.properties"), settings);
    }

    private static Path demo(String name) {
        return Path.of("target/classes/demo", name).toAbsolutePath();
    }

    /** The demo register with the hash of {@link #SOURCE_KEY} where the launcher puts that of a random one. */
    private static Path registerWithKey(DataFolder folder) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(SOURCE_KEY.getBytes(StandardCharsets.UTF_8));
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

    private static File jarOf(Class<?> type) {
        return new File(type.getProtectionDomain().getCodeSource().getLocation().getPath());
    }
}
