package se.knutpunkt.eforms.fill;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.field.AnsweredFile;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.party.PartyId;

/** The rows of {@code draft_file}: the files of drafts, those still arriving with them. */
@ApplicationScoped
class DraftFileTable {

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** A file on its way to a field. */
    record Arriving(String id, String fieldId, long bytes) {}

    /** A file that waits for the scanner. */
    record Waiting(String id, @Nullable Instant tried) {}

    void add(DraftRow draft, AnsweredFile file, ScanState scan) {
        database.update(
                "INSERT INTO draft_file (file_id, draft_id, kept_at, bytes, scan) VALUES (?, ?, ?, ?, ?)",
                file.id(),
                draft.id(),
                clock.instant(),
                file.bytes(),
                column(scan));
    }

    void addArriving(DraftRow draft, Arriving file, byte[] mark) {
        database.update(
                "INSERT INTO draft_file (file_id, draft_id, kept_at, bytes, arriving_field, mark)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                file.id(),
                draft.id(),
                clock.instant(),
                file.bytes(),
                file.fieldId(),
                mark);
    }

    /** Makes an arriving file one of the draft's own; false when it was given up meanwhile. */
    boolean arrived(String id, ScanState scan) {
        return database.update(
                        "UPDATE draft_file SET arriving_field = NULL, mark = NULL, kept_at = ?, scan = ?"
                                + " WHERE file_id = ?",
                        clock.instant(),
                        column(scan),
                        id)
                > 0;
    }

    /** Notes that more of an arriving file has come: what is forgotten is what nothing comes of. */
    void comes(String id) {
        database.update(
                "UPDATE draft_file SET kept_at = ? WHERE file_id = ? AND arriving_field IS NOT NULL",
                clock.instant(),
                id);
    }

    Optional<Arriving> arriving(DraftRow draft, String id) {
        return arriving(draft).stream().filter(file -> file.id().equals(id)).findFirst();
    }

    List<Arriving> arriving(DraftRow draft) {
        return database.query(
                "SELECT file_id, arriving_field, bytes FROM draft_file"
                        + " WHERE draft_id = ? AND arriving_field IS NOT NULL",
                row -> new Arriving(row.text("file_id"), row.text("arriving_field"), row.number("bytes")),
                draft.id());
    }

    /** The upload that was begun with the same mark and broke off. */
    Optional<String> marked(DraftRow draft, byte[] mark) {
        return database.first(
                "SELECT file_id FROM draft_file WHERE draft_id = ? AND mark = ?",
                row -> row.text("file_id"),
                draft.id(),
                mark);
    }

    void remove(String id) {
        database.update("DELETE FROM draft_file WHERE file_id = ?", id);
    }

    /** Forgets what never became whole; its content is swept by the store. */
    void removeBroken(Duration older) {
        database.update(
                "DELETE FROM draft_file WHERE arriving_field IS NOT NULL AND kept_at <= ?",
                clock.instant().minus(older));
    }

    // ---- the search for viruses

    Map<String, ScanState> scans(DraftRow draft) {
        record Scan(String id, ScanState state) {}
        return database
                .query(
                        "SELECT file_id, scan FROM draft_file WHERE draft_id = ? AND scan IS NOT NULL",
                        row -> new Scan(row.text("file_id"), ScanState.valueOf(row.text("scan"))),
                        draft.id())
                .stream()
                .collect(Collectors.toMap(Scan::id, Scan::state));
    }

    void scanned(String id, ScanState state) {
        database.update("UPDATE draft_file SET scan = ? WHERE file_id = ? AND scan = ?", state, id, ScanState.WAITING);
    }

    /** Those that wait and that nobody has tried since then. */
    List<Waiting> waiting(Instant triedBefore, int most) {
        return database.query(
                "SELECT file_id, scan_tried_at FROM draft_file"
                        + " WHERE scan = ? AND (scan_tried_at IS NULL OR scan_tried_at < ?)"
                        + " ORDER BY scan_tried_at LIMIT ?",
                row -> new Waiting(row.text("file_id"), row.instantOrNull("scan_tried_at")),
                ScanState.WAITING,
                triedBefore,
                most);
    }

    /** True for the one node that is to search it now. */
    boolean claim(Waiting file) {
        return database.update(
                        "UPDATE draft_file SET scan_tried_at = ? WHERE file_id = ? AND scan = ? AND scan_tried_at <=> ?",
                        clock.instant(),
                        file.id(),
                        ScanState.WAITING,
                        file.tried())
                > 0;
    }

    long waiting() {
        return sum("SELECT COUNT(*) AS n FROM draft_file WHERE scan = ?", ScanState.WAITING);
    }

    // ---- room

    /** Bytes of a draft's files, arriving ones in full. */
    long bytesOf(DraftRow draft) {
        return sum("SELECT COALESCE(SUM(bytes), 0) AS n FROM draft_file WHERE draft_id = ?", draft.id());
    }

    /** Bytes of the files of all that a person has begun and not sent. */
    long bytesOf(PartyId owner) {
        return sum(
                "SELECT COALESCE(SUM(f.bytes), 0) AS n FROM draft d JOIN draft_file f ON f.draft_id = d.id"
                        + " WHERE d.owner_party = ? AND d.sent_at IS NULL",
                owner);
    }

    /** Bytes of all files that are not sent. */
    long bytes() {
        return sum("SELECT COALESCE(SUM(bytes), 0) AS n FROM draft_file");
    }

    private long sum(String sql, @Nullable Object... values) {
        return database.first(sql, row -> row.number("n"), values).orElse(0L);
    }

    private static @Nullable ScanState column(ScanState scan) {
        return scan == ScanState.NONE ? null : scan;
    }
}
