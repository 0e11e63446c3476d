package se.knutpunkt.hub.file;

import jakarta.enterprise.context.Dependent;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.vault.Vault;

/** Contents in sealed chunks. A chunk's seal names its file and place, so chunks can't be swapped or reordered. */
@Dependent
class ChunkStore {

    /** One chunk in memory for each upload; small enough for many at once, large enough for few rows. */
    static final int CHUNK = 256 * 1024;

    @Inject
    Database database;

    @Inject
    Vault vault;

    /**
     * What came in.
     *
     * @param size in bytes
     * @param sha256 in hexadecimal digits
     */
    record Written(long size, String sha256) {}

    Written write(long file, InputStream content, long limit) throws IOException {
        MessageDigest digest = sha256();
        long size = 0;
        byte[] chunk = content.readNBytes(CHUNK);
        for (int sequence = 0; chunk.length > 0; sequence++) {
            size += chunk.length;
            if (size > limit) {
                throw new FileTooLarge(limit);
            }
            digest.update(chunk);
            add(file, sequence, chunk);
            chunk = content.readNBytes(CHUNK);
        }
        return new Written(size, HexFormat.of().formatHex(digest.digest()));
    }

    /** Keeps one chunk; a database failure when there is one in that place. */
    void add(long file, int sequence, byte[] chunk) {
        database.update(
                "INSERT INTO file_chunk (file_id, sequence, content) VALUES (?, ?, ?)",
                file,
                sequence,
                vault.sealBytes(chunk, context(file, sequence)));
    }

    /** Writes the chunks in order; fails when less came out than went in, as after a lost row. */
    void read(long file, long size, OutputStream out) throws IOException {
        long written = 0;
        for (int sequence = 0; written < size; sequence++) {
            byte[] chunk = chunk(file, sequence);
            out.write(chunk);
            written += chunk.length;
        }
    }

    /** One chunk, opened. */
    byte[] chunk(long file, int sequence) {
        byte[] sealed = sealed(file, sequence)
                .orElseThrow(() -> new IllegalStateException("File " + file + " lacks chunk " + sequence));
        return vault.openBytes(sealed, context(file, sequence));
    }

    private Optional<byte[]> sealed(long file, int sequence) {
        return database.first(
                "SELECT content FROM file_chunk WHERE file_id = ? AND sequence = ?",
                row -> row.bytes("content"),
                file,
                sequence);
    }

    private static String context(long file, int sequence) {
        return "file_chunk.content:" + file + ":" + sequence;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
