package se.knutpunkt.hub.disclosure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.event.EventSeals;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;

/** Kept events by plain SQL; each look is noted. */
@Stateless
public class SqlKeptEvents implements KeptEvents {
    private static final JsonMapper JSON = new JsonMapper();
    private static final String SELECT = """
            SELECT e.public_id, e.taken_at, e.occurred_at, e.event_type, e.party_id, e.concerns_id, e.needs_action, e.done,
                   e.diary_event, e.shown, e.language, e.headline_sealed, e.summary_sealed, e.description_sealed,
                   e.link_sealed, e.information_sealed, c.case_type, c.case_number, e.main_case_number,
                   r.target_id, r.kind AS replaced_how,
                   COALESCE(p.protected_identity, FALSE) OR COALESCE(q.protected_identity, FALSE) AS hidden,
                   (SELECT COUNT(*) FROM case_event_attachment a WHERE a.event_id = e.id) AS attachments
              FROM case_event e
              JOIN case_file c ON c.id = e.case_id
              LEFT JOIN event_replacement r ON r.event_id = e.id
              LEFT JOIN party p ON p.id = e.party_id
              LEFT JOIN party q ON q.id = e.concerns_id
             WHERE e.source = ? AND e.external_id = ?
            """;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @EJB
    Parties parties;

    @EJB
    AccessLog log;

    private record Found(@Nullable PartyId party, @Nullable PartyId concerned, KeptEvent event) {}

    @Override
    public Optional<KeptEvent> beside(String reader, String source, String externalId, Subjects other) {
        PartyId party = known(other.party());
        PartyId concerned = known(other.concerns());
        Optional<Found> found = database.first(SELECT, row -> found(row, party, concerned), source, externalId);
        found.ifPresent(one -> log.note(new Look(
                reader,
                "SYSTEM_MANAGER",
                "DEAD_LETTERS",
                "event:" + one.event().eventId(),
                one.concerned() == null ? one.party() : one.concerned(),
                one.event().hidden() ? "protected-identity" : "beside-dead-letter")));
        return found.map(Found::event);
    }

    private @Nullable PartyId known(@Nullable IdentityNumber number) {
        return number == null ? null : parties.find(number).orElse(null);
    }

    private Found found(Row row, @Nullable PartyId party, @Nullable PartyId concerned) {
        PartyId keptParty = party(row.numberOrNull("party_id"));
        PartyId keptConcerned = party(row.numberOrNull("concerns_id"));
        boolean hidden = row.flag("hidden");
        String how = row.textOrNull("replaced_how");
        return new Found(
                keptParty,
                keptConcerned,
                new KeptEvent(
                        row.text("public_id"),
                        row.instant("taken_at"),
                        hidden,
                        row.text("case_type"),
                        row.text("case_number"),
                        row.textOrNull("main_case_number"),
                        row.text("event_type"),
                        row.instant("occurred_at"),
                        row.flag("needs_action"),
                        row.flag("done"),
                        row.flag("diary_event"),
                        row.flag("shown"),
                        hidden ? KeptEvent.Texts.NONE : texts(row),
                        Objects.equals(keptParty, party),
                        Objects.equals(keptConcerned, concerned),
                        (int) row.number("attachments"),
                        row.textOrNull("target_id"),
                        how == null ? null : Replacement.Kind.valueOf(how)));
    }

    private KeptEvent.Texts texts(Row row) {
        JsonNode more = json(open(row, "information_sealed", EventSeals.INFORMATION));
        List<String> tags = new ArrayList<>();
        more.path("tags").forEach(tag -> tags.add(tag.asText()));
        return new KeptEvent.Texts(
                row.text("language"),
                open(row, "headline_sealed", EventSeals.HEADLINE),
                open(row, "description_sealed", EventSeals.DESCRIPTION),
                open(row, "summary_sealed", EventSeals.SUMMARY),
                open(row, "link_sealed", EventSeals.LINK),
                more.path("information").asText(),
                tags);
    }

    private String open(Row row, String column, String context) {
        byte[] sealed = row.bytesOrNull(column);
        return sealed == null ? "" : vault.open(sealed, context);
    }

    private static JsonNode json(String text) {
        try {
            return JSON.readTree(text.isEmpty() ? "{}" : text);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("the intake wrote it", impossible);
        }
    }

    private static @Nullable PartyId party(@Nullable Long id) {
        return id == null ? null : new PartyId(id);
    }
}
