package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import java.net.URI;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.disclosure.InvalidCursor;
import se.knutpunkt.hub.disclosure.SystemCase;
import se.knutpunkt.hub.disclosure.SystemEvent;
import se.knutpunkt.hub.disclosure.SystemEventPage;
import se.knutpunkt.hub.disclosure.SystemEvents;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.event.ChangeNumbers;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.source.SourceChange;
import se.knutpunkt.hub.source.SourceRegister;
import se.knutpunkt.hub.source.SourceSettings;
import se.knutpunkt.hub.subscription.Leases;
import se.knutpunkt.hub.subscription.Subscription;
import se.knutpunkt.hub.subscription.Subscriptions;

/** What systems may ask, and in which order they get it. */
class AskAndTellIT extends ContainerTest {
    private static final String PERSON = "196100602397";
    private static final String ASKED = "196101182803";
    private static final String MARKED = "196101122650";
    private static final String NOTED = "196101222799";
    private static final String ALSO_NOTED = "196101232798";
    private static final String SENDER = "demo-verksamhet";
    private static final int WRITERS = 4;
    private static final int EACH = 30;

    @EJB
    SourceRegister register;

    @EJB
    SourceSystems sources;

    @EJB
    EventIntake intake;

    @EJB
    SystemEvents events;

    @EJB
    ChangeNumbers numbers;

    @EJB
    Subscriptions subscriptions;

    @EJB
    Leases leases;

    @EJB
    Parties parties;

    @EJB
    AccessLog log;

    @EJB
    StaffMembers staff;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    @Test
    void aSystemSeesWhatItHasTheRightToAndCitizensAreShown() throws SQLException {
        Viewer.Source asker = asker("fragar", Set.of());
        parties.protect(parties.register(number(MARKED)), true);
        take("ask-shown", "BYGG 2026-30001", ASKED, true);
        take("ask-hidden", "BYGG 2026-30001", ASKED, false);
        take("ask-marked", "BYGG 2026-30002", MARKED, true);
        take("ask-other", "KUL 2026-30003", ASKED, true);
        String start = events.changes(asker, null, 1).next();
        String caseId = caseOf("ask-shown");

        assertThat(seen(asker, null)).as("closed by default").isEmpty();
        assertThat(events.openCase(asker, caseId)).isEmpty();
        assertThat(events.eventsOfCase(asker, caseId, null, 10)).isEmpty();
        assertThat(events.casesOfNumber(asker, "BYGG 2026-30001", null)).isEmpty();
        assertThat(events.casesOfPerson(asker, number(ASKED))).isEmpty();
        assertThat(start).isNotEmpty();

        change("fragar", Set.of("BYGG"));
        assertThat(seen(asker, null)).contains("ask-shown").doesNotContain("ask-hidden", "ask-marked", "ask-other");
        SystemCase open = events.openCase(asker, caseId).orElseThrow();
        assertThat(open.latest().externalId()).isEqualTo("ask-shown");
        assertThat(events.eventsOfCase(asker, caseId, null, 10).orElseThrow().events())
                .extracting(SystemEvent::externalId)
                .containsExactly("ask-shown");
        assertThat(events.casesOfNumber(asker, "BYGG 2026-30001", open.authority()))
                .containsExactly(open);
        assertThat(events.casesOfNumber(asker, "BYGG 2026-30001", "annan")).isEmpty();
        assertThat(events.casesOfPerson(asker, number(ASKED))).containsExactly(open);
        assertThat(events.openCase(asker, caseOf("ask-marked"))).isEmpty();
        assertThat(events.openCase(asker, UUID.randomUUID().toString())).isEmpty();
        assertThat(log.latestAbout(parties.find(number(ASKED)).orElseThrow(), 1))
                .singleElement()
                .satisfies(noted -> {
                    assertThat(noted.look().who()).isEqualTo("source:fragar");
                    assertThat(noted.look().purpose()).isEqualTo("ASK");
                });
        assertThat(register.changes("fragar").get(0).what()).isEqualTo(SourceChange.What.ASKS);
        assertThat(register.changes("fragar").get(0).after()).isEqualTo("BYGG");

        register.close("fragar", manager());
        assertThat(seen(asker, null)).isEmpty();
    }

    /** The pure decision is held against the condition's own words by ListAgreesWithLookTest; this asks the database. */
    @Test
    void theDatabaseDecidesAsTheDisclosureDoes() throws SQLException {
        Viewer.Source asker = asker("jamfor", Set.of("BYGG"));
        parties.protect(parties.register(number(MARKED)), true);
        List<String> all = new ArrayList<>();
        List<String> others = new ArrayList<>();
        for (String type : List.of("BYGG", "KUL")) {
            for (boolean shown : new boolean[] {true, false}) {
                for (String person : List.of(PERSON, MARKED)) {
                    String id = "same-" + type + shown + person.equals(MARKED);
                    take(id, type + " 2026-31001" + person.charAt(3), person, shown);
                    all.add(id);
                    if (type.equals("BYGG") && shown && person.equals(PERSON)) {
                        others.add(id);
                    }
                }
            }
        }

        assertThat(seen(asker, "same-")).containsExactlyElementsOf(others);
        assertThat(seen(new Viewer.Source(SENDER), "same-")).as("its own").containsExactlyElementsOf(all);
        assertThat(told(new Viewer.Source(SENDER), Set.of("BYGG", "KUL"), "same-"))
                .as("told of nothing without the right")
                .isEmpty();
        assertThat(told(asker, Set.of("BYGG", "KUL"), "same-")).containsExactlyElementsOf(others);
        assertThat(told(asker, Set.of("KUL"), "same-")).isEmpty();

        execute("INSERT INTO source_asks_case_type (source, case_type) VALUES ('" + SENDER + "', 'BYGG')");
        try {
            assertThat(told(new Viewer.Source(SENDER), Set.of("BYGG"), "same-"))
                    .as("not told of its own, with the right")
                    .isEmpty();
        } finally {
            execute("DELETE FROM source_asks_case_type WHERE source = '" + SENDER + "'");
        }
    }

    @Test
    void eachPersonWhomChangesAreAboutIsNoted() {
        Viewer.Source asker = asker("noterar", Set.of("BYGG"));
        numbers.number();
        String start = events.changes(asker, "latest", 1).next();
        long before = events.latestChange();
        take("noted-1", "BYGG 2026-34001", NOTED, true);
        take("noted-2", "BYGG 2026-34002", ALSO_NOTED, true);
        numbers.number();

        assertThat(events.changes(asker, start, 100).events()).hasSize(2);
        assertThat(events.told(asker, Set.of("BYGG"), before, 100).events()).hasSize(2);
        for (String person : List.of(NOTED, ALSO_NOTED)) {
            assertThat(log.latestAbout(parties.find(number(person)).orElseThrow(), 10))
                    .extracting(noted -> noted.look().who() + " " + noted.look().purpose())
                    .containsExactly("source:noterar TELL", "source:noterar ASK");
        }
    }

    /** The other's row is there and not committed while ours is written. */
    @Test
    void whoBeginsASubscriptionSecondIsToldThatThereIsOne() throws Exception {
        asker("tva-samtidigt", Set.of("BYGG"));
        StaffId by = manager();
        URI address = URI.create("https://system.example/in");
        ExecutorService threads = Executors.newSingleThreadExecutor();
        try (Connection first = database.getConnection()) {
            first.setAutoCommit(false);
            try (Statement statement = first.createStatement()) {
                statement.executeUpdate("INSERT INTO endpoint (address, secret_sealed, secret_made_at)"
                        + " VALUES ('https://first.example/in', 'x', NOW(6))");
                statement.executeUpdate("INSERT INTO subscription (source, endpoint_id, case_types, state, told_up_to)"
                        + " VALUES ('tva-samtidigt', LAST_INSERT_ID(), 'BYGG', 'PAUSED', 0)");
            }
            Future<Optional<String>> second =
                    threads.submit(() -> subscriptions.begin("tva-samtidigt", address, Set.of("BYGG"), by));
            Thread.sleep(1000);
            assertThat(second.isDone()).as("it waits for the first").isFalse();
            first.commit();
            first.setAutoCommit(true);
            assertThat(second.get()).isEmpty();
        } finally {
            threads.shutdownNow();
        }
        assertThat(text("SELECT COUNT(*) FROM endpoint WHERE address = ?", "https://system.example/in"))
                .as("nothing of the second is left")
                .isEqualTo("0");
    }

    @Test
    void aReceiverThatTurnsUsAwayIsLeftAloneUntilStaffSaySo() {
        String source = "visar-bort";
        Failure away = new Failure(Failure.Kind.ANSWERED, 503);
        Failure forbidden = new Failure(Failure.Kind.ANSWERED, 403);
        asker(source, Set.of("BYGG"));
        StaffId by = manager();
        subscriptions.begin(source, URI.create("https://system.example/visar-bort"), Set.of("BYGG"), by);
        assertThat(leases.take(source, "lease")).isTrue();
        for (int i = 0; i < 6; i++) {
            leases.failed(leases.held(source, "lease").orElseThrow(), away, null);
        }
        leases.failed(leases.held(source, "lease").orElseThrow(), forbidden, null);
        assertThat(subscriptions.find(source).orElseThrow().state())
                .as("it may be about to start")
                .isEqualTo(Subscription.State.ACTIVE);

        leases.failed(leases.held(source, "lease").orElseThrow(), forbidden, null);

        assertThat(subscriptions.find(source).orElseThrow())
                .returns(Subscription.State.STOPPED, Subscription::state)
                .returns(forbidden, Subscription::failure);
        assertThat(leases.held(source, "lease")).isEmpty();
        assertThat(subscriptions.resume(source, by)).isTrue();
        assertThat(subscriptions.find(source).orElseThrow())
                .returns(Subscription.State.ACTIVE, Subscription::state)
                .returns(null, Subscription::failure);
    }

    @Test
    void whatWasCorrectedIsGoneAndTheCorrectionSaysSo() {
        Viewer.Source asker = asker("rattas", Set.of("BYGG"));
        take("fell-1", "BYGG 2026-33000", PERSON, true);
        assertThat(seen(asker, "fell-")).containsExactly("fell-1");
        take(
                "fell-2",
                "BYGG 2026-33000",
                PERSON,
                true,
                new Replacement("fell-1", Replacement.Kind.CORRECTION, Instant.parse("2026-11-21T10:00:00Z")));

        assertThat(seen(asker, "fell-")).containsExactly("fell-2");
        assertThat(seen(new Viewer.Source(SENDER), "fell-")).containsExactly("fell-2");
        assertThat(events.casesOfNumber(asker, "BYGG 2026-33000", null))
                .singleElement()
                .satisfies(found -> assertThat(found.latest().replaces())
                        .isEqualTo(new Replacement(
                                "fell-1", Replacement.Kind.CORRECTION, Instant.parse("2026-11-21T10:00:00Z"))));
    }

    @Test
    void whatIsCommittedLateComesLateAndNothingIsSkippedOrDoubled() throws Exception {
        Viewer.Source asker = asker("foljer", Set.of("BYGG"));
        take("late-first", "BYGG 2026-32000", PERSON, true);
        numbers.number();
        String start = events.changes(asker, "latest", 1).next();
        ExecutorService threads = Executors.newFixedThreadPool(WRITERS);
        CountDownLatch held = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        try {
            Future<?> late = threads.submit(() -> {
                insertAndHold("late-committed", held, release);
                return null;
            });
            held.await();
            List<Future<?>> writers = new ArrayList<>();
            for (int writer = 1; writer < WRITERS; writer++) {
                String name = "late-" + writer;
                writers.add(threads.submit(() -> {
                    for (int i = 0; i < EACH; i++) {
                        take(name + "-" + i, "BYGG 2026-3200" + name.charAt(5), PERSON, true);
                    }
                }));
            }
            List<String> got = new ArrayList<>();
            String cursor = start;
            boolean released = false;
            Instant limit = Instant.now().plusSeconds(60);
            while (got.size() < (WRITERS - 1) * EACH + 1 && Instant.now().isBefore(limit)) {
                numbers.number();
                SystemEventPage page = events.changes(asker, cursor, 7);
                page.events().forEach(event -> got.add(event.externalId()));
                cursor = page.next();
                if (!released && got.size() > EACH) {
                    assertThat(got).as("it is not committed").doesNotContain("late-committed");
                    released = true;
                    release.countDown();
                }
            }
            for (Future<?> writer : writers) {
                writer.get();
            }
            late.get();
            assertThat(got)
                    .doesNotHaveDuplicates()
                    .hasSize((WRITERS - 1) * EACH + 1)
                    .contains("late-committed");
            assertThat(got.indexOf("late-committed")).isGreaterThan(EACH);
            for (int writer = 1; writer < WRITERS; writer++) {
                String name = "late-" + writer + "-";
                assertThat(got.stream().filter(id -> id.startsWith(name)).toList())
                        .as("one sender's events in the order it sent them")
                        .isEqualTo(java.util.stream.IntStream.range(0, EACH)
                                .mapToObj(i -> name + i)
                                .toList());
            }
            assertThat(id("late-committed")).as("yet its id is lower").isLessThan(id("late-1-0"));
        } finally {
            release.countDown();
            threads.shutdownNow();
        }
    }

    @Test
    void aCursorOfSomethingElseIsRefused() {
        Viewer.Source asker = asker("markor", Set.of("BYGG"));
        assertThatExceptionOfType(InvalidCursor.class).isThrownBy(() -> events.changes(asker, "nonsens", 1));
    }

    private Viewer.Source asker(String code, Set<String> asks) {
        register.add(settings(code, asks), manager());
        return new Viewer.Source(code);
    }

    private void change(String code, Set<String> asks) {
        int seen = register.find(code).orElseThrow().version();
        assertThat(register.change(settings(code, asks), seen, manager())).isTrue();
    }

    private static SourceSettings settings(String code, Set<String> asks) {
        return new SourceSettings(
                code,
                new Name("Prov " + code, "Test " + code),
                "kommunstyrelsen",
                new TreeSet<>(Set.of("KUL")),
                "",
                Duration.ofDays(1),
                null,
                new TreeSet<>(asks));
    }

    private StaffId manager() {
        return staff.register("https://idp.example", "systemforvaltare@alvstad.example", "Källa Demostad");
    }

    /** All that a system sees from the beginning, page by page. */
    private List<String> seen(Viewer.Source system, @Nullable String prefix) {
        numbers.number();
        List<String> got = new ArrayList<>();
        String cursor = null;
        boolean more = true;
        while (more) {
            SystemEventPage page = events.changes(system, cursor, 3);
            page.events().stream()
                    .map(SystemEvent::externalId)
                    .filter(id -> prefix == null || id.startsWith(prefix))
                    .forEach(got::add);
            cursor = page.next();
            more = page.more();
        }
        return got;
    }

    private List<String> told(Viewer.Source system, Set<String> types, String prefix) {
        numbers.number();
        List<String> got = new ArrayList<>();
        long after = 0;
        boolean more = true;
        while (more) {
            var read = events.told(system, types, after, 3);
            read.events().stream()
                    .map(SystemEvent::externalId)
                    .filter(id -> id.startsWith(prefix))
                    .forEach(got::add);
            after = read.upTo();
            more = read.more();
        }
        return got;
    }

    private void take(String id, String caseNumber, String person, boolean shown) {
        take(id, caseNumber, person, shown, null);
    }

    private void take(String id, String caseNumber, String person, boolean shown, @Nullable Replacement replaces) {
        intake.take(
                sources.find(SENDER).orElseThrow(),
                new IncomingEvent(
                        id,
                        new Matter(caseNumber.substring(0, caseNumber.indexOf(' ')), caseNumber, null),
                        new Wording("sv", "Rubrik", "Mer text", "Något har hänt i ärendet"),
                        new Subjects(number(person), null),
                        new EventStatus("ALVSTAD.ARENDE.HANDELSE", false, false, false, shown),
                        Instant.parse("2026-11-20T10:00:00Z"),
                        References.NONE,
                        List.of(),
                        replaces));
    }

    private static IdentityNumber number(String text) {
        return IdentityNumber.person(text, LocalDate.of(2026, 11, 22));
    }

    /** A writer that stalls between its insert and its commit: its row has an id, and nobody sees it. */
    private void insertAndHold(String id, CountDownLatch held, CountDownLatch release) throws Exception {
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO case_event (public_id, source, external_id, content_hash, case_id, party_id, event_type,"
                            + " occurred_at, taken_at, needs_action, done, diary_event, shown, language, headline_sealed,"
                            + " summary_sealed, class_id) SELECT UUID(), source, ?, content_hash, case_id, party_id, event_type,"
                            + " occurred_at, taken_at, needs_action, done, diary_event, shown, language, headline_sealed,"
                            + " summary_sealed, class_id FROM case_event WHERE source = ? AND external_id = 'late-first'")) {
                insert.setString(1, id);
                insert.setString(2, SENDER);
                insert.executeUpdate();
            }
            held.countDown();
            release.await();
            connection.commit();
            connection.setAutoCommit(true);
        }
    }

    private String caseOf(String externalId) throws SQLException {
        return text(
                "SELECT c.public_id FROM case_file c JOIN case_event e ON e.case_id = c.id WHERE e.external_id = ?",
                externalId);
    }

    private long id(String externalId) throws SQLException {
        return Long.parseLong(text("SELECT id FROM case_event WHERE external_id = ?", externalId));
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.executeUpdate(sql);
        }
    }

    private String text(String sql, String value) throws SQLException {
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(sql)) {
            statement.setString(1, value);
            try (ResultSet row = statement.executeQuery()) {
                row.next();
                return row.getString(1);
            }
        }
    }
}
