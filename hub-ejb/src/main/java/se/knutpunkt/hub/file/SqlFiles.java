package se.knutpunkt.hub.file;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.vault.Vault;

/** The files as rows of {@code stored_file} and {@code file_chunk}. */
@Stateless
public class SqlFiles implements Files {

    static final String NAME = "stored_file.name";
    static final String SHA256 = "stored_file.sha256";
    private static final Duration STAGED_FOR = Duration.ofDays(1);
    private static final String SELECT = """
            SELECT public_id, name_sealed, media_type, size, sha256_sealed, stored_at, owner_kind, owner_id
              FROM stored_file
            """;

    @Inject
    Database database;

    @Inject
    ChunkStore chunks;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /** Outside any transaction, so that each chunk commits at once and no connection waits for a slow sender. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public StoredFile stage(InputStream content, NewFile file) throws IOException {
        FileId id = FileId.random();
        long row = database.insert(
                "INSERT INTO stored_file (public_id, state, name_sealed, media_type, stored_at, expires_at)"
                        + " VALUES (?, 'ARRIVING', ?, ?, ?, ?)",
                id.value(),
                vault.seal(file.name(), NAME),
                file.mediaType(),
                clock.instant(),
                clock.instant().plus(STAGED_FOR));
        boolean whole = false;
        try {
            ChunkStore.Written written = chunks.write(row, content, file.limit());
            database.update(
                    "UPDATE stored_file SET state = 'STAGED', size = ?, sha256_sealed = ? WHERE id = ?",
                    written.size(),
                    vault.seal(written.sha256(), SHA256),
                    row);
            whole = true;
        } finally {
            if (!whole) {
                database.update("DELETE FROM stored_file WHERE id = ?", row);
            }
        }
        return find(id).orElseThrow(() -> new UnknownFile(id));
    }

    @Override
    public StoredFile adopt(FileId id, FileOwner owner) {
        int adopted = database.update("""
                UPDATE stored_file SET state = 'ADOPTED', expires_at = NULL, owner_kind = ?, owner_id = ?
                 WHERE public_id = ? AND state = 'STAGED' AND expires_at > ?
                """, owner.kind(), owner.id(), id.value(), clock.instant());
        StoredFile file = find(id).orElseThrow(() -> new UnknownFile(id));
        if (adopted == 0 && !owner.equals(file.owner())) {
            throw new UnknownFile(id);
        }
        return file;
    }

    @Override
    public Optional<StoredFile> find(FileId id) {
        return database.first(SELECT + " WHERE public_id = ? AND state <> 'ARRIVING'", this::file, id.value());
    }

    /** Outside any transaction: no connection waits for a slow receiver. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(FileId id, OutputStream out) throws IOException {
        Place place = place(id);
        chunks.read(place.row(), place.size(), out);
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public InputStream content(FileId id) {
        Place place = place(id);
        return new ChunkInput(chunks, place.row(), place.size());
    }

    private record Place(long row, long size) {}

    private Place place(FileId id) {
        return database.first(
                        "SELECT id, size FROM stored_file WHERE public_id = ? AND state <> 'ARRIVING'",
                        row -> new Place(row.number("id"), row.number("size")),
                        id.value())
                .orElseThrow(() -> new UnknownFile(id));
    }

    @Override
    public void discard(FileId id) {
        database.update("DELETE FROM stored_file WHERE public_id = ? AND state = 'STAGED'", id.value());
    }

    @Override
    public void keepStaged(FileId id) {
        database.update(
                "UPDATE stored_file SET expires_at = ? WHERE public_id = ? AND state = 'STAGED'",
                clock.instant().plus(STAGED_FOR),
                id.value());
    }

    private StoredFile file(Row row) {
        String ownerKind = row.textOrNull("owner_kind");
        return new StoredFile(
                new FileId(row.text("public_id")),
                vault.open(row.bytes("name_sealed"), NAME),
                row.text("media_type"),
                row.number("size"),
                vault.open(row.bytes("sha256_sealed"), SHA256),
                row.instant("stored_at"),
                ownerKind == null ? null : new FileOwner(ownerKind, row.number("owner_id")));
    }
}
