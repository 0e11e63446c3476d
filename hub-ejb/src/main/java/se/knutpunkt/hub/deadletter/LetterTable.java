package se.knutpunkt.hub.deadletter;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.deadletter.LetterStep.What;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.login.StaffId;

/**
 * What changes a letter's state, in the caller's transaction. Every change asks for the claim it was made under: of two
 * hands at once one changes the row, and the other finds that it has none.
 */
@ApplicationScoped
public class LetterTable {
    /** A replay takes moments; the claim of a node that died ends by itself. */
    static final Duration CLAIM = Duration.ofMinutes(1);

    @Inject
    Database database;

    @Inject
    LetterSeals seals;

    @Inject
    Clock clock;

    List<LetterClaim> claim(List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        String claim = UUID.randomUUID().toString();
        Instant now = clock.instant();
        Values wanted = Values.of(ids);
        database.update(
                "UPDATE dead_letter SET claim = ?, claimed_until = ? WHERE state = 'WAITING'"
                        + " AND (claimed_until IS NULL OR claimed_until < ?) AND id IN (" + wanted.rows() + ")",
                wanted.boundAfter(claim, now.plus(CLAIM), now));
        return database.query(
                "SELECT id, source, partial, document_sealed FROM dead_letter WHERE claim = ? ORDER BY id",
                row -> new LetterClaim(
                        row.number("id"),
                        claim,
                        row.text("source"),
                        seals.document(row.bytesOrNull("document_sealed")),
                        row.flag("partial")),
                claim);
    }

    /** Writes down what became of a replay; false, and nothing, when the claim has ended. */
    boolean settle(LetterClaim claim, LetterAttempt attempt, StaffId by, @Nullable Long work) {
        Taken taken = attempt.taken();
        int changed = taken == null
                ? database.update(
                        "UPDATE dead_letter SET claim = NULL, claimed_until = NULL, draft_sealed = ?,"
                                + " draft_faults_sealed = ?, draft_kind = ? WHERE id = ? AND claim = ?",
                        seals.draft(attempt.edited()),
                        seals.faults(attempt.faults()),
                        attempt.kind(),
                        claim.id(),
                        claim.claim())
                : database.update(
                        "UPDATE dead_letter SET state = 'REPLAYED', same_again = NULL, claim = NULL,"
                                + " claimed_until = NULL, draft_sealed = NULL, draft_faults_sealed = NULL,"
                                + " draft_kind = NULL, closed_at = ?, event_id = ? WHERE id = ? AND claim = ?",
                        clock.instant(),
                        taken.eventId(),
                        claim.id(),
                        claim.claim());
        if (changed == 0) {
            return false;
        }
        What what = taken == null ? What.REFUSED : taken.repeated() ? What.KNOWN : What.TAKEN;
        // the same letter may be tried twice by the same work when a node died in between: the first try is told
        database.update(
                "INSERT IGNORE INTO dead_letter_step (letter_id, work_id, done_at, by_staff, what, kind, edited,"
                        + " document_sealed) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                claim.id(),
                work,
                clock.instant(),
                by.value(),
                what,
                attempt.kind(),
                attempt.edited() != null,
                seals.step(attempt.edited()));
        return true;
    }

    /**
     * Deletes the documents of those letters that are not purged and that nobody is replaying.
     *
     * @return how many
     */
    int purge(List<Long> ids, String reason, @Nullable StaffId by, @Nullable Long work) {
        if (ids.isEmpty()) {
            return 0;
        }
        Instant now = clock.instant();
        Values wanted = Values.of(ids);
        String claim = UUID.randomUUID().toString();
        database.update(
                "UPDATE dead_letter SET state = 'PURGED', same_again = NULL, document_sealed = NULL,"
                        + " faults_sealed = NULL, draft_sealed = NULL, draft_faults_sealed = NULL, draft_kind = NULL,"
                        + " closed_at = ?, claim = ?, claimed_until = NULL WHERE state <> 'PURGED'"
                        + " AND (claimed_until IS NULL OR claimed_until < ?) AND id IN (" + wanted.rows() + ")",
                wanted.boundAfter(now, claim, now));
        List<Long> purged = database.query(
                "SELECT id FROM dead_letter WHERE claim = ? ORDER BY id", row -> row.number("id"), claim);
        if (purged.isEmpty()) {
            return 0;
        }
        Values gone = Values.of(purged);
        database.update(
                "UPDATE dead_letter_step SET document_sealed = NULL WHERE letter_id IN (" + gone.rows() + ")",
                gone.bound());
        Values steps = Values.of(7);
        purged.forEach(
                id -> steps.row(id, work, now, by == null ? null : by.value(), What.PURGED, false, seals.note(reason)));
        database.update(
                "INSERT INTO dead_letter_step (letter_id, work_id, done_at, by_staff, what, edited, note_sealed)"
                        + " VALUES " + steps.rows(),
                steps.bound());
        database.update("UPDATE dead_letter SET claim = NULL WHERE claim = ?", claim);
        return purged.size();
    }
}
