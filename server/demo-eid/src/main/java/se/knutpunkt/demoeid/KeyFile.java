package se.knutpunkt.demoeid;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The provider's signing key in its own folder, made at the first start by the JDK's {@code keytool}. Its password stands
 * in the code: what it guards is worth nothing outside this demonstration.
 */
final class KeyFile {
    private static final String PASSWORD = "only-a-demo";
    private static final int KEYTOOL_SECONDS = 60;

    private KeyFile() {}

    /** @throws UncheckedIOException when the folder cannot be written or read */
    static SigningKey in(Path folder) {
        try {
            Path store = folder.resolve("signing.p12");
            if (!Files.exists(store)) {
                Files.createDirectories(folder);
                make(folder, store);
            }
            return read(store);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static void make(Path folder, Path store) throws IOException {
        Path half = folder.resolve("signing.p12." + ProcessHandle.current().pid());
        Files.deleteIfExists(half);
        run(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString(),
                "-genkeypair",
                "-alias",
                "signing",
                "-keyalg",
                "RSA",
                "-keysize",
                "3072",
                "-sigalg",
                "SHA256withRSA",
                "-validity",
                "3650",
                "-dname",
                "CN=Demo-legitimation",
                "-storetype",
                "PKCS12",
                "-storepass",
                PASSWORD,
                "-keystore",
                half.toString()));
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        try {
            Files.createLink(store, half);
        } catch (FileAlreadyExistsException anotherNodeWasFirst) {
            // theirs is as good as ours
        } finally {
            Files.delete(half);
        }
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

    private static SigningKey read(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(in, PASSWORD.toCharArray());
            return new SigningKey((PrivateKey) store.getKey("signing", PASSWORD.toCharArray()), (X509Certificate)
                    store.getCertificate("signing"));
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("No usable key in " + file, broken);
        }
    }
}
