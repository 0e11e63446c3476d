package se.knutpunkt.hub.disclosure;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.event.EventSeals;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.vault.Vault;

/** A single event with its case and one of its subjects, still sealed. */
@SuppressWarnings("ArrayRecordComponent") // opened once and dropped
record StoredEvent(
        long id,
        String publicId,
        PartyId subject,
        @Nullable Integer classId,
        boolean otherProtected,
        boolean concernsOther,
        boolean shown,
        Instant occurredAt,
        Flags flags,
        Texts texts,
        CaseRef caseRef,
        Name source,
        EventDetail.@Nullable Replaced replaces) {

    static final String SELECT = """
            SELECT e.id, e.public_id, e.occurred_at, e.needs_action, e.done, e.language, e.headline_sealed,
                   e.summary_sealed, e.description_sealed, e.link_sealed, s.party_id, s.class_id, s.shown,
                   COALESCE(o.protected_identity, FALSE) AS other_protected, s.other_id IS NOT NULL AS concerns_other,
                   COALESCE(m.public_id, c.public_id) AS case_public_id,
                   COALESCE(m.case_number, c.case_number) AS case_number,
                   IF(m.id IS NULL, c.main_case_number, m.main_case_number) AS main_case_number,
                   t.name_sv AS type_sv, t.name_en AS type_en, a.name_sv AS authority_sv, a.name_en AS authority_en,
                   COALESCE(src.name_sv, a.name_sv) AS source_sv, COALESCE(src.name_en, a.name_en) AS source_en,
                   p.kind AS replaces, p.decided_at
              FROM case_event e
              JOIN case_event_subject s ON s.event_id = e.id
              JOIN case_file c ON c.id = e.case_id
              LEFT JOIN case_file m ON m.id = c.part_of
              JOIN case_type t ON t.code = c.case_type
              JOIN authority a ON a.code = c.authority
              LEFT JOIN party o ON o.id = s.other_id
              LEFT JOIN source_system src ON src.code = e.source
              LEFT JOIN event_replacement p ON p.event_id = e.id
             WHERE e.public_id = ?
            """;

    /** What the event does to the case. */
    record Flags(boolean needsAction, boolean done) {}

    /** The sealed texts. */
    @SuppressWarnings("ArrayRecordComponent") // opened once and dropped
    record Texts(
            String language, byte[] headline, byte[] summary, byte @Nullable [] description, byte @Nullable [] link) {

        String line(Degree degree, Vault vault) {
            return degree == Degree.FULL
                    ? vault.open(headline, EventSeals.HEADLINE)
                    : vault.open(summary, EventSeals.SUMMARY);
        }

        String description(Degree degree, Vault vault) {
            return degree == Degree.FULL && description != null ? vault.open(description, EventSeals.DESCRIPTION) : "";
        }

        @Nullable
        String link(Degree degree, Vault vault) {
            return degree == Degree.FULL && link != null ? vault.open(link, EventSeals.LINK) : null;
        }
    }

    static StoredEvent of(Row row) {
        return new StoredEvent(
                row.number("id"),
                row.text("public_id"),
                row.party("party_id"),
                StoredRow.classId(row),
                row.flag("other_protected"),
                row.flag("concerns_other"),
                row.flag("shown"),
                row.instant("occurred_at"),
                new Flags(row.flag("needs_action"), row.flag("done")),
                new Texts(
                        row.text("language"),
                        row.bytes("headline_sealed"),
                        row.bytes("summary_sealed"),
                        row.bytesOrNull("description_sealed"),
                        row.bytesOrNull("link_sealed")),
                new CaseRef(
                        row.text("case_public_id"),
                        row.text("case_number"),
                        row.textOrNull("main_case_number"),
                        new Name(row.text("type_sv"), row.text("type_en")),
                        new Name(row.text("authority_sv"), row.text("authority_en"))),
                new Name(row.text("source_sv"), row.text("source_en")),
                replaced(row));
    }

    private static EventDetail.@Nullable Replaced replaced(Row row) {
        Replacement.Kind kind = kind(row.textOrNull("replaces"));
        return kind == null ? null : new EventDetail.Replaced(kind, row.instant("decided_at"));
    }

    static Replacement.@Nullable Kind kind(@Nullable String stored) {
        return stored == null ? null : Replacement.Kind.valueOf(stored);
    }
}
