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
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
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
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.FileOwner;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.notification.Notifications;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.vault.Vault;

/** Writes checked events and all that belongs to them, in one transaction and few statements. */
@Stateless
public class EventWriter {

    /** Who files of events belong to. */
    static final String FILE_OWNER = "case_event";

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
    Replacements replacements;

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
     * @param files its attachments: staged, stored, or announced
     * @param classId of what the policy asks of it
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared, only bound to a SQL parameter
    record Checked(
            String source,
            IncomingEvent event,
            CaseKey key,
            byte[] contentHash,
            List<IncomingAttachment> files,
            int classId) {}

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

    /**
     * Settles replacements that were written at the same time as what they name, each unseen by the other.
     *
     * @return whether there may be more
     */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public boolean settleUnsettled() {
        List<Replacements.Target> targets = replacements.unsettled();
        Set<Long> touched =
                targets.stream().map(Replacements.Target::caseId).collect(Collectors.toCollection(TreeSet::new));
        cases.lock(touched);
        replacements.settle(targets);
        touched.forEach(this::tellCase);
        return !targets.isEmpty();
    }

    private List<Result> write(List<Checked> group) {
        Before before = before(group);
        Map<Checked, Result> results = new IdentityHashMap<>(before.answers());
        Set<Key> keys = new HashSet<>();
        List<Checked> fresh = new ArrayList<>();
        List<Checked> again = new ArrayList<>();
        for (Checked one : group) {
            if (!results.containsKey(one)) {
                (keys.add(Key.of(one)) ? fresh : again).add(one);
            }
        }
        Map<CaseKey, KnownCase> known = cases.find(keysOf(fresh));
        List<Checked> fitting = fitting(replacingInTheirCase(fresh, results), known, results);
        Map<IdentityNumber, PartyId> people = parties.registerAll(numbers(fitting));
        Set<Long> changing = changing(told(fitting, people), known, keysOf(renewing(fitting, before)));
        List<Bound> bound = fitting(fitting, known, results).stream()
                .map(one -> Bound.of(one, known.get(one.key()).id(), people))
                .toList();
        if (!bound.isEmpty()) {
            insert(bound, before);
            changing.forEach(this::tellCase);
        }
        bound.forEach(one -> results.put(one.checked(), new Result.Kept(new Taken(one.publicId(), false))));
        if (!again.isEmpty()) {
            // the same id twice in one group: the second is held against the first, which is there now
            List<Result> second = write(again);
            IntStream.range(0, again.size()).forEach(i -> results.put(again.get(i), second.get(i)));
        }
        return group.stream().map(results::get).toList();
    }

    /** What came before of a group: what is answered without writing, and which events replacements wait for. */
    private Before before(List<Checked> group) {
        Map<Key, Kept> kept = new HashMap<>();
        Set<Key> awaited = new HashSet<>();
        // one source at a time, and mostly there is but one: MariaDB finds no range in a list of pairs
        group.stream().collect(Collectors.groupingBy(Checked::source)).forEach((source, events) -> {
            Values ids = Values.of(
                    events.stream().map(one -> one.event().externalId()).toList());
            database.query(
                            "SELECT external_id, public_id, content_hash FROM case_event WHERE source = ?"
                                    + " AND external_id IN (" + ids.rows() + ")"
                                    + " UNION ALL SELECT target_id, NULL, NULL FROM event_replacement WHERE source = ?"
                                    + " AND target_id IN (" + ids.rows() + ")",
                            row -> new Kept(
                                    new Key(source, row.text("external_id")),
                                    row.textOrNull("public_id"),
                                    row.bytesOrNull("content_hash")),
                            Stream.of(ids.boundAfter(source), ids.boundAfter(source))
                                    .flatMap(Arrays::stream)
                                    .toArray())
                    .forEach(row -> {
                        if (row.publicId() == null) {
                            awaited.add(row.key());
                        } else {
                            kept.put(row.key(), row);
                        }
                    });
        });
        Map<Checked, Result> known = new IdentityHashMap<>();
        group.stream()
                .filter(one -> kept.containsKey(Key.of(one)))
                .forEach(one -> known.put(one, kept.get(Key.of(one)).answer(one)));
        return new Before(known, awaited);
    }

    /** Those that replace none, or one that is of their own case as far as is known; the others are refused. */
    private List<Checked> replacingInTheirCase(List<Checked> group, Map<Checked, Result> results) {
        Map<String, List<Checked>> replacing = group.stream()
                .filter(one -> one.event().replaces() != null)
                .collect(Collectors.groupingBy(Checked::source));
        replacing.forEach((source, events) -> {
            Map<String, CaseKey> there = replacements.casesOf(
                    source, events.stream().map(EventWriter::replaced).toList());
            for (Checked one : events) {
                if (!there.getOrDefault(replaced(one), one.key()).equals(one.key())) {
                    results.put(one, new Result.Refused(replacesInOtherCase()));
                }
            }
        });
        return replacing.isEmpty()
                ? group
                : group.stream().filter(one -> !results.containsKey(one)).toList();
    }

    private static String replaced(Checked one) {
        return Objects.requireNonNull(one.event().replaces()).externalId();
    }

    private static EventRefused replacesInOtherCase() {
        return new EventRefused(
                EventRefused.Reason.INVALID, "ersatter.kundhandelseId is the id of an event of another case");
    }

    /** Those that replace others, or are replaced as soon as they are there. */
    private static List<Checked> renewing(List<Checked> group, Before before) {
        return group.stream()
                .filter(one ->
                        one.event().replaces() != null || before.awaited().contains(Key.of(one)))
                .toList();
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

    /** What the events tell of their cases, in the order of the cases' keys: each case as its earliest event tells it. */
    private static Map<CaseKey, ForeignCase> told(List<Checked> group, Map<IdentityNumber, PartyId> people) {
        Map<CaseKey, ForeignCase> told = new TreeMap<>();
        List<Checked> earliestFirst = new ArrayList<>(group);
        earliestFirst.sort(Comparator.comparing((Checked one) -> one.event().occurredAt())
                .thenComparing(one -> one.event().externalId()));
        for (Checked one : earliestFirst) {
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

    /**
     * Makes the cases that are not known, and locks those of whom the group may change what is known; before anything
     * refers to them, since a lock that is raised later waits for others that do the same.
     *
     * @param known gets those that are made
     * @param renewed the cases of events that replace or are replaced
     * @return the ids of the cases that may change
     */
    private Set<Long> changing(Map<CaseKey, ForeignCase> told, Map<CaseKey, KnownCase> known, Set<CaseKey> renewed) {
        Map<CaseKey, ForeignCase> missing = new TreeMap<>(told);
        missing.keySet().removeAll(known.keySet());
        Set<Long> changing = new TreeSet<>();
        known.putAll(cases.make(missing));
        told.forEach((key, one) -> {
            KnownCase there = known.get(key);
            if (there != null && (there.learnsFrom(one) || renewed.contains(key))) {
                changing.add(there.id());
            }
        });
        cases.lock(changing);
        return changing;
    }

    /** Tells a source's case what its events say that stand: begun with the earliest, and that one's party's. */
    private void tellCase(long id) {
        String standing = " FROM case_event e JOIN case_file c ON c.id = e.case_id"
                + " LEFT JOIN event_replaced x ON x.event_id = e.id WHERE e.case_id = ? AND c.source <> ? AND x.event_id IS NULL";
        String earliest = " ORDER BY e.occurred_at, e.external_id LIMIT 1";
        String main = database.first(
                        "SELECT e.main_case_number" + standing + " AND e.main_case_number IS NOT NULL" + earliest,
                        row -> row.text("main_case_number"),
                        id,
                        SourceSystem.PORTAL)
                .orElse(null);
        database.first(
                        "SELECT c.source, c.case_type, e.party_id, e.occurred_at" + standing + earliest,
                        row -> new ForeignCase(
                                row.text("source"),
                                row.text("case_type"),
                                main,
                                row.partyOrNull("party_id"),
                                row.instant("occurred_at")),
                        id,
                        SourceSystem.PORTAL)
                .ifPresent(facts -> cases.tell(id, facts));
    }

    private static EventRefused otherType() {
        return new EventRefused(
                EventRefused.Reason.CASE_OF_OTHER_TYPE, "The case number belongs to a case of another type");
    }

    private void insert(List<Bound> group, Before before) {
        List<Long> ids = insertEvents(group);
        Values subjects = Values.of(9);
        Map<Long, PartyId> told = new LinkedHashMap<>();
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
                        event.status().needsAction() && !event.status().done(),
                        one.checked().classId(),
                        one.other());
                // a notice would tell the person a report concerns that there is one
                if (event.status().shownToCitizen() && !event.confidentiality().keepsReporter()) {
                    told.put(ids.get(i), subject);
                }
            }
            attach(ids.get(i), one.checked());
        }
        if (!subjects.isEmpty()) {
            database.update(
                    "INSERT INTO case_event_subject (party_id, occurred_at, event_id, case_id, case_type, shown,"
                            + " needs_action, class_id, other_id) VALUES " + subjects.rows(),
                    subjects.bound());
        }
        told.keySet().removeAll(replace(group, ids, before));
        notifications.newEvents(new LinkedHashSet<>(told.values()));
    }

    /** Lets what replaces stand in the place of what it names; the ids of what does not stand. */
    private Set<Long> replace(List<Bound> group, List<Long> ids, Before before) {
        Set<Replacements.Target> targets = new LinkedHashSet<>();
        for (int i = 0; i < group.size(); i++) {
            Checked one = group.get(i).checked();
            long caseId = group.get(i).caseId();
            String id = one.event().externalId();
            Replacement replacement = one.event().replaces();
            if (replacement != null) {
                Replacements.Target target = new Replacements.Target(one.source(), replacement.externalId(), caseId);
                replacements.note(ids.get(i), id, target, replacement);
                targets.add(target);
            }
            if (before.awaited().contains(Key.of(one))) {
                targets.add(new Replacements.Target(one.source(), id, caseId));
            }
        }
        return replacements.settle(targets);
    }

    /** The rows' ids, in the order of the group: MariaDB returns them as it inserts them. */
    private List<Long> insertEvents(List<Bound> group) {
        Values events = Values.of(28);
        for (Bound one : group) {
            IncomingEvent event = one.checked().event();
            Wording wording = event.wording();
            Confidentiality confidentiality = event.confidentiality();
            Marking marking = confidentiality.marking();
            events.row(
                    one.publicId(),
                    one.checked().source(),
                    event.externalId(),
                    one.checked().contentHash(),
                    one.caseId(),
                    event.matter().mainCaseNumber(),
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
                    sealed(information(event.references()), EventSeals.INFORMATION),
                    marking == null ? null : marking.provision(),
                    marking == null ? null : marking.date(),
                    marking == null ? null : marking.authority(),
                    confidentiality.keptFromGuardian(),
                    confidentiality.keepsReporter(),
                    confidentiality.partyOnly(),
                    one.checked().classId());
        }
        return database.query(
                "INSERT INTO case_event (public_id, source, external_id, content_hash, case_id, main_case_number,"
                        + " party_id, concerns_id,"
                        + " event_type, occurred_at, taken_at, needs_action, done, diary_event, shown, language,"
                        + " headline_sealed, summary_sealed, description_sealed, link_sealed, information_sealed,"
                        + " marking_provision, marking_date, marking_authority, kept_from_guardian, keeps_reporter,"
                        + " party_only, class_id) VALUES " + events.rows() + " RETURNING id",
                row -> row.number("id"),
                events.bound());
    }

    private void attach(long eventId, Checked checked) {
        int position = 0;
        for (IncomingAttachment attachment : checked.files()) {
            position++;
            FileId file = attachment instanceof IncomingAttachment.Stored stored ? stored.file() : null;
            Withheld withheld = attachment.withheld();
            database.update(
                    "INSERT INTO case_event_attachment (event_id, position, file_id, name_sealed, withheld_provision,"
                            + " withheld_reason_sealed, withheld_told_sealed) VALUES (?, ?, ?, ?, ?, ?, ?)",
                    eventId,
                    position,
                    file == null ? null : file.value(),
                    vault.seal(attachment.name(), EventSeals.ATTACHMENT_NAME),
                    withheld == null ? null : withheld.provision(),
                    withheld == null ? null : vault.seal(withheld.reason(), EventSeals.WITHHELD_REASON),
                    withheld == null ? null : sealed(withheld.told(), EventSeals.WITHHELD_TOLD));
            if (attachment instanceof IncomingAttachment.Announced announced) {
                await(eventId, position, checked.source(), announced);
            }
            // a file of the submission in the same transaction stays the submission's
            if (file != null
                    && files.find(file).filter(there -> there.owner() != null).isEmpty()) {
                files.adopt(file, new FileOwner(FILE_OWNER, eventId));
            }
        }
    }

    private void await(long eventId, int position, String source, IncomingAttachment.Announced announced) {
        database.update(
                "INSERT INTO event_attachment_awaited (event_id, position, source, media_type, sha256_sealed,"
                        + " announced_at) VALUES (?, ?, ?, ?, ?, ?)",
                eventId,
                position,
                source,
                announced.mediaType(),
                vault.seal(announced.sha256(), EventSeals.ATTACHMENT_HASH),
                clock.instant());
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

    /** What is there already, and what is waited for. */
    private record Before(Map<Checked, Result> answers, Set<Key> awaited) {}

    /** An event that is there already; or, without an id of ours, one that is named and may not be. */
    @SuppressWarnings("ArrayRecordComponent") // compared by its bytes alone
    private record Kept(Key key, @Nullable String publicId, byte @Nullable [] hash) {
        Result answer(Checked checked) {
            return Arrays.equals(hash, checked.contentHash())
                    ? new Result.Kept(new Taken(Objects.requireNonNull(publicId), true))
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

        /** The other person in the event, whose protection holds for it too. */
        @Nullable
        PartyId other() {
            PartyId other = Objects.equals(subject(), party) ? concerns : party;
            return Objects.equals(other, subject()) ? null : other;
        }

        /**
         * The right to see follows the person it is about; the party of the case sees it by acting for that person. What
         * is the party's alone never goes by way of the person it is about, whom others act for too.
         */
        @Nullable
        PartyId subject() {
            boolean ofParty =
                    concerns == null || checked.event().confidentiality().partyOnly();
            return ofParty ? party : concerns;
        }
    }
}
