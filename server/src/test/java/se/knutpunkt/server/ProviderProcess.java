package se.knutpunkt.server;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * An identity provider that shares no code with ours, as a process of its own on {@code 127.0.0.1}, which is another site
 * than the portal's {@code localhost}. A script in {@code src/test/idp} installs it, runs it and lets portals use it.
 */
final class ProviderProcess implements AutoCloseable {
    private static final Path SCRIPTS = Path.of("src", "test", "idp").toAbsolutePath();
    private static final long TO_START_SECONDS = 300;
    private static final long TO_STOP_SECONDS = 10;
    private static final long POLL_MILLIS = 100;

    private final String script;
    private final Path folder;
    private final Process process;

    private ProviderProcess(String script, Path folder, Process process) {
        this.script = script;
        this.folder = folder;
        this.process = process;
    }

    /** Installs what is missing; tells what it is when it cannot. */
    static Optional<String> install(String script) {
        try {
            Process install = command(script, List.of("install")).start();
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
     * One that has been started and does not answer yet.
     *
     * @param folder its own
     * @param arguments of the script's {@code run}, after the folder
     */
    static ProviderProcess start(String script, Path folder, List<String> arguments, Map<String, String> environment) {
        List<String> all = new ArrayList<>(List.of("run", folder.toString()));
        all.addAll(arguments);
        ProcessBuilder command = command(script, all)
                .redirectOutput(folder.resolve("console.txt").toFile());
        command.environment().putAll(environment);
        try {
            Process process = command.start();
            // a run of the tests that is broken off leaves no server behind
            Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
            return new ProviderProcess(script, folder, process);
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        }
    }

    /** Returns when metadata is at the address. */
    void await(URI metadata) {
        long limit = System.nanoTime() + TimeUnit.SECONDS.toNanos(TO_START_SECONDS);
        while (!answers(metadata)) {
            if (!process.isAlive() || System.nanoTime() > limit) {
                close();
                throw new IllegalStateException("The identity provider did not start, see " + folder);
            }
            pause();
        }
    }

    /** Lets a portal use it, and returns what the script said. */
    String trust(List<String> arguments) {
        try {
            List<String> all = new ArrayList<>(List.of("trust", folder.toString()));
            all.addAll(arguments);
            Process trust = command(script, all).start();
            String said = text(trust.getInputStream());
            if (trust.waitFor() != 0) {
                throw new IllegalStateException("The portal's metadata was not taken: " + said);
            }
            return said;
        } catch (IOException unstartable) {
            throw new UncheckedIOException(unstartable);
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(hurried);
        }
    }

    /** What stands at an address. */
    static String read(URI address) {
        try (InputStream in = address.toURL().openStream()) {
            return text(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    /** A file of its folder. */
    Path file(String name) {
        return folder.resolve(name);
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

    private static boolean answers(URI metadata) {
        try {
            return read(metadata).contains("EntityDescriptor");
        } catch (UncheckedIOException notYet) {
            return false;
        }
    }

    private static ProcessBuilder command(String script, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(SCRIPTS.resolve(script).toString()));
        command.addAll(arguments);
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

    /** Its own. */
    Path folder() {
        return folder;
    }
}
