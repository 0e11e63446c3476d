package se.knutpunkt.hub.disclosure;

import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.access.Look;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.database.Row;
import se.knutpunkt.hub.event.EventSeals;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.time.SwedishTime;
import se.knutpunkt.hub.vault.Vault;

/** Questions of systems by plain SQL, within the scope that the system has at that moment. */
@Stateless
public class SqlSystemEvents implements SystemEvents {
    private static final String LATEST = "latest";
    private static final int CASES = 20;
    private static final int CASES_OF_PERSON = 100;
    private static final Cursor BEGINNING = new Cursor(Instant.parse("0001-01-01T00:00:00Z"), Long.MIN_VALUE);

    @Inject
    Scopes scopes;

    @Inject
    Database database;

    @Inject
    Vault vault;

    @EJB
    Parties parties;

    @EJB
    AccessLog log;

    /** A case without its state. */
    private record Found(
            long id,
            String publicId,
            String number,
            @Nullable String mainNumber,
            String caseType,
            String authority,
            Name authorityName,
            @Nullable PartyId party,
            Instant received,
            int promiseDays) {
        static Found of(Row row) {
            Long party = row.numberOrNull("party_id");
            return new Found(
                    row.number("id"),
                    row.text("public_id"),
                    row.text("case_number"),
                    row.textOrNull("main_case_number"),
                    row.text("case_type"),
                    row.text("authority"),
                    new Name(row.text("name_sv"), row.text("name_en")),
                    party == null ? null : new PartyId(party),
                    row.instant("received_at"),
                    (int) row.number("promise_days"));
        }
    }

    /** An event with its row id and whom it is about. */
    private record Opened(long id, List<PartyId> about, SystemEvent event) {}

    /** A stretch of the changes, and whom they are about, each once. */
    private record Stretch(ToldEvents told, Set<PartyId> about) {}

    @Override
    public List<SystemCase> casesOfNumber(Viewer.Source system, String caseNumber, @Nullable String authority) {
        SystemScope scope = scopes.of(system, Purpose.ASK);
        List<Found> found = authority == null
                ? cases("c.case_number = ? LIMIT " + CASES, caseNumber)
                : cases("c.case_number = ? AND c.authority = ? LIMIT " + CASES, caseNumber, authority);
        List<SystemCase> seen = new ArrayList<>();
        for (Found one : found) {
            Optional<SystemCase> state = state(scope, one);
            if (state.isPresent()) {
                note(system, Purpose.ASK, "case:" + one.publicId(), one.party());
            }
            state.ifPresent(seen::add);
        }
        return List.copyOf(seen);
    }

    @Override
    public List<SystemCase> casesOfPerson(Viewer.Source system, IdentityNumber number) {
        SystemScope scope = scopes.of(system, Purpose.ASK);
        Optional<PartyId> person = parties.find(number);
        if (person.isEmpty()) {
            return List.of();
        }
        SystemSql sql = SystemSql.casesOfPerson(scope, person.get().value(), CASES_OF_PERSON);
        List<SystemCase> seen = database.query(sql.sql(), row -> row.number("id"), sql.values()).stream()
                .flatMap(id -> cases("c.id = ?", id).stream())
                .flatMap(one -> state(scope, one).stream())
                .toList();
        // also when nothing was found: that a person was asked about is what the person may want to know
        note(system, Purpose.ASK, "cases-of-person", person.get());
        return seen;
    }

    @Override
    public Optional<SystemCase> openCase(Viewer.Source system, String caseId) {
        SystemScope scope = scopes.of(system, Purpose.ASK);
        List<Found> found = cases("c.public_id = ?", caseId);
        Optional<SystemCase> seen = found.stream().findFirst().flatMap(one -> state(scope, one));
        seen.ifPresent(
                one -> note(system, Purpose.ASK, "case:" + caseId, found.get(0).party()));
        return seen;
    }

    @Override
    public Optional<SystemEventPage> eventsOfCase(
            Viewer.Source system, String caseId, @Nullable String after, int limit) {
        Cursor from = after == null ? BEGINNING : Cursor.of(after);
        SystemScope scope = scopes.of(system, Purpose.ASK);
        Optional<Found> found = cases("c.public_id = ?", caseId).stream().findFirst();
        if (found.isEmpty() || state(scope, found.get()).isEmpty()) {
            return Optional.empty();
        }
        List<Opened> read = read(SystemSql.ofCase(scope, found.get().id(), from, limit + 1));
        List<Opened> shown = read.subList(0, Math.min(limit, read.size()));
        note(system, Purpose.ASK, "case:" + caseId, found.get().party());
        Cursor next = shown.isEmpty() ? from : cursor(shown.get(shown.size() - 1));
        return Optional.of(
                new SystemEventPage(shown.stream().map(Opened::event).toList(), next.text(), read.size() > limit));
    }

    private static Cursor cursor(Opened last) {
        return new Cursor(last.event().occurredAt(), last.id());
    }

    @Override
    public SystemEventPage changes(Viewer.Source system, @Nullable String since, int limit) {
        if (LATEST.equals(since)) {
            return new SystemEventPage(List.of(), ChangeCursor.text(latestChange()), false);
        }
        long after = since == null ? 0 : ChangeCursor.of(since);
        ToldEvents read = noted(after(scopes.of(system, Purpose.ASK), after, limit), system, Purpose.ASK, after);
        return new SystemEventPage(read.events(), ChangeCursor.text(read.upTo()), read.more());
    }

    @Override
    public long latestChange() {
        return database.first("SELECT last_number FROM change_counter WHERE id = 1", row -> row.number("last_number"))
                .orElse(0L);
    }

    @Override
    public ToldEvents told(Viewer.Source system, Set<String> caseTypes, long after, int limit) {
        SystemScope scope = scopes.of(system, Purpose.TELL).within(caseTypes);
        return noted(after(scope, after, limit), system, Purpose.TELL, after);
    }

    private ToldEvents noted(Stretch stretch, Viewer.Source system, Purpose purpose, long after) {
        ToldEvents told = stretch.told();
        if (!told.events().isEmpty()) {
            noteEach(system, purpose, "changes:" + after + "-" + told.upTo(), stretch.about());
        }
        return told;
    }

    /** Notes each person whom something is about: each may want to know. Once when it is about nobody. */
    private void noteEach(Viewer.Source system, Purpose purpose, String what, Collection<PartyId> about) {
        if (about.isEmpty()) {
            note(system, purpose, what, null);
        }
        log.noteAll(about.stream()
                .map(person -> look(system, purpose, what, person))
                .toList());
    }

    @Override
    public Optional<SystemEvent> told(Viewer.Source system, Set<String> caseTypes, String eventId) {
        SystemScope scope = scopes.of(system, Purpose.TELL).within(caseTypes);
        Optional<Opened> read = read(SystemSql.event(scope, eventId)).stream().findFirst();
        read.ifPresent(one -> noteEach(system, Purpose.TELL, "event:" + eventId, one.about()));
        return read.map(Opened::event);
    }

    /** The counter first: what it tells of is committed, so that nothing below it is still to come. */
    private Stretch after(SystemScope scope, long after, int limit) {
        long latest = latestChange();
        long upTo = Math.min(latest, after + SystemSql.WINDOW);
        if (upTo <= after) {
            return new Stretch(new ToldEvents(List.of(), after, false), Set.of());
        }
        List<Opened> read = read(SystemSql.changes(scope, after, upTo, limit));
        List<SystemEvent> events = read.stream().map(Opened::event).toList();
        long end = events.size() < limit ? upTo : events.get(events.size() - 1).number();
        Set<PartyId> about = read.stream().flatMap(one -> one.about().stream()).collect(Collectors.toSet());
        return new Stretch(new ToldEvents(events, end, end < latest), about);
    }

    private Optional<SystemCase> state(SystemScope scope, Found found) {
        return read(SystemSql.newest(scope, found.id())).stream().findFirst().map(newest -> {
            SystemEvent latest = newest.event();
            LocalDate promised = found.promiseDays() == 0
                    ? null
                    : SwedishTime.dateOf(found.received()).plusDays(found.promiseDays());
            return new SystemCase(
                    found.publicId(),
                    found.number(),
                    found.mainNumber(),
                    found.caseType(),
                    found.authority(),
                    found.authorityName(),
                    found.received(),
                    promised,
                    latest,
                    latest.needsAction() && !latest.done(),
                    latest.done());
        });
    }

    private List<Found> cases(String which, Object... values) {
        return new ArrayList<>(database.query(
                "SELECT c.id, c.public_id, c.case_number, c.main_case_number, c.case_type, c.authority, c.party_id,"
                        + " c.received_at, a.name_sv, a.name_en, t.promise_days FROM case_file c"
                        + " JOIN authority a ON a.code = c.authority JOIN case_type t ON t.code = c.case_type WHERE "
                        + which,
                Found::of,
                values));
    }

    private List<Opened> read(SystemSql sql) {
        return database.query(sql.sql(), this::open, sql.values());
    }

    private Opened open(Row row) {
        Long number = row.numberOrNull("change_number");
        byte[] description = row.bytesOrNull("description_sealed");
        byte[] link = row.bytesOrNull("link_sealed");
        return new Opened(
                row.number("id"),
                Stream.of("party_id", "concerns_id")
                        .map(row::numberOrNull)
                        .filter(Objects::nonNull)
                        .map(PartyId::new)
                        .distinct()
                        .toList(),
                new SystemEvent(
                        number == null ? 0 : number,
                        row.text("public_id"),
                        row.text("source"),
                        row.text("external_id"),
                        row.text("event_type"),
                        row.instant("occurred_at"),
                        row.instant("taken_at"),
                        row.text("case_public_id"),
                        row.text("case_number"),
                        row.textOrNull("main_case_number"),
                        row.text("case_type"),
                        row.text("authority"),
                        row.text("language"),
                        vault.open(row.bytes("headline_sealed"), EventSeals.HEADLINE),
                        vault.open(row.bytes("summary_sealed"), EventSeals.SUMMARY),
                        description == null ? "" : vault.open(description, EventSeals.DESCRIPTION),
                        link == null ? null : vault.open(link, EventSeals.LINK),
                        row.flag("needs_action"),
                        row.flag("done"),
                        row.flag("diary_event"),
                        row.flag("shown"),
                        (int) row.number("attachments"),
                        (int) row.number("withheld"),
                        replacement(row)));
    }

    private static @Nullable Replacement replacement(Row row) {
        Replacement.Kind kind = StoredEvent.kind(row.textOrNull("replaces"));
        return kind == null ? null : new Replacement(row.text("target_id"), kind, row.instant("decided_at"));
    }

    private void note(Viewer.Source system, Purpose purpose, String what, @Nullable PartyId about) {
        log.note(look(system, purpose, what, about));
    }

    private static Look look(Viewer.Source system, Purpose purpose, String what, @Nullable PartyId about) {
        return new Look(system.logName(), Capacity.SYSTEM.name(), purpose.name(), what, about, "system-scope");
    }
}
