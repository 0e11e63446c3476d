package se.knutpunkt.server.payara;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import se.knutpunkt.server.folder.DataFolder;
import se.knutpunkt.server.folder.Programs;
import se.knutpunkt.server.process.Orphan;
import se.knutpunkt.server.process.WatchedProcess;

/**
 * Payara Micro with the portal at the root, as a child process; nothing but the portal's own port listens
 * beyond loopback.
 */
public final class PayaraNode implements AutoCloseable {
    private static final Duration TO_STOP = Duration.ofSeconds(20);

    /** Half of a start is spent on optimising code that runs once; the demo has no use for what that gains later. */
    private static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC");

    private final WatchedProcess process;

    private final Path log;

    private PayaraNode(WatchedProcess process, Path log) {
        this.process = process;
        this.log = log;
    }

    /**
     * Where and with what it starts.
     *
     * @param address the address to listen on
     * @param port the port to listen on
     * @param demo whether the demo identity provider is deployed too
     * @param environment variables for the portal
     * @param javaOptions further switches of its Java machine, such as a larger heap
     * @param payaraOptions further options of Payara Micro
     */
    public record Settings(
            String address,
            int port,
            boolean demo,
            Map<String, String> environment,
            List<String> javaOptions,
            List<String> payaraOptions) {}

    /** Unpacks what a start needs, so that it can be done while the database starts. */
    public static void prepare(Programs programs) {
        PayaraProgram.find(programs);
        war(programs, "portal");
    }

    /** Ends a Payara that a killed launcher left on this data folder, so that its port is free. */
    public static void endOrphan(DataFolder folder) {
        Orphan.see(pidFile(folder), folder.at("program").toString(), TO_STOP);
    }

    /** Starts it; it is not ready yet on return. */
    public static PayaraNode start(DataFolder folder, Programs programs, Settings settings) {
        Path logs = folder.folder("log");
        Path log = logs.resolve("portal-0.log");
        startAnew(log);
        WatchedProcess process = WatchedProcess.start(new WatchedProcess.Child(
                command(folder, programs, settings),
                environment(settings),
                logs.resolve("payara.log"),
                pidFile(folder),
                TO_STOP));
        return new PayaraNode(process, log);
    }

    /** Why the portal could not be deployed, when it is so. */
    public Optional<String> failure() {
        return PortalLog.failure(log);
    }

    /** Completes when it has ended, asked or not. */
    public CompletableFuture<Integer> ended() {
        return process.ended();
    }

    /** Stops it in order. */
    @Override
    public void close() {
        process.close();
    }

    private static List<String> command(DataFolder folder, Programs programs, Settings settings) {
        Path run = folder.folder("run");
        List<String> command = new ArrayList<>(List.of(
                PayaraProgram.java(),
                "-Xms128m",
                "-Xmx1g",
                "-XX:+ExitOnOutOfMemoryError",
                "-Duser.timezone=UTC",
                "-Dfile.encoding=UTF-8",
                "-Djava.awt.headless=true",
                "-Djava.io.tmpdir=" + run));
        command.addAll(settings.demo() && settings.javaOptions().isEmpty() ? QUICK_START : settings.javaOptions());
        command.addAll(List.of(
                "-jar",
                PayaraProgram.find(programs).launcher().toString(),
                "--port",
                Integer.toString(settings.port()),
                "--nocluster",
                "--disablephonehome",
                "--prebootcommandfile",
                recipe(run, "preboot.txt", settings.address()).toString(),
                "--logproperties",
                recipe(run, "logging.properties", folder.folder("log").toString())
                        .toString(),
                "--contextroot",
                "/",
                "--deploy",
                war(programs, "portal").toString()));
        if (settings.demo()) {
            command.addAll(List.of("--deploy", war(programs, "demo-eid").toString()));
        }
        command.addAll(settings.payaraOptions());
        return command;
    }

    /** Java takes the character set of file names from the locale alone, and a service often has none. */
    private static Map<String, String> environment(Settings settings) {
        Map<String, String> all = new HashMap<>(settings.environment());
        all.put("LC_ALL", "C.UTF-8");
        return all;
    }

    private static Path war(Programs programs, String name) {
        return programs.unpacked(
                        name + ".war",
                        (archive, target) ->
                                Programs.unzip(archive, Files.createDirectory(target.resolve(name)), entry -> true))
                .resolve(name);
    }

    /** Fills the one place of a template among the resources and lays it in the folder. */
    private static Path recipe(Path folder, String name, String value) {
        try (InputStream template = PayaraNode.class.getResourceAsStream(name)) {
            if (template == null) {
                throw new IllegalStateException("Missing resource " + name);
            }
            String text = new String(template.readAllBytes(), StandardCharsets.UTF_8);
            return Files.writeString(folder.resolve(name), text.replace("@VALUE@", value));
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    /** So that a failure of an earlier start is not taken for one of this; the older file is kept beside. */
    private static void startAnew(Path log) {
        try {
            if (Files.exists(log)) {
                Files.move(log, log.resolveSibling("portal-earlier.log"), StandardCopyOption.REPLACE_EXISTING);
            }
        } catch (IOException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    private static Path pidFile(DataFolder folder) {
        return folder.folder("run").resolve("payara.pid");
    }
}
