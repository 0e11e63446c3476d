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
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look.Basis;
import se.knutpunkt.hub.consent.Consents;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Values;
import se.knutpunkt.hub.delegation.Delegations;
import se.knutpunkt.hub.delegation.Ground;
import se.knutpunkt.hub.delegation.Right;
import se.knutpunkt.hub.disclosure.KnownCases.KnownCase;
import se.knutpunkt.hub.disclosure.StaffLooks.Look;
import se.knutpunkt.hub.disclosure.StaffScope.Person;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.policy.CurrentPolicy;
import se.knutpunkt.hub.policy.CurrentPolicy.Now;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.policy.EventClass;
import se.knutpunkt.hub.policy.Policy;
import se.knutpunkt.hub.representation.Age;
import se.knutpunkt.hub.reservation.KeptReservation;
import se.knutpunkt.hub.reservation.Matter;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;

/** Events for staff by plain SQL, within the one scope of the ground by which they look; each look is noted. */
@Stateless
public class SqlStaffEvents implements StaffEvents {
    private static final int SIZE = 20;
    private static final int TIMELINE = 500;

    @Inject
    StaffLooks looks;

    @Inject
    StaffFiles staffFiles;

    @Inject
    ReservedEvents reserved;

    @Inject
    KnownCases cases;

    @EJB
    Consents consents;

    @EJB
    RoleRules roles;

    @EJB
    Delegations delegations;

    @Inject
    CurrentPolicy policy;

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

    /** A look-up that lives, and what may be seen of it by a ground that the reader has. */
    private record Sight(StaffReader reader, Look look, LookedUp lookedUp, StaffScope staff, Now now) {
        Scope scope() {
            return staff.scope();
        }

        EventClass eventClass(int classId) {
            return Objects.requireNonNull(now.classes().get(classId));
        }
    }

    /** An event that may be read. */
    private record Seen(StoredEvent event, int classId, Decision decision) {}

    @Override
    public List<LookGround> grounds(StaffReader reader) {
        StaffId staff = reader.staff();
        List<LookGround> all =
                LookGround.of(reader.roles(), delegations.of(Long.toString(staff.value()), SwedishTime.today(clock)));
        // by a role one works where that role's own line says, not where another of one's roles is
        return all.stream()
                .filter(ground -> ground.role()
                        .map(role -> roles.workplacesOf(staff, role).stream().anyMatch(ground::isAt))
                        .orElse(true))
                .toList();
    }

    @Override
    public String begin(StaffReader reader, LookUp lookUp) {
        return looks.begin(reader, lookUp);
    }

    @Override
    public boolean lives(StaffReader reader, String token) {
        return looks.find(reader, token).isPresent();
    }

    @Override
    public Optional<StaffPage> page(StaffReader reader, String token, String ground, @Nullable String before) {
        Cursor after = before == null ? Cursor.START : Cursor.of(before);
        return sight(reader, token, ground).map(sight -> page(sight, after));
    }

    private StaffPage page(Sight sight, Cursor after) {
        List<StoredRow> read = read(sight.scope(), ScopeSql.forStaff(sight.scope(), after, SIZE + 1));
        List<StoredRow> shown = read.subList(0, Math.min(SIZE, read.size()));
        note(sight, "events-of-person", shown);
        String next = read.size() > SIZE ? shown.get(SIZE - 1).cursor().text() : null;
        return new StaffPage(sight.lookedUp(), rows(sight, shown), next);
    }

    @Override
    public Optional<StaffCase> openCase(StaffReader reader, String token, String ground, String caseId) {
        Optional<Sight> sight = sight(reader, token, ground);
        Optional<KnownCase> known = cases.find(caseId);
        if (sight.isEmpty() || known.isEmpty()) {
            return Optional.empty();
        }
        // of what is only known to exist, no case is told
        Scope readable = sight.get().scope().readable();
        List<StoredRow> read =
                read(readable, ScopeSql.forStaff(readable, known.get().ids(), TIMELINE));
        if (read.isEmpty()) {
            return Optional.empty();
        }
        note(sight.get(), "case:" + caseId, read);
        return Optional.of(new StaffCase(
                sight.get().lookedUp(), known.get().ref(), known.get().carriedOnAs(), rows(sight.get(), read)));
    }

    @Override
    public Optional<StaffEvent> open(StaffReader reader, String token, String ground, String eventId) {
        return sight(reader, token, ground)
                .flatMap(sight -> see(sight, eventId, "event:").map(seen -> event(sight, seen)));
    }

    @Override
    public Optional<StoredFile> attachment(StaffReader reader, String token, String ground, String eventId, int place) {
        return sight(reader, token, ground)
                .flatMap(sight -> see(sight, eventId, "attachment:" + place + ":")
                        .flatMap(seen -> staffFiles.at(files(seen), place, readsWithheld(sight, seen))));
    }

    /** Outside any transaction: no connection waits for a slow receiver. */
    @Override
    @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
    public void write(StoredFile file, OutputStream out) throws IOException {
        files.write(file.id(), out);
    }

    private Optional<Sight> sight(StaffReader reader, String token, String key) {
        Optional<Look> look = looks.find(reader, token);
        List<LookGround> grounds = grounds(reader);
        Optional<LookGround> ground =
                grounds.stream().filter(one -> one.key().equals(key)).findFirst();
        if (look.isEmpty() || ground.isEmpty()) {
            return Optional.empty();
        }
        Look found = look.get();
        Now now = policy.now();
        Person person = new Person(age(found, now.policy()), consents.of(found.about()));
        StaffScope scope = StaffScope.of(reader, ground.get(), found.about(), person, now);
        LookedUp lookedUp = new LookedUp(found.number(), grounds, ground.get(), found.ends(), found.isProtected());
        return Optional.of(new Sight(reader, found, lookedUp, scope, now));
    }

    /** By the number that was typed: so it takes as long for a number that nobody has. */
    private static @Nullable Integer age(Look look, Policy policy) {
        return look.number()
                .birthDate()
                .map(birth -> Age.on(policy.day(), birth))
                .orElse(null);
    }

    private List<StoredRow> read(Scope scope, ScopeSql sql) {
        return scope.isEmpty() ? List.of() : database.query(sql.sql(), StoredRow::of, sql.values());
    }

    private List<StaffRow> rows(Sight sight, List<StoredRow> stored) {
        Set<Long> others = othersProtected(sight, stored);
        List<StaffRow> rows = new ArrayList<>();
        for (StoredRow one : stored) {
            StatementRow row = one.open(List.of(sight.scope()), vault);
            Integer classId = one.classId();
            if (row != null && classId != null) {
                EventClass event = sight.eventClass(classId);
                boolean full = row.degree() == Degree.FULL;
                rows.add(new StaffRow(
                        row,
                        row.degree() != Degree.EXISTS && !event.shown(),
                        full ? event.marking() : "",
                        others.contains(one.id())));
            }
        }
        return List.copyOf(rows);
    }

    /** In which of the events the other person has protected personal data; asked for the few alone, who see them. */
    private Set<Long> othersProtected(Sight sight, List<StoredRow> rows) {
        if (!sight.reader().opensProtected() || rows.isEmpty()) {
            return Set.of();
        }
        Values ids = Values.of(rows.stream().map(StoredRow::id).toList());
        return new HashSet<>(database.query(
                "SELECT s.event_id FROM case_event_subject s JOIN party o ON o.id = s.other_id"
                        + " WHERE s.party_id = ? AND o.protected_identity AND s.event_id IN (" + ids.rows() + ")",
                row -> row.number("event_id"),
                ids.boundAfter(sight.look().about())));
    }

    /** The one decision on a single event, noted either way. */
    private Optional<Seen> see(Sight sight, String eventId, String kind) {
        Optional<Seen> seen = database.query(StoredEvent.SELECT, StoredEvent::of, eventId).stream()
                .filter(event -> event.subject().equals(sight.look().about()))
                .flatMap(event -> seen(sight.scope(), event).stream())
                .findFirst()
                .filter(one -> !isReplaced(one.event().id()));
        log.note(seen.map(one -> look(
                        sight,
                        sight.staff().capacity(one.classId()),
                        kind + eventId,
                        one.decision().logName()))
                .orElseGet(() -> look(sight, Capacity.NONE, kind + eventId, "hidden")));
        return seen;
    }

    private static Optional<Seen> seen(Scope scope, StoredEvent event) {
        Integer classId = event.classId();
        Decision decision = scope.decision(classId, event.concernsOther());
        if (classId == null
                || decision == null
                || decision.degree() == Degree.EXISTS
                || (event.otherProtected() && scope.heedsOther(classId))) {
            return Optional.empty();
        }
        return Optional.of(new Seen(event, classId, decision));
    }

    private boolean isReplaced(long eventId) {
        return database.first(
                        "SELECT event_id FROM event_replaced WHERE event_id = ?",
                        row -> row.number("event_id"),
                        eventId)
                .isPresent();
    }

    private StaffEvent event(Sight sight, Seen seen) {
        StoredEvent event = seen.event();
        List<StaffFiles.One> all = files(seen);
        EventClass of = sight.eventClass(seen.classId());
        Degree degree = seen.decision().degree();
        return new StaffEvent(
                sight.lookedUp(),
                event.publicId(),
                event.occurredAt(),
                event.texts().language(),
                event.texts().line(degree, vault),
                event.texts().description(degree, vault),
                event.caseRef(),
                event.source(),
                staffFiles.references(all),
                staffFiles.withheld(all, readsWithheld(sight, seen)),
                reservations(sight, seen, all),
                mayDecide(sight, seen),
                degree,
                event.replaces(),
                !of.shown(),
                degree == Degree.FULL ? of.marking() : "",
                degree == Degree.FULL && of.keepsReporter(),
                event.otherProtected());
    }

    /** All of an event that is shown whole; a person's consent is to what the person may have too, and to no more. */
    private List<StaffFiles.One> files(Seen seen) {
        if (seen.decision().degree() != Degree.FULL) {
            return List.of();
        }
        return staffFiles.of(seen.event().id()).stream()
                .filter(file -> file.refusal() == null || !seen.decision().isByConsent())
                .toList();
    }

    /** Whether the reader reads what is withheld from the party too: whoever handles the case, files it or examines it. */
    private static boolean readsWithheld(Sight sight, Seen seen) {
        return sight.staff().capacity(seen.classId()).seesInternal();
    }

    /** Those on an event that is shown whole, and not because its person consents to it. */
    private List<StaffEvent.Reserved> reservations(Sight sight, Seen seen, List<StaffFiles.One> files) {
        if (seen.decision().degree() != Degree.FULL || seen.decision().isByConsent()) {
            return List.of();
        }
        return reserved.on(seen.event().id()).stream()
                .map(kept -> reserved(sight, seen.event().id(), kept, files))
                .toList();
    }

    private static StaffEvent.Reserved reserved(
            Sight sight, long eventId, KeptReservation kept, List<StaffFiles.One> files) {
        Matter matter = kept.reservation().matter();
        // the files of what this event stands in the place of are not its own
        Integer document = matter.eventId() == eventId ? matter.document() : null;
        return new StaffEvent.Reserved(
                kept,
                kept.reservation().to().equals(sight.look().about()),
                files.stream()
                        .filter(file -> document != null && file.position() == document)
                        .map(StaffFiles.One::name)
                        .findFirst()
                        .orElse(null));
    }

    /** Whether the ground gives the right to decide in the case: a delegation does, working for an authority does not. */
    private static boolean mayDecide(Sight sight, Seen seen) {
        Ground boundary = sight.lookedUp().ground().boundary();
        return seen.decision().degree() == Degree.FULL
                && sight.staff().capacity(seen.classId()) == Capacity.HANDLER
                && boundary != null
                && boundary.right().holds(Right.DECIDE);
    }

    /** That the person was looked at, which is noted when there is nothing too, and each event that is shown. */
    private void note(Sight sight, String what, List<StoredRow> rows) {
        List<se.knutpunkt.hub.access.Look> noted = new ArrayList<>();
        noted.add(look(
                sight, sight.lookedUp().ground().inside(), what, sight.scope().logName()));
        for (StoredRow row : rows) {
            Integer classId = row.classId();
            Decision decision = sight.scope().decision(classId, row.holdsOther());
            if (classId != null && decision != null) {
                noted.add(look(sight, sight.staff().capacity(classId), "event:" + row.publicId(), decision.logName()));
            }
        }
        log.noteAll(noted);
    }

    private static se.knutpunkt.hub.access.Look look(Sight sight, Capacity capacity, String what, String rule) {
        Look look = sight.look();
        return new se.knutpunkt.hub.access.Look(
                sight.reader().viewer().logName(),
                capacity.name(),
                Purpose.YOUR_PAGES.name(),
                what,
                look.known(),
                rule,
                new Basis(sight.lookedUp().ground().logName(), look.reason().name(), look.note()));
    }
}
