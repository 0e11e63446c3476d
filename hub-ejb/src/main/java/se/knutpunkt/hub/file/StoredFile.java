package se.knutpunkt.hub.file;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A file in the store, without its content.
 *
 * @param size in bytes
 * @param sha256 of the content, 64 hexadecimal digits
 * @param owner who adopted it; null while it is staged
 */
public record StoredFile(
        FileId id,
        String name,
        String mediaType,
        long size,
        String sha256,
        Instant stored,
        @Nullable FileOwner owner) {}
