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
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.casefile.CaseKey;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.DatabaseFailure;
import se.knutpunkt.hub.event.EventRefused.Reason;
import se.knutpunkt.hub.event.EventWriter.Checked;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.EventClasses;
import se.knutpunkt.hub.register.CaseType;
import se.knutpunkt.hub.register.CaseTypeCache;
import se.knutpunkt.hub.register.CaseTypes;
import se.knutpunkt.hub.register.HeardSources;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.vault.Vault;

/** The intake: checks each event, lays its files in the store, and writes it in a group. */
@Stateless
public class SqlEventIntake implements EventIntake {
    private static final Logger LOG = System.getLogger(SqlEventIntake.class.getName());

    @EJB
    EventWriter writer;

    @EJB
    GroupIntake groups;

    @Inject
    IntakeLanes lanes;

    @Inject
    EventClasses classes;

    @EJB
    CaseTypes caseTypes;

    @Inject
    CaseTypeCache knownTypes;

    @Inject
    HeardSources heardSources;

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
        Taken taken = Result.orThrow(lanes.take(ready(source, event)));
        heard(source);
        return taken;
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public List<Outcome> takeAll(SourceSystem source, List<IncomingEvent> events) {
        Outcome[] outcomes = new Outcome[events.size()];
        List<Checked> group = new ArrayList<>();
        List<Integer> places = new ArrayList<>();
        GroupSize size = new GroupSize();
        for (int i = 0; i < outcomes.length; i++) {
            try {
                Checked checked = ready(source, events.get(i));
                if (!size.takes(checked)) {
                    write(group, places, outcomes);
                    size = new GroupSize();
                    size.takes(checked);
                }
                group.add(checked);
                places.add(i);
            } catch (EventRefused refused) {
                outcomes[i] = new Outcome.Refused(events.get(i).externalId(), refused);
            }
        }
        write(group, places, outcomes);
        if (Arrays.stream(outcomes).anyMatch(outcome -> outcome instanceof Outcome.Accepted)) {
            heard(source);
        }
        return List.of(outcomes);
    }

    /** A source of which all is refused is as silent as one that sends nothing. What is kept is kept without this. */
    private void heard(SourceSystem source) {
        if (heardSources.isNoted(source.code(), clock.instant())) {
            return;
        }
        try {
            sources.heard(source.code());
        } catch (EJBException | DatabaseFailure later) {
            LOG.log(Level.DEBUG, "That a source was heard is noted the next time", later);
        }
    }

    private void write(List<Checked> group, List<Integer> places, Outcome[] outcomes) {
        List<Result> results = group.isEmpty() ? List.of() : groups.write(group);
        for (int i = 0; i < results.size(); i++) {
            String id = group.get(i).event().externalId();
            outcomes[places.get(i)] = results.get(i) instanceof Result.Refused refused
                    ? new Outcome.Refused(id, refused.reason())
                    : new Outcome.Accepted(id, Result.orThrow(results.get(i)));
        }
        group.clear();
        places.clear();
    }

    @Override
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Taken record(IncomingEvent event) {
        CaseType caseType = caseTypeInUse(event.matter().caseType());
        return writer.writeWithin(staged(checked(SourceSystem.PORTAL, event, caseType)));
    }

    private Checked ready(SourceSystem source, IncomingEvent event) {
        CaseType caseType = caseTypeInUse(event.matter().caseType());
        if (!source.caseTypes().contains(caseType.code())) {
            throw new EventRefused(Reason.NOT_AUTHORISED, "This source may not signal the case type");
        }
        Checked checked = checked(source.code(), event, caseType);
        // a repetition with files would only lay them in the store for the sweeper
        boolean brings = event.attachments().stream().anyMatch(IncomingAttachment.Inline.class::isInstance);
        return brings && isKnown(checked) ? checked : staged(checked);
    }

    private CaseType caseTypeInUse(String code) {
        return knownTypes
                .known(code)
                .or(() -> caseTypes.find(code))
                .filter(type -> !type.closed())
                .orElseThrow(() ->
                        new EventRefused(Reason.UNKNOWN_CASE_TYPE, "The case type is not registered or is closed"));
    }

    private Checked checked(String source, IncomingEvent event, CaseType caseType) {
        EventCheck.check(event, clock.instant());
        checkAuthority(event.confidentiality().marking());
        // keyed, so that a dump can't be searched for a guessed text
        byte[] hash = vault.hashOfToken(EventContent.sha256(event), "case_event.content");
        CaseKey key = new CaseKey(caseType.authority().code(), event.matter().caseNumber());
        return new Checked(source, event, key, hash, List.of(), classes.idOf(classOf(event, caseType)));
    }

    private static EventClass classOf(IncomingEvent event, CaseType caseType) {
        String type = event.status().type();
        Confidentiality confidentiality = event.confidentiality();
        Marking marking = confidentiality.marking();
        return new EventClass(
                caseType.code(),
                type.substring(type.lastIndexOf('.') + 1),
                event.status().shownToCitizen(),
                marking == null ? "" : marking.provision(),
                confidentiality.keptFromGuardian(),
                confidentiality.keepsReporter(),
                confidentiality.partyOnly());
    }

    private void checkAuthority(@Nullable Marking marking) {
        if (marking != null
                && !knownTypes.isKnownAuthority(marking.authority())
                && !caseTypes.isAuthority(marking.authority())) {
            throw new EventRefused(Reason.INVALID, "The authority is not registered", "/sekretess/myndighet");
        }
    }

    private boolean isKnown(Checked checked) {
        return database.first(
                        "SELECT id FROM case_event WHERE source = ? AND external_id = ?",
                        row -> row.number("id"),
                        checked.source(),
                        checked.event().externalId())
                .isPresent();
    }

    /** Content that came inside the message goes into the file store first, outside the event's transaction. */
    private Checked staged(Checked checked) {
        if (checked.event().attachments().isEmpty()) {
            return checked;
        }
        List<IncomingAttachment> stored = new ArrayList<>();
        for (IncomingAttachment attachment : checked.event().attachments()) {
            stored.add(attachment instanceof IncomingAttachment.Inline inline ? stage(inline) : attachment);
        }
        return new Checked(
                checked.source(), checked.event(), checked.key(), checked.contentHash(), stored, checked.classId());
    }

    private IncomingAttachment.Stored stage(IncomingAttachment.Inline inline) {
        try {
            NewFile file = new NewFile(inline.name(), inline.mediaType(), inline.content().length);
            return new IncomingAttachment.Stored(
                    inline.name(),
                    files.stage(new ByteArrayInputStream(inline.content()), file)
                            .id(),
                    inline.withheld());
        } catch (IOException e) {
            throw new UncheckedIOException("Memory does not fail", e);
        }
    }
}
