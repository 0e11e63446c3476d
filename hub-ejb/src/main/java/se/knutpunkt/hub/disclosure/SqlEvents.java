package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.disclosure.KnownCases.KnownCase;
import se.knutpunkt.hub.event.EventSeals;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.reservation.KeptReservation;
import se.knutpunkt.hub.reservation.Matter;
import se.knutpunkt.hub.reservation.Reservation;
import se.knutpunkt.hub.vault.Vault;

/** Single events and cases by plain SQL; each look is decided, and noted whether it was let through or not. */
@Stateless
public class SqlEvents implements Events {

    private static final int TIMELINE = 500;

    /** An event that was corrected more often leads to one of its corrections. */
    private static final int MOST_REPLACED = 20;

    @Inject
    Scopes scopes;

    @Inject
    StatementReader rows;

    @Inject
    ReservedEvents reserved;

    @Inject
    KnownCases cases;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @Inject
    Clock clock;

    @EJB
    AccessLog log;

    @EJB
    Files files;

    private record Seen(StoredEvent event, Whom whom, Decision decision) {}

    /**
     * A file of an event.
     *
     * @param provision by which the party may not have it; null as a rule
     * @param told what the party may know of it; null for nothing
     */
    private record Attachment(
            int position,
            @Nullable FileId file,
            String name,
            @Nullable String provision,
            @Nullable String told) {}

    @Override
    public Optional<EventDetail> open(Viewer.Citizen reader, String eventId) {
        return see(reader, standing(eventId), "event:").map(seen -> {
            markRead(reader, seen.event().id());
            return detail(reader, seen);
        });
    }

    @Override
    public boolean isReserved(Viewer.Citizen reader, String eventId, int place) {
        return reserved.binds(reader.party())
                && see(reader, eventId, "reservation:" + place + ":")
                        .map(seen -> detail(reader, seen))
                        .filter(event ->
                                event.reserved().stream().anyMatch(one -> one.place() == null || one.place() == place))
                        .isPresent();
    }

    /** What stands in the place of an event, by way of what was itself replaced; the event's own id as a rule. */
    private String standing(String eventId) {
        String standing = eventId;
        for (int i = 0; i < MOST_REPLACED; i++) {
            Optional<String> by = database.first(
                    "SELECT n.public_id FROM case_event e JOIN event_replaced x ON x.event_id = e.id"
                            + " JOIN case_event n ON n.id = x.by_event_id WHERE e.public_id = ?",
                    row -> row.text("public_id"),
                    standing);
            if (by.isEmpty()) {
                return standing;
            }
            standing = by.get();
        }
        return standing;
    }

    @Override
    public Optional<StoredFile> attachment(Viewer.Citizen reader, String eventId, int position) {
        return see(reader, eventId, "attachment:" + position + ":").flatMap(seen -> file(seen, position));
    }

    /** Outside any transaction: no connection waits for a slow receiver. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public boolean writeAttachment(Viewer.Citizen reader, String eventId, int position, OutputStream out)
            throws IOException {
        Optional<StoredFile> file = attachment(reader, eventId, position);
        if (file.isEmpty()) {
            return false;
        }
        files.write(file.get().id(), out);
        return true;
    }

    @Override
    public Optional<CaseView> openCase(Viewer.Citizen reader, String caseId) {
        Optional<KnownCase> known = cases.find(caseId);
        List<Scope> all = scopes.of(reader);
        List<Long> ids = known.map(KnownCase::ids).orElse(List.of());
        List<StoredRow> stored = rows.ofCases(all, reader, ids, TIMELINE);
        if (known.isEmpty() || stored.isEmpty()) {
            return Optional.empty();
        }
        List<StatementRow> timeline = rows.open(all, stored);
        timeline.stream()
                .map(StatementRow::whom)
                .distinct()
                .forEach(whom -> note(
                        reader,
                        whom.capacity(),
                        "case:" + caseId,
                        whom.party(),
                        all.get(0).logName()));
        // of several at the same time none is known to be the last: one that asks weighs more than one that ends
        List<StoredRow> newest = stored.stream()
                .filter(row -> row.occurredAt().equals(stored.get(0).occurredAt()))
                .toList();
        boolean asks = newest.stream().anyMatch(row -> row.needsAction() && !row.done());
        boolean done = !asks && newest.stream().anyMatch(StoredRow::done);
        return Optional.of(new CaseView(known.get().ref(), known.get().carriedOnAs(), timeline, done, asks));
    }

    /** The one decision on a single event, noted either way. */
    private Optional<Seen> see(Viewer.Citizen reader, String eventId, String kind) {
        List<StoredEvent> stored = database.query(StoredEvent.SELECT, StoredEvent::of, eventId);
        if (stored.isEmpty()) {
            return Optional.empty();
        }
        List<Scope> all = scopes.of(reader);
        for (StoredEvent event : stored) {
            Seen seen = seen(event, all);
            if (seen != null) {
                note(
                        reader,
                        seen.whom().capacity(),
                        kind + eventId,
                        event.subject(),
                        seen.decision().logName());
                return Optional.of(seen);
            }
        }
        note(reader, Capacity.NONE, kind + eventId, stored.get(0).subject(), "hidden");
        return Optional.empty();
    }

    private static @Nullable Seen seen(StoredEvent event, List<Scope> all) {
        for (Scope scope : all) {
            Integer classId = event.classId();
            boolean open = event.shown() && classId != null && !(event.otherProtected() && scope.heedsOther(classId));
            Decision decision = open && scope.whom().party().equals(event.subject())
                    ? scope.decision(event.classId(), event.concernsOther())
                    : null;
            if (decision != null && decision.degree() != Degree.EXISTS) {
                return new Seen(event, scope.whom(), decision);
            }
        }
        return null;
    }

    private EventDetail detail(Viewer.Citizen reader, Seen seen) {
        StoredEvent event = seen.event();
        Degree degree = seen.decision().degree();
        List<Attachment> all = attachments(seen);
        List<AttachmentRef> open = references(open(all));
        return new EventDetail(
                event.publicId(),
                event.occurredAt(),
                event.texts().language(),
                event.texts().line(degree, vault),
                event.texts().description(degree, vault),
                event.caseRef(),
                seen.whom(),
                event.source(),
                event.flags().needsAction(),
                event.flags().done(),
                event.texts().link(degree, vault),
                open,
                withheld(all),
                reserved(reader, seen, open),
                degree,
                event.replaces());
    }

    /** Only with the information itself: what a reservation says may tell of it. */
    private List<EventDetail.Reserved> reserved(Viewer.Citizen reader, Seen seen, List<AttachmentRef> open) {
        if (seen.decision().degree() != Degree.FULL) {
            return List.of();
        }
        long event = seen.event().id();
        List<EventDetail.Reserved> told = new ArrayList<>();
        for (KeptReservation kept : reserved.binding(reader.party(), event)) {
            Reservation one = kept.reservation();
            Matter matter = one.matter();
            // the files of what this event stands in the place of have no places here
            Integer document = matter.eventId() == event ? matter.document() : null;
            Optional<Integer> place = open.stream()
                    .filter(file -> document != null && file.position() == document)
                    .map(AttachmentRef::place)
                    .findFirst();
            if (document == null || place.isPresent()) {
                told.add(new EventDetail.Reserved(
                        one.words(), one.reference(), one.decided(), one.until(), place.orElse(null)));
            }
        }
        return List.copyOf(told);
    }

    private List<AttachmentRef> references(List<Attachment> open) {
        List<AttachmentRef> references = new ArrayList<>();
        for (Attachment attachment : open) {
            StoredFile file = stored(attachment).orElse(null);
            references.add(new AttachmentRef(
                    attachment.position(),
                    references.size() + 1,
                    attachment.name(),
                    file == null ? null : new AttachmentRef.Content(file.mediaType(), file.size())));
        }
        return references;
    }

    /** Those that whoever reads may have: here reads the party, or who acts for a party. */
    private static List<Attachment> open(List<Attachment> all) {
        return all.stream().filter(attachment -> attachment.provision() == null).toList();
    }

    private static List<EventDetail.Withheld> withheld(List<Attachment> all) {
        return all.stream()
                .filter(attachment -> attachment.provision() != null && attachment.told() != null)
                .map(attachment -> new EventDetail.Withheld(
                        Objects.requireNonNull(attachment.provision()), Objects.requireNonNull(attachment.told())))
                .toList();
    }

    private Optional<StoredFile> stored(Attachment attachment) {
        return Optional.ofNullable(attachment.file()).flatMap(files::find);
    }

    private Optional<StoredFile> file(Seen seen, int place) {
        return open(attachments(seen)).stream().skip(place - 1L).findFirst().flatMap(this::stored);
    }

    private List<Attachment> attachments(Seen seen) {
        if (seen.decision().degree() != Degree.FULL) {
            return List.of();
        }
        return database.query(
                "SELECT position, file_id, name_sealed, withheld_provision, withheld_told_sealed"
                        + " FROM case_event_attachment WHERE event_id = ? ORDER BY position",
                this::attachment,
                seen.event().id());
    }

    private Attachment attachment(Row row) {
        String file = row.textOrNull("file_id");
        byte[] told = row.bytesOrNull("withheld_told_sealed");
        return new Attachment(
                Math.toIntExact(row.number("position")),
                file == null ? null : new FileId(file),
                vault.open(row.bytes("name_sealed"), EventSeals.ATTACHMENT_NAME),
                row.textOrNull("withheld_provision"),
                told == null ? null : vault.open(told, EventSeals.WITHHELD_TOLD));
    }

    private void markRead(Viewer.Citizen reader, long event) {
        database.update(
                "INSERT INTO event_read (party_id, event_id, read_at) VALUES (?, ?, ?)"
                        + " ON DUPLICATE KEY UPDATE read_at = read_at",
                reader.party(),
                event,
                clock.instant());
    }

    private void note(Viewer.Citizen reader, Capacity capacity, String what, PartyId about, String rule) {
        log.note(new Look(reader.logName(), capacity.name(), Purpose.MY_PAGES.name(), what, about, rule));
    }
}
