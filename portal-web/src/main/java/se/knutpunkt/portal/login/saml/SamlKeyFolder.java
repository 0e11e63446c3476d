package se.knutpunkt.portal.login.saml;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * The service provider's key pairs as PKCS#12 files, the password of each in a file beside it that only the owner may
 * read. Keys that are missing are made by the JDK's own {@code keytool}: making a certificate takes no library then.
 */
public final class SamlKeyFolder {
    private static final String SIGNING = "saml-signing";
    private static final String ENCRYPTION = "saml-encryption";
    private static final int KEYTOOL_SECONDS = 60;

    private final Path folder;

    private SamlKeyFolder(Path folder) {
        this.folder = folder;
    }

    /**
     * Makes what is missing; plain Java, usable outside the container. What exists is left as it is.
     *
     * @throws UncheckedIOException when the folder cannot be written or a key cannot be made
     */
    public static SamlKeyFolder createIfAbsent(Path folder) {
        SamlKeyFolder keys = new SamlKeyFolder(folder);
        try {
            Files.createDirectories(folder);
            keys.make(SIGNING);
            keys.make(ENCRYPTION);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
        return keys;
    }

    KeyPairWithCertificate signing() {
        return read(SIGNING);
    }

    KeyPairWithCertificate encryption() {
        return read(ENCRYPTION);
    }

    private void make(String name) throws IOException {
        Path store = folder.resolve(name + ".p12");
        if (Files.exists(store)) {
            return;
        }
        Path password = password(name);
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
                "3650",
                "-dname",
                "CN=Knutpunkt " + name,
                "-storetype",
                "PKCS12",
                "-storepass:file",
                password.toString(),
                "-keystore",
                half.toString()));
        Files.setPosixFilePermissions(half, PosixFilePermissions.fromString("rw-------"));
        // renamed whole, so that a start that is killed leaves no half a key
        Files.move(half, store, StandardCopyOption.ATOMIC_MOVE);
    }

    private Path password(String name) throws IOException {
        Path file = folder.resolve(name + ".password");
        byte[] bits = new byte[24];
        new SecureRandom().nextBytes(bits);
        // no key bears it yet: what an interrupted start left may be overwritten
        Files.deleteIfExists(file);
        Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(file, Base64.getUrlEncoder().withoutPadding().encodeToString(bits));
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

    private KeyPairWithCertificate read(String name) {
        try (InputStream file = Files.newInputStream(folder.resolve(name + ".p12"))) {
            char[] password =
                    Files.readString(folder.resolve(name + ".password")).strip().toCharArray();
            KeyStore store = KeyStore.getInstance("PKCS12");
            store.load(file, password);
            String alias = store.aliases().nextElement();
            return new KeyPairWithCertificate(
                    (PrivateKey) store.getKey(alias, password), (X509Certificate) store.getCertificate(alias));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (GeneralSecurityException broken) {
            throw new IllegalStateException("No usable key in " + name + ".p12", broken);
        }
    }
}
