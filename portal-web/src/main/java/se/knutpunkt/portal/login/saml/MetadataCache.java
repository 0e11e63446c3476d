package se.knutpunkt.portal.login.saml;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** The last good bytes of each address, in a folder. What comes out is to be checked as what came over the network. */
final class MetadataCache {
    private static final Logger LOG = Logger.getLogger(MetadataCache.class.getName());

    private final Path folder;

    MetadataCache(Path folder) {
        this.folder = folder;
    }

    /** Keeps the bytes; a folder that cannot be written costs a log line, no login. */
    void keep(URI address, byte[] xml) {
        try {
            Files.createDirectories(folder);
            Path half = Files.createTempFile(folder, "metadata-", ".new");
            try {
                Files.write(half, xml);
                // renamed whole: a reader, or a start after a kill, sees the old bytes or the new ones
                Files.move(half, file(address), StandardCopyOption.ATOMIC_MOVE);
            } finally {
                Files.deleteIfExists(half);
            }
        } catch (IOException failed) {
            LOG.log(Level.WARNING, "Metadata of identity providers at {0} cannot be kept: {1}", new Object[] {
                address, failed
            });
        }
    }

    /** The kept bytes, if there are any. */
    Optional<byte[]> find(URI address) throws IOException {
        Path file = file(address);
        return Files.exists(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /** One file an address; its name is a hash since an address is no file name. */
    private Path file(URI address) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(address.toString().getBytes(StandardCharsets.UTF_8));
            return folder.resolve(HexFormat.of().formatHex(hash) + ".xml");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
