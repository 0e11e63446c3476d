package se.knutpunkt.hub.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.casefile.CaseOfOtherType;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.casefile.ForeignCase;
import se.knutpunkt.hub.casefile.OpenedCase;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.file.FileOwner;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.notification.Notifications;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.vault.Vault;

/** Writes one checked event and all that belongs to it, in one transaction. */
@Stateless
public class EventWriter {

    private static final ObjectMapper JSON = new ObjectMapper();

    @EJB
    Parties parties;

    @EJB
    Cases cases;

    @EJB
    Files files;

    @EJB
    SourceSystems sources;

    @EJB
    Notifications notifications;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    /**
     * An event ready to be written.
     *
     * @param contentHash keyed hash of the content
     * @param files its attachments, all staged or stored
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only bound to a SQL parameter
    record Checked(String source, IncomingEvent event, byte[] contentHash, List<IncomingAttachment.Stored> files) {}

    /** Writes in a transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public Taken writeAlone(Checked checked) {
        return write(checked);
    }

    /** Writes in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Taken writeWithin(Checked checked) {
        return write(checked);
    }

    private Taken write(Checked checked) {
        IncomingEvent event = checked.event();
        PartyId party = register(event.subjects().party());
        PartyId concerns = register(event.subjects().concerns());
        OpenedCase opened = bind(checked, party);
        String publicId = UUID.randomUUID().toString();
        long id = insert(checked, publicId, opened.id(), party, concerns);
        // the right to see follows the person it is about; the party of the case sees it by acting for that person
        PartyId subject = concerns == null ? party : concerns;
        if (subject != null) {
            insertSubject(id, opened.id(), subject, event);
            if (event.status().shownToCitizen()) {
                notifications.newEvent(subject);
            }
        }
        attach(id, checked.files());
        sources.heard(checked.source());
        return new Taken(publicId, false);
    }

    private @Nullable PartyId register(@Nullable IdentityNumber number) {
        return number == null ? null : parties.register(number);
    }

    private OpenedCase bind(Checked checked, @Nullable PartyId party) {
        Matter matter = checked.event().matter();
        try {
            return cases.bind(new ForeignCase(
                    checked.source(),
                    matter.caseType(),
                    matter.caseNumber(),
                    matter.mainCaseNumber(),
                    party,
                    checked.event().occurredAt()));
        } catch (CaseOfOtherType other) {
            throw new EventRefused(
                    EventRefused.Reason.CASE_OF_OTHER_TYPE, "The case number belongs to a case of another type");
        }
    }

    private long insert(
            Checked checked, String publicId, long caseId, @Nullable PartyId party, @Nullable PartyId concerns) {
        IncomingEvent event = checked.event();
        Wording wording = event.wording();
        return database.insert(
                """
                INSERT INTO case_event (public_id, source, external_id, content_hash, case_id, party_id, concerns_id,
                                        event_type, occurred_at, taken_at, needs_action, done, diary_event, shown,
                                        language, headline_sealed, summary_sealed, description_sealed, link_sealed,
                                        information_sealed)
                VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """,
                publicId,
                checked.source(),
                event.externalId(),
                checked.contentHash(),
                caseId,
                party,
                concerns,
                event.status().type(),
                event.occurredAt(),
                clock.instant(),
                event.status().needsAction(),
                event.status().done(),
                event.status().diaryEvent(),
                event.status().shownToCitizen(),
                wording.language(),
                vault.seal(wording.headline(), EventSeals.HEADLINE),
                vault.seal(wording.neutralSummary(), EventSeals.SUMMARY),
                sealed(wording.description().isEmpty() ? null : wording.description(), EventSeals.DESCRIPTION),
                sealed(event.references().link(), EventSeals.LINK),
                sealed(information(event.references()), EventSeals.INFORMATION));
    }

    private void insertSubject(long eventId, long caseId, PartyId subject, IncomingEvent event) {
        database.update(
                """
                INSERT INTO case_event_subject (party_id, occurred_at, event_id, case_id, case_type, shown, needs_action)
                VALUES (?, ?, ?, ?, ?, ?, ?)
                """,
                subject,
                event.occurredAt(),
                eventId,
                caseId,
                event.matter().caseType(),
                event.status().shownToCitizen(),
                event.status().needsAction() && !event.status().done());
    }

    private void attach(long eventId, List<IncomingAttachment.Stored> attachments) {
        int position = 0;
        for (IncomingAttachment.Stored attachment : attachments) {
            position++;
            // a file of the submission in the same transaction stays the submission's
            if (files.find(attachment.file())
                    .filter(file -> file.owner() != null)
                    .isEmpty()) {
                files.adopt(attachment.file(), new FileOwner("case_event", eventId));
            }
            database.update(
                    "INSERT INTO case_event_attachment (event_id, position, file_id, name_sealed) VALUES (?, ?, ?, ?)",
                    eventId,
                    position,
                    attachment.file().value(),
                    vault.seal(attachment.name(), EventSeals.ATTACHMENT_NAME));
        }
    }

    private byte @Nullable [] sealed(@Nullable String plain, String context) {
        return plain == null ? null : vault.seal(plain, context);
    }

    private static @Nullable String information(References references) {
        if (references.information() == null && references.tags().isEmpty()) {
            return null;
        }
        try {
            return JSON.writeValueAsString(Map.of(
                    "information",
                    references.information() == null ? "" : references.information(),
                    "tags",
                    references.tags()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Texts can be written as JSON", e);
        }
    }
}
