package se.knutpunkt.hub.event;

import jakarta.ejb.EJB;
import jakarta.ejb.EJBException;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.event.EventRefused.Reason;
import se.knutpunkt.hub.event.EventWriter.Checked;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.vault.Vault;

/** The intake: checks, looks for a repetition, writes, and tries again after a deadlock or a lost race. */
@Stateless
public class SqlEventIntake implements EventIntake {

    private static final int TRIES = 5;

    @EJB
    EventWriter writer;

    @EJB
    CaseTypes caseTypes;

    @EJB
    Files files;

    @EJB
    SourceSystems sources;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public Taken take(SourceSystem source, IncomingEvent event) {
        checkSource(source, event);
        Checked checked = checked(source.code(), event);
        Optional<Taken> earlier = earlier(checked);
        if (earlier.isPresent()) {
            sources.heard(source.code());
            return earlier.get();
        }
        return writeUntilDone(staged(checked));
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Outcome> takeAll(SourceSystem source, List<IncomingEvent> events) {
        List<Outcome> outcomes = new ArrayList<>(events.size());
        for (IncomingEvent event : events) {
            try {
                outcomes.add(new Outcome.Accepted(event.externalId(), take(source, event)));
            } catch (EventRefused refused) {
                outcomes.add(new Outcome.Refused(event.externalId(), refused));
            }
        }
        return outcomes;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Taken record(IncomingEvent event) {
        caseTypeInUse(event.matter().caseType());
        Checked checked = checked(SourceSystem.PORTAL, event);
        Optional<Taken> earlier = earlier(checked);
        return earlier.orElseGet(() -> writer.writeWithin(staged(checked)));
    }

    private void checkSource(SourceSystem source, IncomingEvent event) {
        String caseType = event.matter().caseType();
        caseTypeInUse(caseType);
        if (!source.caseTypes().contains(caseType)) {
            throw new EventRefused(Reason.NOT_AUTHORISED, "This source may not signal the case type");
        }
    }

    private void caseTypeInUse(String code) {
        if (caseTypes
                .find(code)
                .filter(type -> !type.closed())
                .map(CaseType::code)
                .isEmpty()) {
            throw new EventRefused(Reason.UNKNOWN_CASE_TYPE, "The case type is not registered or is closed");
        }
    }

    private Checked checked(String source, IncomingEvent event) {
        EventCheck.check(event, clock.instant());
        // keyed, so that a dump can't be searched for a guessed text
        byte[] hash = vault.hashOfToken(EventContent.sha256(event), "case_event.content");
        return new Checked(source, event, hash, List.of());
    }

    /** The answer that was given before, when the source has sent this id already. */
    private Optional<Taken> earlier(Checked checked) {
        record Kept(String publicId, byte[] hash) {}
        Optional<Kept> kept = database.first(
                "SELECT public_id, content_hash FROM case_event WHERE source = ? AND external_id = ?",
                row -> new Kept(row.text("public_id"), row.bytes("content_hash")),
                checked.source(),
                checked.event().externalId());
        if (kept.isPresent() && !Arrays.equals(kept.get().hash(), checked.contentHash())) {
            throw new ConflictingEvent();
        }
        return kept.map(same -> new Taken(same.publicId(), true));
    }

    private Taken writeUntilDone(Checked checked) {
        for (int tries = 1; ; tries++) {
            try {
                return writer.writeAlone(checked);
            } catch (EJBException failure) {
                boolean raced = DatabaseFailure.isDuplicate(failure);
                if (tries == TRIES || !(raced || DatabaseFailure.isDeadlock(failure))) {
                    throw failure;
                }
                if (raced) {
                    // someone wrote the same id meanwhile: answer as to a repetition
                    Optional<Taken> earlier = earlier(checked);
                    if (earlier.isPresent()) {
                        return earlier.get();
                    }
                }
            }
        }
    }

    /** Content that came inside the message goes into the file store first, outside the event's transaction. */
    private Checked staged(Checked checked) {
        List<IncomingAttachment.Stored> stored = new ArrayList<>();
        for (IncomingAttachment attachment : checked.event().attachments()) {
            stored.add(
                    attachment instanceof IncomingAttachment.Inline inline
                            ? stage(inline)
                            : (IncomingAttachment.Stored) attachment);
        }
        return new Checked(checked.source(), checked.event(), checked.contentHash(), stored);
    }

    private IncomingAttachment.Stored stage(IncomingAttachment.Inline inline) {
        try {
            NewFile file = new NewFile(inline.name(), inline.mediaType(), inline.content().length);
            return new IncomingAttachment.Stored(
                    inline.name(),
                    files.stage(new ByteArrayInputStream(inline.content()), file)
                            .id());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }
}
