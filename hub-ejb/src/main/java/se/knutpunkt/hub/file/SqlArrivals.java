package se.knutpunkt.hub.file;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.vault.Vault;

/** Arriving files as rows of {@code stored_file} and {@code file_chunk}; all chunks but the last are equally long. */
@Stateless
@TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
public class SqlArrivals implements Arrivals {

    private static final Duration KEPT_FOR = Duration.ofDays(1);

    @Inject
    Database database;

    @Inject
    ChunkStore chunks;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @EJB
    Files files;

    @Override
    public FileId announce(NewFile file, long size) {
        FileId id = FileId.random();
        database.insert(
                "INSERT INTO stored_file (public_id, state, name_sealed, media_type, announced, stored_at, expires_at)"
                        + " VALUES (?, 'ARRIVING', ?, ?, ?, ?, ?)",
                id.value(),
                vault.seal(file.name(), SqlFiles.NAME),
                file.mediaType(),
                size,
                clock.instant(),
                clock.instant().plus(KEPT_FOR));
        return id;
    }

    @Override
    public Optional<Arrival> find(FileId id) {
        return place(id).map(place -> new Arrival(place.name(), arrived(place), place.announced()));
    }

    @Override
    public long append(FileId id, long offset, InputStream content) throws IOException {
        Place place = place(id).orElseThrow(() -> new UnknownFile(id));
        long arrived = arrived(place);
        if (offset != arrived) {
            throw new OtherPlace();
        }
        try {
            while (arrived < place.announced()) {
                int length = (int) Math.min(ChunkStore.CHUNK, place.announced() - arrived);
                byte[] chunk = content.readNBytes(length);
                if (chunk.length < length) {
                    break;
                }
                chunks.add(place.row(), (int) (arrived / ChunkStore.CHUNK), chunk);
                arrived += chunk.length;
            }
        } catch (DatabaseFailure twice) {
            if (DatabaseFailure.isDuplicate(twice)) {
                throw new OtherPlace();
            }
            throw twice;
        }
        database.update(
                "UPDATE stored_file SET expires_at = ? WHERE id = ?",
                clock.instant().plus(KEPT_FOR),
                place.row());
        return arrived;
    }

    @Override
    public Optional<StoredFile> finish(FileId id, Look look) throws IOException {
        Place place =
                place(id).filter(known -> arrived(known) == known.announced()).orElseThrow(() -> new UnknownFile(id));
        MessageDigest digest = ChunkStore.sha256();
        DigestInputStream content =
                new DigestInputStream(new ChunkInput(chunks, place.row(), place.announced()), digest);
        Optional<String> mediaType = look.at(content);
        if (mediaType.isEmpty()) {
            cancel(id);
            return Optional.empty();
        }
        content.transferTo(java.io.OutputStream.nullOutputStream());
        int staged = database.update(
                "UPDATE stored_file SET state = 'STAGED', media_type = ?, size = ?, sha256_sealed = ?, expires_at = ?"
                        + " WHERE id = ? AND state = 'ARRIVING'",
                mediaType.get(),
                place.announced(),
                vault.seal(HexFormat.of().formatHex(digest.digest()), SqlFiles.SHA256),
                clock.instant().plus(KEPT_FOR),
                place.row());
        if (staged == 0) {
            throw new UnknownFile(id);
        }
        return files.find(id);
    }

    @Override
    public void cancel(FileId id) {
        database.update("DELETE FROM stored_file WHERE public_id = ? AND state = 'ARRIVING'", id.value());
    }

    private record Place(long row, String name, long announced) {}

    private Optional<Place> place(FileId id) {
        return database.first(
                "SELECT id, name_sealed, announced FROM stored_file"
                        + " WHERE public_id = ? AND state = 'ARRIVING' AND announced IS NOT NULL AND expires_at > ?",
                row -> new Place(
                        row.number("id"), vault.open(row.bytes("name_sealed"), SqlFiles.NAME), row.number("announced")),
                id.value(),
                clock.instant());
    }

    /** All chunks are whole but the file's last, and they come in order: the number of the last tells how much is there. */
    private long arrived(Place place) {
        long count = database.first(
                        "SELECT COALESCE(MAX(sequence) + 1, 0) AS n FROM file_chunk WHERE file_id = ?",
                        row -> row.number("n"),
                        place.row())
                .orElse(0L);
        return Math.min(count * ChunkStore.CHUNK, place.announced());
    }
}
