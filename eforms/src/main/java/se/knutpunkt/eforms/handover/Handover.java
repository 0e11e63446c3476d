package se.knutpunkt.eforms.handover;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Row;

/**
 * A hand-over, without anything personal.
 *
 * @param id public id, for addresses and for the receiver
 * @param submission row id of the sent form
 * @param caseNumber our number of the case
 * @param form last part of the form's address
 * @param source code of the system that takes it over
 * @param senderLevel code of the assurance level of the sender's login; null without login
 * @param tries number of the task that may act now
 * @param failures how many tries failed in a row
 * @param begun when the form was sent
 * @param sentSince since when it is tried in this round
 * @param due when staff are alarmed
 * @param takenNumber the system's case number; null while it has not come
 * @param takenAt when it came; null while it has not
 */
public record Handover(
        long row,
        String id,
        long submission,
        long caseId,
        String caseNumber,
        String form,
        String authority,
        String source,
        Format format,
        long endpoint,
        @Nullable String senderLevel,
        HandoverState state,
        int tries,
        int failures,
        Instant begun,
        Instant sentSince,
        Instant due,
        @Nullable String takenNumber,
        @Nullable Instant takenAt) {

    static final String COLUMNS = "id, public_id, submission_id, case_id, case_number, form_slug, authority, source,"
            + " format, endpoint_id, sender_level, state, tries, failures, begun_at, sent_since, due_at, taken_number,"
            + " taken_at";

    static Handover of(Row row) {
        return new Handover(
                row.number("id"),
                row.text("public_id"),
                row.number("submission_id"),
                row.number("case_id"),
                row.text("case_number"),
                row.text("form_slug"),
                row.text("authority"),
                row.text("source"),
                Format.valueOf(row.text("format")),
                row.number("endpoint_id"),
                row.textOrNull("sender_level"),
                HandoverState.valueOf(row.text("state")),
                (int) row.number("tries"),
                (int) row.number("failures"),
                row.instant("begun_at"),
                row.instant("sent_since"),
                row.instant("due_at"),
                row.textOrNull("taken_number"),
                row.instantOrNull("taken_at"));
    }

    /** Whether somebody should look at it: it is not done and its time is out. */
    public boolean isOverdue(Instant now) {
        return !state.isSettled() && !now.isBefore(due);
    }

    /** Whether staff may send it again: it is not done, and it does not wait to be sent for the first time. */
    public boolean canBeSentAgain() {
        return !state.isSettled() && (state != HandoverState.WAITING || failures > 0);
    }
}
