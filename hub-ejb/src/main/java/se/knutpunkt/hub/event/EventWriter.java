package se.knutpunkt.hub.event;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.casefile.CaseKey;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.casefile.ForeignCase;
import se.knutpunkt.hub.casefile.KnownCase;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.file.FileOwner;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.notification.Notifications;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.vault.Vault;

/** Writes checked events and all that belongs to them, in one transaction and few statements. */
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
     * @param key its case
     * @param contentHash keyed hash of the content
     * @param files its attachments, all staged or stored
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only bound to a SQL parameter
    record Checked(
            String source,
            IncomingEvent event,
            CaseKey key,
            byte[] contentHash,
            List<IncomingAttachment.Stored> files) {}

    /** Writes in a transaction of its own. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public List<Result> writeAlone(List<Checked> group) {
        return write(group);
    }

    /** Writes in the caller's transaction. */
    @TransactionAttribute(TransactionAttributeType.MANDATORY)
    public Taken writeWithin(Checked checked) {
        return Result.orThrow(write(List.of(checked)).get(0));
    }

    private List<Result> write(List<Checked> group) {
        Map<Checked, Result> results = new IdentityHashMap<>(known(group));
        Set<Key> keys = new HashSet<>();
        List<Checked> fresh = new ArrayList<>();
        List<Checked> again = new ArrayList<>();
        for (Checked one : group) {
            if (!results.containsKey(one)) {
                (keys.add(Key.of(one)) ? fresh : again).add(one);
            }
        }
        Map<CaseKey, KnownCase> known = cases.find(keysOf(fresh));
        List<Checked> fitting = fitting(fresh, known, results);
        Map<IdentityNumber, PartyId> people = parties.registerAll(numbers(fitting));
        known.putAll(made(told(fitting, people), known));
        List<Bound> bound = fitting(fitting, known, results).stream()
                .map(one -> Bound.of(one, known.get(one.key()).id(), people))
                .toList();
        if (!bound.isEmpty()) {
            insert(bound);
        }
        bound.forEach(one -> results.put(one.checked(), new Result.Kept(new Taken(one.publicId(), false))));
        if (!again.isEmpty()) {
            // the same id twice in one group: the second is held against the first, which is there now
            List<Result> second = write(again);
            IntStream.range(0, again.size()).forEach(i -> results.put(again.get(i), second.get(i)));
        }
        return group.stream().map(results::get).toList();
    }

    /** What is answered without writing: repetitions and conflicts, with what came before and within the group. */
    private Map<Checked, Result> known(List<Checked> group) {
        Map<Key, Kept> kept = new HashMap<>();
        // one source at a time, and mostly there is but one: MariaDB finds no range in a list of pairs
        group.stream().collect(Collectors.groupingBy(Checked::source)).forEach((source, events) -> {
            Values ids = Values.of(
                    events.stream().map(one -> one.event().externalId()).toList());
            database.query(
                            "SELECT external_id, public_id, content_hash FROM case_event WHERE source = ?"
                                    + " AND external_id IN (" + ids.rows() + ")",
                            row -> new Kept(
                                    new Key(source, row.text("external_id")),
                                    row.text("public_id"),
                                    row.bytes("content_hash")),
                            ids.boundAfter(source))
                    .forEach(row -> kept.put(row.key(), row));
        });
        Map<Checked, Result> known = new IdentityHashMap<>();
        group.stream()
                .filter(one -> kept.containsKey(Key.of(one)))
                .forEach(one -> known.put(one, kept.get(Key.of(one)).answer(one)));
        return known;
    }

    private static Set<IdentityNumber> numbers(List<Checked> group) {
        return group.stream()
                .map(one -> one.event().subjects())
                .flatMap(subjects ->
                        Stream.of(Optional.ofNullable(subjects.party()), Optional.ofNullable(subjects.concerns())))
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<CaseKey> keysOf(List<Checked> group) {
        return group.stream().map(Checked::key).collect(Collectors.toSet());
    }

    /** Those whose case is of their type, or not known yet; the others are refused before anything of them is written. */
    private List<Checked> fitting(List<Checked> group, Map<CaseKey, KnownCase> known, Map<Checked, Result> results) {
        Map<CaseKey, String> types = new HashMap<>();
        known.forEach((key, one) -> types.put(key, one.caseType()));
        List<Checked> fitting = new ArrayList<>();
        for (Checked one : group) {
            String type = one.event().matter().caseType();
            String first = types.putIfAbsent(one.key(), type);
            if (first == null || first.equals(type)) {
                fitting.add(one);
            } else {
                results.put(one, new Result.Refused(otherType()));
            }
        }
        return fitting;
    }

    /** What the events tell of their cases, in the order of the cases' keys. */
    private static Map<CaseKey, ForeignCase> told(List<Checked> group, Map<IdentityNumber, PartyId> people) {
        Map<CaseKey, ForeignCase> told = new TreeMap<>();
        for (Checked one : group) {
            IncomingEvent event = one.event();
            told.merge(
                    one.key(),
                    new ForeignCase(
                            one.source(),
                            event.matter().caseType(),
                            event.matter().mainCaseNumber(),
                            people.get(event.subjects().party()),
                            event.occurredAt()),
                    ForeignCase::with);
        }
        return told;
    }

    /** Makes the cases that are not known, and notes of the others what was not known of them. */
    private Map<CaseKey, KnownCase> made(Map<CaseKey, ForeignCase> told, Map<CaseKey, KnownCase> known) {
        Map<CaseKey, ForeignCase> missing = new TreeMap<>();
        told.forEach((key, one) -> {
            KnownCase there = known.get(key);
            if (there == null) {
                missing.put(key, one);
            } else if (there.learnsFrom(one)) {
                cases.learn(there.id(), one);
            }
        });
        return cases.make(missing);
    }

    private static EventRefused otherType() {
        return new EventRefused(
                EventRefused.Reason.CASE_OF_OTHER_TYPE, "The case number belongs to a case of another type");
    }

    private void insert(List<Bound> group) {
        List<Long> ids = insertEvents(group);
        Values subjects = Values.of(7);
        Set<PartyId> told = new LinkedHashSet<>();
        for (int i = 0; i < group.size(); i++) {
            Bound one = group.get(i);
            IncomingEvent event = one.checked().event();
            PartyId subject = one.subject();
            if (subject != null) {
                subjects.row(
                        subject,
                        event.occurredAt(),
                        ids.get(i),
                        one.caseId(),
                        event.matter().caseType(),
                        event.status().shownToCitizen(),
                        event.status().needsAction() && !event.status().done());
                if (event.status().shownToCitizen()) {
                    told.add(subject);
                }
            }
            attach(ids.get(i), one.checked().files());
        }
        if (!subjects.isEmpty()) {
            database.update(
                    "INSERT INTO case_event_subject (party_id, occurred_at, event_id, case_id, case_type, shown,"
                            + " needs_action) VALUES " + subjects.rows(),
                    subjects.bound());
        }
        notifications.newEvents(told);
    }

    /** The rows' ids, in the order of the group: MariaDB returns them as it inserts them. */
    private List<Long> insertEvents(List<Bound> group) {
        Values events = Values.of(20);
        for (Bound one : group) {
            IncomingEvent event = one.checked().event();
            Wording wording = event.wording();
            events.row(
                    one.publicId(),
                    one.checked().source(),
                    event.externalId(),
                    one.checked().contentHash(),
                    one.caseId(),
                    one.party(),
                    one.concerns(),
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
        return database.query(
                "INSERT INTO case_event (public_id, source, external_id, content_hash, case_id, party_id, concerns_id,"
                        + " event_type, occurred_at, taken_at, needs_action, done, diary_event, shown, language,"
                        + " headline_sealed, summary_sealed, description_sealed, link_sealed, information_sealed) VALUES "
                        + events.rows() + " RETURNING id",
                row -> row.number("id"),
                events.bound());
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

    /** A sender's identity of an event. */
    private record Key(String source, String externalId) {
        static Key of(Checked checked) {
            return new Key(checked.source(), checked.event().externalId());
        }
    }

    /** An event that is there already. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its bytes alone
    private record Kept(Key key, String publicId, byte[] hash) {
        Result answer(Checked checked) {
            return Arrays.equals(hash, checked.contentHash())
                    ? new Result.Kept(new Taken(publicId, true))
                    : new Result.Refused(new ConflictingEvent());
        }
    }

    /** An event with the rows that it refers to. */
    private record Bound(
            Checked checked,
            String publicId,
            long caseId,
            @Nullable PartyId party,
            @Nullable PartyId concerns) {
        static Bound of(Checked checked, long caseId, Map<IdentityNumber, PartyId> people) {
            Subjects subjects = checked.event().subjects();
            return new Bound(
                    checked,
                    UUID.randomUUID().toString(),
                    caseId,
                    people.get(subjects.party()),
                    people.get(subjects.concerns()));
        }

        /** The right to see follows the person it is about; the party of the case sees it by acting for that person. */
        @Nullable
        PartyId subject() {
            return concerns == null ? party : concerns;
        }
    }
}
