package se.knutpunkt.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An identity provider that shares no code with ours: Debian's SimpleSAMLphp, by the script {@code
 * src/test/idp/simplesamlphp}. On {@code 127.0.0.1}, which is another site than the portal's {@code localhost}.
 */
final class RealProvider implements AutoCloseable {
    private static final String SCRIPT =
            Path.of("src", "test", "idp", "simplesamlphp").toAbsolutePath().toString();
    private static final long TO_START_SECONDS = 60;
    private static final long TO_STOP_SECONDS = 10;
    private static final long POLL_MILLIS = 100;

    private final Path folder;
    private final int port = RunningLauncher.freePort();
    private final Process process;

    private RealProvider(Path folder, Map<String, String> settings) {
        this.folder = folder;
        ProcessBuilder command = command("run", folder.toString(), Integer.toString(port))
                .redirectOutput(folder.resolve("console.txt").toFile());
        command.environment().putAll(settings);
        try {
            process = command.start();
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
        // a run of the tests that is broken off leaves no server behind
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
    }

    /** Installs what is missing; tells what it is when it cannot. */
    static Optional<String> install() {
        try {
            Process install = command("install").start();
            String said = text(install.getInputStream());
            return install.waitFor() == 0 ? Optional.empty() : Optional.of(said);
        } catch (IOException unstartable) {
            return Optional.of(unstartable.toString());
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            return Optional.of("hurried");
        }
    }

    /**
     * One that answers when this returns.
     *
     * @param folder its own, under {@code target}
     * @param binding how it takes requests
     */
    static RealProvider start(String folder, String binding) {
        return start(folder, Map.of("IDP_BINDING", binding));
    }

    /** A municipality's own, which tells of its staff in the manner of ADFS and Entra. */
    static RealProvider startForStaff(String folder) {
        return start(folder, Map.of("IDP_STAFF", "1"));
    }

    private static RealProvider start(String folder, Map<String, String> settings) {
        RealProvider provider = new RealProvider(RunningLauncher.emptied(Path.of("target", folder)), settings);
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(TO_START_SECONDS);
        while (!provider.answers()) {
            if (!provider.process.isAlive() || System.nanoTime() > limit) {
                provider.close();
                throw new IllegalStateException("SimpleSAMLphp did not start, see " + provider.folder);
            }
            pause();
        }
        return provider;
    }

    /** Address of its metadata, which is its entity id too. */
    URI metadata() {
        return URI.create("http://127.0.0.1:" + port + "/saml2/idp/metadata.php");
    }

    /** Its metadata as a file, as it comes by other ways than its address. */
    Path metadataFile() {
        try (InputStream in = metadata().toURL().openStream()) {
            return Files.write(folder.resolve("idp.xml"), in.readAllBytes());
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /**
     * Lets a portal use it, and returns what it keeps of the portal.
     *
     * @param settings SimpleSAMLphp's, for this portal alone, as {@code name=value}
     */
    String trust(URI portalMetadata, String... settings) {
        try {
            ProcessBuilder command = command("trust", folder.toString(), portalMetadata.toString());
            command.command().addAll(List.of(settings));
            Process trust = command.start();
            String said = text(trust.getInputStream());
            if (trust.waitFor() != 0) {
                throw new IllegalStateException("The portal's metadata was not taken: " + said);
            }
            return Files.readString(folder.resolve("metadata/saml20-sp-remote.php"));
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    @Override
    public void close() {
        process.destroy();
        try {
            if (!process.waitFor(TO_STOP_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            process.destroyForcibly();
        }
    }

    private boolean answers() {
        try (InputStream in = metadata().toURL().openStream()) {
            return text(in).contains("EntityDescriptor");
        } catch (IOException notYet) {
            return false;
        }
    }

    private static ProcessBuilder command(String... arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPT));
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command).redirectErrorStream(true);
    }

    private static String text(InputStream in) throws IOException {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8).strip();
    }

    private static void pause() {
        try {
            Thread.sleep(POLL_MILLIS);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }
}
