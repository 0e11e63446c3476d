package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.event.EventSeals;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.vault.Vault;

/** A row of {@link ScopeSql}, still sealed. */
@SuppressWarnings("ArrayRecordComponent") // opened once and dropped
record StoredRow(
        long id,
        PartyId subject,
        @Nullable Integer classId,
        boolean holdsOther,
        Instant occurredAt,
        String publicId,
        byte[] headline,
        byte[] summary,
        boolean needsAction,
        boolean done,
        String caseId,
        String caseNumber,
        Name authority,
        boolean unread,
        Replacement.@Nullable Kind replaces) {

    static StoredRow of(Row row) {
        return new StoredRow(
                row.number("event_id"),
                row.party("party_id"),
                classId(row),
                row.flag("holds_other"),
                row.instant("occurred_at"),
                row.text("public_id"),
                row.bytes("headline_sealed"),
                row.bytes("summary_sealed"),
                row.flag("needs_action"),
                row.flag("done"),
                row.text("case_public_id"),
                row.text("case_number"),
                new Name(row.text("name_sv"), row.text("name_en")),
                row.instantOrNull("read_at") == null,
                StoredEvent.kind(row.textOrNull("replaces")));
    }

    static @Nullable Integer classId(Row row) {
        Long id = row.numberOrNull("class_id");
        return id == null ? null : Math.toIntExact(id);
    }

    Cursor cursor() {
        return new Cursor(occurredAt, id);
    }

    /** Opens the one text that may be shown; null when the scopes show nothing of it. */
    @Nullable
    StatementRow open(Collection<Scope> scopes, Vault vault) {
        for (Scope scope : scopes) {
            Decision decision = scope.whom().party().equals(subject) ? scope.decision(classId, holdsOther) : null;
            if (decision != null) {
                return decision.degree() == Degree.EXISTS
                        ? existing(scope.whom())
                        : readable(decision.degree(), scope.whom(), vault);
            }
        }
        return null;
    }

    private StatementRow readable(Degree degree, Whom whom, Vault vault) {
        String text = degree == Degree.FULL
                ? vault.open(headline, EventSeals.HEADLINE)
                : vault.open(summary, EventSeals.SUMMARY);
        return new StatementRow(
                publicId,
                occurredAt,
                text,
                caseId,
                caseNumber,
                authority,
                whom,
                unread,
                needsAction && !done,
                replaces,
                degree);
    }

    /** When it was and whom it concerns; neither what, nor whose case it is. */
    private StatementRow existing(Whom whom) {
        return new StatementRow(
                publicId, occurredAt, "", "", "", new Name("", ""), whom, false, false, null, Degree.EXISTS);
    }
}
