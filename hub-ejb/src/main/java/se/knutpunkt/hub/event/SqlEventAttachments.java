package se.knutpunkt.hub.event;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.vault.Vault;

/** Lays a file in the store outside any transaction, and gives it to its event in one when it is the one announced. */
@Stateless
public class SqlEventAttachments implements EventAttachments {

    @Inject
    Database database;

    @Inject
    Vault vault;

    @EJB
    Files files;

    @EJB
    AttachmentAdopter adopter;

    /**
     * An attachment as it was announced.
     *
     * @param file null until it has come
     * @param mediaType null when it has come
     * @param sha256 null when it has come
     */
    private record Announced(
            long eventId,
            String publicId,
            String name,
            @Nullable FileId file,
            @Nullable String mediaType,
            @Nullable String sha256) {}

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Arrived take(SourceSystem source, String eventId, int position, InputStream content, long limit)
            throws IOException {
        Announced announced = announced(source, eventId, position).orElseThrow(UnknownAttachment::new);
        String mediaType = announced.mediaType() == null ? "application/octet-stream" : announced.mediaType();
        StoredFile staged = files.stage(content, new NewFile(announced.name(), mediaType, limit));
        boolean adopted = false;
        try {
            if (announced.file() == null && staged.sha256().equals(announced.sha256())) {
                adopted = adopter.adopt(announced.eventId(), position, staged.id());
            }
            if (!adopted) {
                // it was there, or came twice at once
                requireSame(source, eventId, position, staged);
            }
            return new Arrived(announced.publicId(), staged.size(), !adopted);
        } finally {
            if (!adopted) {
                files.discard(staged.id());
            }
        }
    }

    private void requireSame(SourceSystem source, String eventId, int position, StoredFile staged) {
        boolean same = announced(source, eventId, position)
                .map(Announced::file)
                .flatMap(files::find)
                .filter(there -> there.sha256().equals(staged.sha256()))
                .isPresent();
        if (!same) {
            throw new OtherContent();
        }
    }

    /** By our id, or else by the source's: one that was refused and sent in by staff never learnt ours. */
    private Optional<Announced> announced(SourceSystem source, String eventId, int position) {
        return announced("e.public_id", source, eventId, position)
                .or(() -> announced("e.external_id", source, eventId, position));
    }

    private Optional<Announced> announced(String column, SourceSystem source, String eventId, int position) {
        return database.first(
                "SELECT a.event_id, e.public_id, a.name_sealed, a.file_id, w.media_type, w.sha256_sealed FROM case_event e"
                        + " JOIN case_event_attachment a ON a.event_id = e.id"
                        + " LEFT JOIN event_attachment_awaited w"
                        + " ON w.event_id = a.event_id AND w.position = a.position"
                        + " WHERE " + column + " = ? AND e.source = ? AND a.position = ?",
                row -> {
                    String file = row.textOrNull("file_id");
                    byte[] hash = row.bytesOrNull("sha256_sealed");
                    return new Announced(
                            row.number("event_id"),
                            row.text("public_id"),
                            vault.open(row.bytes("name_sealed"), EventSeals.ATTACHMENT_NAME),
                            file == null ? null : new FileId(file),
                            row.textOrNull("media_type"),
                            hash == null ? null : vault.open(hash, EventSeals.ATTACHMENT_HASH));
                },
                eventId,
                source.code(),
                position);
    }

    @Override
    public AwaitedFiles awaited(String source) {
        return database.first(
                        "SELECT COUNT(*) AS files, MIN(announced_at) AS oldest FROM event_attachment_awaited w"
                                + " WHERE source = ? AND NOT EXISTS (SELECT 1 FROM event_attachment_given_up g"
                                + " WHERE g.event_id = w.event_id AND g.position = w.position)",
                        row -> new AwaitedFiles(row.number("files"), row.instantOrNull("oldest")),
                        source)
                .orElseThrow();
    }
}
