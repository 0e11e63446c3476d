package se.knutpunkt.hub.login;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.TimeUnit;

/**
 * The folder with the service provider's key pairs: a PKCS#12 file each, its password in a file beside it, and
 * {@code saml-keys.properties}, which says which of them are in use. Every step writes that file last and whole, so that
 * a step that is killed has either happened or not. Plain Java, usable outside a container; keys are made by the JDK's own
 * {@code keytool}.
 */
public final class SamlKeyFiles {
    static final String STATE = "saml-keys.properties";
    private static final String SIGNING = "saml-signing";
    private static final String ENCRYPTION = "saml-encryption";
    private static final int KEYTOOL_SECONDS = 60;

    /** Certificates are containers of keys to SAML, but some providers look at the dates: twenty years. */
    private static final String VALIDITY_DAYS = "7300";

    private final Path folder;

    private SamlKeyFiles(Path folder) {
        this.folder = folder;
    }

    /** The folder's files; nothing is read or made yet. */
    public static SamlKeyFiles in(Path folder) {
        return new SamlKeyFiles(folder);
    }

    /**
     * Makes the first keys when there are none; what exists is left as it is.
     *
     * @throws UncheckedIOException when the folder cannot be written or a key cannot be made
     */
    public SamlKeyFiles createIfAbsent() {
        if (isComplete()) {
            // nothing to write, and perhaps no right to: a folder that nodes share may be read only
            return this;
        }
        return locked(() -> {
            // a later generation that is missing has not been copied yet: another one in its place would be no help
            if (!Files.exists(folder.resolve(STATE))) {
                make(1);
            }
            return this;
        });
    }

    private boolean isComplete() {
        return Files.exists(folder.resolve(STATE)) || Files.exists(signing(1)) && Files.exists(encryption(1));
    }

    /**
     * Where the roll-over stands.
     *
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalStateException when it says something impossible
     */
    public SamlKeyState state() {
        Path file = folder.resolve(STATE);
        if (!Files.exists(file)) {
            return SamlKeyState.first();
        }
        Properties lines = new Properties();
        try (InputStream in = Files.newInputStream(file)) {
            lines.load(in);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        try {
            return new SamlKeyState(
                    SamlKeyState.Stage.valueOf(lines.getProperty("stage", "")),
                    Integer.parseInt(lines.getProperty("current", "")),
                    Integer.parseInt(lines.getProperty("other", "")),
                    Instant.parse(lines.getProperty("since", "")));
        } catch (IllegalArgumentException | DateTimeException impossible) {
            throw new IllegalStateException(file + " is damaged", impossible);
        }
    }

    /** The PKCS#12 file with a generation's signing key. */
    public Path signing(int generation) {
        return folder.resolve(name(SIGNING, generation) + ".p12");
    }

    /** The PKCS#12 file with a generation's encryption key. */
    public Path encryption(int generation) {
        return folder.resolve(name(ENCRYPTION, generation) + ".p12");
    }

    /** The file with the password of a PKCS#12 file of this folder. */
    public static Path password(Path store) {
        return store.resolveSibling(store.getFileName().toString().replace(".p12", ".password"));
    }

    /**
     * Makes the next generation and announces it: metadata names its signing key beside the current one, and its
     * encryption key instead of the current one.
     *
     * @throws SamlKeyStepRefused unless the keys are settled
     */
    public SamlKeyState announce(Instant now) {
        return locked(() -> step(SamlKeyState.Stage.SETTLED, true, now, before -> {
            make(before.current());
            make(before.current() + 1);
            return before.announced(now);
        }));
    }

    /**
     * Signs with the announced generation from now on.
     *
     * @param anyway although providers have not had the time to read of it: whoever has not refuses our requests
     * @throws SamlKeyStepRefused unless a generation is announced, and has been for long enough
     */
    public SamlKeyState switchOver(Instant now, boolean anyway) {
        return locked(() -> step(SamlKeyState.Stage.ANNOUNCED, anyway, now, before -> before.switched(now)));
    }

    /**
     * Deletes the old generation: what is encrypted to it can be read by nobody any more.
     *
     * @param anyway although it was in use until lately
     * @throws SamlKeyStepRefused unless the switch is made, and was long enough ago
     */
    public SamlKeyState drop(Instant now, boolean anyway) {
        return locked(() -> {
            SamlKeyState before = state();
            SamlKeyState after = step(SamlKeyState.Stage.SWITCHED, anyway, now, switched -> switched.settled(now));
            for (Path store : List.of(signing(before.other()), encryption(before.other()))) {
                Files.deleteIfExists(store);
                Files.deleteIfExists(password(store));
            }
            return after;
        });
    }

    private SamlKeyState step(SamlKeyState.Stage from, boolean anyway, Instant now, Step step) throws IOException {
        SamlKeyState before = state();
        if (before.stage() != from) {
            throw new SamlKeyStepRefused(SamlKeyStepRefused.Why.OUT_OF_ORDER, before);
        }
        if (!anyway && now.isBefore(before.nextStepFrom())) {
            throw new SamlKeyStepRefused(SamlKeyStepRefused.Why.TOO_EARLY, before);
        }
        SamlKeyState after = step.from(before);
        write(after);
        return after;
    }

    private void write(SamlKeyState state) throws IOException {
        Properties lines = new Properties();
        lines.setProperty("stage", state.stage().name());
        lines.setProperty("current", Integer.toString(state.current()));
        lines.setProperty("other", Integer.toString(state.other()));
        lines.setProperty("since", state.since().toString());
        Path half = folder.resolve(STATE + ".new");
        try (OutputStream out = Files.newOutputStream(half)) {
            lines.store(out, "Which SAML keys are in use. Written by: knutpunkt.jar saml-keys");
        }
        settle(half, folder.resolve(STATE));
    }

    private void make(int generation) throws IOException {
        make(signing(generation), name(SIGNING, generation));
        make(encryption(generation), name(ENCRYPTION, generation));
    }

    private static String name(String use, int generation) {
        return generation == 1 ? use : use + "-" + generation;
    }

    private void make(Path store, String name) throws IOException {
        if (Files.exists(store)) {
            return;
        }
        Path password = newPassword(password(store));
        Path half = folder.resolve(name + ".p12.new");
        Files.deleteIfExists(half);
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                name,
                "-keyalg",
                "RSA",
                "-keysize",
                "3072",
                "-sigalg",
                "SHA256withRSA",
                "-validity",
                VALIDITY_DAYS,
                "-dname",
                "CN=Knutpunkt " + name,
                "-storetype",
                "PKCS12",
                "-storepass:file",
                password.toString(),
                "-keystore",
                half.toString()));
        settle(half, store);
    }

    /** Renamed whole, so that a start that is killed leaves no half a file. */
    private void settle(Path half, Path whole) throws IOException {
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        giveToOwner(half);
        Files.move(half, whole, StandardCopyOption.ATOMIC_MOVE);
    }

    /** A command run as root must not leave keys that the portal's own user cannot read. */
    private void giveToOwner(Path file) throws IOException {
        if (!Files.getOwner(file).equals(Files.getOwner(folder))) {
            Files.setOwner(file, Files.getOwner(folder, LinkOption.NOFOLLOW_LINKS));
        }
    }

    private Path newPassword(Path file) throws IOException {
        byte[] bits = new byte[24];
        new SecureRandom().nextBytes(bits);
        // no key bears it yet: what an interrupted start left may be overwritten
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
        giveToOwner(file);
        return file;
    }

    private static void run(List<String> command) throws IOException {
        Process keytool = new ProcessBuilder(command).redirectErrorStream(true).start();
        try (InputStream output = keytool.getInputStream()) {
            String said = new String(output.readAllBytes(), StandardCharsets.UTF_8).strip();
            if (!keytool.waitFor(KEYTOOL_SECONDS, TimeUnit.SECONDS) || keytool.exitValue() != 0) {
                throw new IOException("keytool could not make a key: " + said);
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException("Stopped while making a key", stopped);
        } finally {
            keytool.destroyForcibly();
        }
    }

    /** One at a time: threads of this process by the class, nodes on one folder by a lock file. */
    private <T> T locked(Work<T> work) {
        synchronized (SamlKeyFiles.class) {
            try {
                Files.createDirectories(folder);
                Path lock = folder.resolve("saml-keys.lock");
                try (FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                        FileLock held = channel.lock()) {
                    giveToOwner(lock);
                    return work.run();
                }
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    private interface Step {
        SamlKeyState from(SamlKeyState before) throws IOException;
    }
}
