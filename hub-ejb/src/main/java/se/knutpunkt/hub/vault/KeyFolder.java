package se.knutpunkt.hub.vault;

import com.google.crypto.tink.InsecureSecretKeyAccess;
import com.google.crypto.tink.KeysetHandle;
import com.google.crypto.tink.Parameters;
import com.google.crypto.tink.TinkJsonProtoKeysetFormat;
import com.google.crypto.tink.aead.AeadConfig;
import com.google.crypto.tink.aead.PredefinedAeadParameters;
import com.google.crypto.tink.mac.MacConfig;
import com.google.crypto.tink.mac.PredefinedMacParameters;
import com.google.crypto.tink.prf.PredefinedPrfParameters;
import com.google.crypto.tink.prf.PrfConfig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.util.Set;

/**
 * The folder with the keys of the vault, outside the database: {@code vault.json} (AEAD, seals columns),
 * {@code vault-index.json} (PRF, hashes of numbers and tokens) and {@code web-mac.json} (MAC, tokens and links). Plain
 * Java, usable outside a container.
 */
public final class KeyFolder {

    static final String SEAL = "vault.json";
    static final String INDEX = "vault-index.json";
    static final String SIGNATURE = "web-mac.json";

    static {
        try {
            AeadConfig.register();
            PrfConfig.register();
            MacConfig.register();
        } catch (GeneralSecurityException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private KeyFolder() {}

    /**
     * Makes the folder and the key files that are missing, readable by their owner only. Existing files stay as they
     * are, so that calling it again changes nothing.
     *
     * @throws UncheckedIOException when the folder cannot be written
     */
    public static void createIfAbsent(Path folder) {
        try {
            if (!Files.isDirectory(folder)) {
                Files.createDirectories(
                        folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            }
            create(folder.resolve(SEAL), PredefinedAeadParameters.AES256_GCM);
            create(folder.resolve(INDEX), PredefinedPrfParameters.HMAC_SHA256_PRF);
            create(folder.resolve(SIGNATURE), PredefinedMacParameters.HMAC_SHA256_256BITTAG);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Reads a keyset.
     *
     * @throws KeysMissing when the file is missing or is no keyset
     */
    static KeysetHandle read(Path file) {
        try {
            return TinkJsonProtoKeysetFormat.parseKeyset(Files.readString(file), InsecureSecretKeyAccess.get());
        } catch (IOException | GeneralSecurityException e) {
            throw new KeysMissing("The key file " + file + " is missing or damaged", e);
        }
    }

    private static void create(Path file, Parameters parameters) throws IOException {
        if (Files.exists(file)) {
            return;
        }
        try {
            KeysetHandle keys = KeysetHandle.newBuilder()
                    .addEntry(KeysetHandle.generateEntryFromParameters(parameters)
                            .withRandomId()
                            .makePrimary())
                    .build();
            String json = TinkJsonProtoKeysetFormat.serializeKeyset(keys, InsecureSecretKeyAccess.get());
            writeAtOnce(file, json);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("This Java cannot make keys of the needed kind", e);
        }
    }

    /** By a neighbour and a rename, so that a crash leaves a whole file or none. */
    private static void writeAtOnce(Path file, String json) throws IOException {
        Path whole = file.resolveSibling(
                file.getFileName() + "." + ProcessHandle.current().pid());
        try (var channel = Files.newByteChannel(
                whole,
                Set.of(StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE),
                PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")))) {
            channel.write(StandardCharsets.UTF_8.encode(json));
        }
        try {
            Files.createLink(file, whole);
        } catch (FileAlreadyExistsException someoneElseWasFirst) {
            // theirs is as good as ours
        } finally {
            Files.delete(whole);
        }
    }
}
