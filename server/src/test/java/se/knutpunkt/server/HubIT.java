package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.access.AccessLog;
import se.knutpunkt.hub.casefile.Cases;
import se.knutpunkt.hub.casefile.Direction;
import se.knutpunkt.hub.casefile.NewCase;
import se.knutpunkt.hub.casefile.OpenedCase;
import se.knutpunkt.hub.casefile.Titles;
import se.knutpunkt.hub.disclosure.AttachmentRef;
import se.knutpunkt.hub.disclosure.EventDetail;
import se.knutpunkt.hub.disclosure.Events;
import se.knutpunkt.hub.disclosure.StatementPage;
import se.knutpunkt.hub.disclosure.StatementQuery;
import se.knutpunkt.hub.disclosure.StatementRow;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.event.ConflictingEvent;
import se.knutpunkt.hub.event.EventAttachments;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventRefused;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingAttachment;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.LateFiles;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.OtherContent;
import se.knutpunkt.hub.event.Outcome;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Replacement;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Taken;
import se.knutpunkt.hub.event.UnknownAttachment;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.file.ExpiredFiles;
import se.knutpunkt.hub.file.FileOwner;
import se.knutpunkt.hub.file.FileTooLarge;
import se.knutpunkt.hub.file.Files;
import se.knutpunkt.hub.file.NewFile;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.file.UnknownFile;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.login.StaffRole;
import se.knutpunkt.hub.notification.ContactLookup;
import se.knutpunkt.hub.party.ContactSettings;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.policy.Capacity;
import se.knutpunkt.hub.register.SourceSystem;
import se.knutpunkt.hub.register.SourceSystems;
import se.knutpunkt.hub.role.KeptRule;
import se.knutpunkt.hub.role.RoleRule;
import se.knutpunkt.hub.role.RoleRules;
import se.knutpunkt.hub.source.Senders;
import se.knutpunkt.hub.startup.StartTurn;

/** The hub inside the container: intake, the door out and the file store. Each test has persons of its own. */
class HubIT extends ContainerTest {

    /** MariaDB's number for a row that another transaction holds. */
    private static final int LOCKED = 1205;

    private static final String READER = "196006172818";
    private static final String CHILD = "201608122394";
    private static final String FATHER = "194005068095";

    @EJB
    Parties parties;

    @EJB
    SourceSystems sources;

    @Inject
    Senders senders;

    @EJB
    Cases cases;

    @EJB
    EventIntake intake;

    @EJB
    EventAttachments attachments;

    @EJB
    LateFiles late;

    @EJB
    StaffMembers staff;

    @EJB
    se.knutpunkt.hub.disclosure.Statement statement;

    @EJB
    Events events;

    @EJB
    Files files;

    @EJB
    ExpiredFiles expired;

    @EJB
    AccessLog log;

    @EJB
    StartTurn turn;

    @EJB
    ContactLookup contacts;

    @EJB
    RoleRules roles;

    @EJB
    StaffMembers members;

    @Resource
    UserTransaction transaction;

    @Resource(lookup = "java:app/jdbc/knutpunkt")
    DataSource database;

    @Test
    void answersARepeatedEventTheSameAndChangesNothing() throws SQLException {
        IncomingEvent event = event("same-1", "BYGG 2026-10001", "197003199291", "Bygglov beviljat");
        Taken first = intake.take(source(), event);
        Taken again = intake.take(source(), event);
        assertThat(again).isEqualTo(new Taken(first.eventId(), true));
        assertThat(count("SELECT COUNT(*) FROM case_event WHERE external_id = 'same-1'"))
                .isEqualTo(1);
    }

    @Test
    void refusesTheSameIdWithOtherContent() {
        intake.take(source(), event("other-1", "BYGG 2026-10002", "197501079292", "Bygglov beviljat"));
        assertThatThrownBy(() ->
                        intake.take(source(), event("other-1", "BYGG 2026-10002", "197501079292", "Bygglov avslaget")))
                .isInstanceOf(ConflictingEvent.class);
        assertThat(texts(reader("197501079292"))).containsExactly("Bygglov beviljat");
    }

    @Test
    void takesAnEventSentManyTimesAtOnceExactlyOnce() throws Exception {
        IncomingEvent event = event("race-1", "BYGG 2026-10003", "198003202390", "Samtidigt");
        List<Taken> answers = atOnce(Collections.nCopies(8, () -> intake.take(source(), event)));
        assertThat(answers)
                .extracting(Taken::eventId)
                .containsOnly(answers.get(0).eventId());
        assertThat(answers).filteredOn(taken -> !taken.repeated()).hasSize(1);
    }

    @Test
    void takesManyEventsOfNewPersonsAndCasesAtOnce() throws Exception {
        List<Callable<Taken>> calls = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            IncomingEvent event = event("many-" + i, "BYGG 2026-1010" + i % 3, "198503232384", "Händelse " + i);
            calls.add(() -> intake.take(source(), event));
        }
        assertThat(atOnce(calls)).extracting(Taken::eventId).doesNotHaveDuplicates();
        assertThat(texts(reader("198503232384"))).hasSize(24);
    }

    @Test
    void holdsTheEventsOfABatchAgainstEachOther() throws SQLException {
        IncomingEvent first = event("twice-1", "BYGG 2026-10020", "200604232397", "En gång");
        List<Outcome> outcomes = intake.takeAll(
                source(), List.of(first, event("twice-1", "BYGG 2026-10020", "200604232397", "Ändrad"), first));

        Taken taken = ((Outcome.Accepted) outcomes.get(0)).taken();
        assertThat(taken.repeated()).isFalse();
        assertThat(((Outcome.Refused) outcomes.get(1)).reason().reason()).isEqualTo(EventRefused.Reason.CONFLICTING);
        assertThat(((Outcome.Accepted) outcomes.get(2)).taken()).isEqualTo(new Taken(taken.eventId(), true));
        assertThat(count("SELECT COUNT(*) FROM case_event WHERE external_id = 'twice-1'"))
                .isEqualTo(1);
    }

    @Test
    void keepsNothingOfAnEventThatIsRefusedInAGroup() throws SQLException {
        // two types of one authority, which the demo's source may not signal both
        SourceSystem source = source();
        SourceSystem wider = new SourceSystem(
                source.code(),
                source.name(),
                source.authority(),
                Set.of("MED", "TIL"),
                source.expectedRhythm(),
                source.registered(),
                source.lastHeard());
        IncomingEvent good = event("type-1", "MED 2026-10021", "201410092389", "Rätt typ");
        IncomingEvent bad = ofType("TIL", event("type-2", "MED 2026-10021", "200804292381", "Fel typ"));

        List<Outcome> outcomes = intake.takeAll(wider, List.of(good, bad));

        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Accepted.class);
        assertThat(((Outcome.Refused) outcomes.get(1)).reason().reason())
                .isEqualTo(EventRefused.Reason.CASE_OF_OTHER_TYPE);
        assertThatThrownBy(() -> intake.take(wider, bad)).isInstanceOf(EventRefused.class);
        assertThat(isKnown("200804292381")).isFalse();
        assertThat(count("SELECT COUNT(*) FROM case_event WHERE external_id = 'type-2'"))
                .isZero();
    }

    /** Events of one case at different times, with repetitions, in an order drawn by lot, some in one group. */
    @Test
    void aCorrectionStandsInThePlaceOfWhatItNamesWhicheverComesFirst() throws SQLException {
        Viewer.Citizen right = reader("190001229814");
        Viewer.Citizen wrong = reader("189901159815");
        for (boolean correctionFirst : new boolean[] {false, true}) {
            String name = "rattas-" + correctionFirst + "-";
            IncomingEvent sent = told(name + 1, name, "189901159815", "Du får plats på fel skola", null);
            IncomingEvent corrected = told(
                    name + 2,
                    name,
                    "190001229814",
                    "Du får plats på rätt skola",
                    new Replacement(name + 1, Replacement.Kind.CORRECTION, Instant.parse("2026-11-03T10:00:00Z")));
            String first =
                    intake.take(source(), correctionFirst ? corrected : sent).eventId();
            String second =
                    intake.take(source(), correctionFirst ? sent : corrected).eventId();
            String old = correctionFirst ? second : first;
            String now = correctionFirst ? first : second;

            // whoever should not have got it sees it no longer, not even by its address
            assertThat(events.open(wrong, old)).isEmpty();
            assertThat(events.open(wrong, now)).isEmpty();
            assertThat(events.openCase(wrong, caseId(name))).isEmpty();
            // and the right person sees what is right, also by the old address
            EventDetail seen = events.open(right, old).orElseThrow();
            assertThat(seen.eventId()).isEqualTo(now);
            assertThat(seen.headline()).isEqualTo("Du får plats på rätt skola");
            assertThat(seen.replaces())
                    .isEqualTo(new EventDetail.Replaced(
                            Replacement.Kind.CORRECTION, Instant.parse("2026-11-03T10:00:00Z")));
            assertThat(events.openCase(right, caseId(name)).orElseThrow().timeline())
                    .singleElement()
                    .satisfies(row -> assertThat(row.replaces()).isEqualTo(Replacement.Kind.CORRECTION));
            // the case is the right person's too
            assertThat(text("SELECT c.party_id = e.party_id FROM case_file c JOIN case_event e ON e.case_id = c.id"
                            + " WHERE e.public_id = '" + now + "'"))
                    .isEqualTo("1");
            // a repetition of either changes nothing
            assertThat(intake.take(source(), sent).repeated()).isTrue();
            assertThat(intake.take(source(), corrected).repeated()).isTrue();
            assertThat(events.open(wrong, old)).isEmpty();
        }
    }

    @Test
    void aFileComesAfterItsEventFromTheSameSourceAndIsTheOneAnnounced() throws IOException {
        byte[] content = "Beslutet".getBytes(StandardCharsets.UTF_8);
        IncomingEvent plain = told("fil-1", "fil", "189901159815", "Beslut", null);
        String id = intake.take(
                        source(),
                        new IncomingEvent(
                                plain.externalId(),
                                plain.matter(),
                                plain.wording(),
                                plain.subjects(),
                                plain.status(),
                                plain.occurredAt(),
                                plain.references(),
                                List.of(new IncomingAttachment.Announced("beslut.txt", "text/plain", sha256(content)))))
                .eventId();
        long awaited = attachments.awaited(source().code()).count();
        assertThat(awaited).isPositive();
        SourceSystem other = new SourceSystem(
                "annan",
                source().name(),
                source().authority(),
                source().caseTypes(),
                source().expectedRhythm(),
                source().registered(),
                null);
        assertThatThrownBy(() -> attachments.take(other, id, 1, new ByteArrayInputStream(content), 100))
                .isInstanceOf(UnknownAttachment.class);
        assertThatThrownBy(() -> attachments.take(source(), id, 1, new ByteArrayInputStream(new byte[8]), 100))
                .isInstanceOf(OtherContent.class);
        assertThatThrownBy(() -> attachments.take(source(), id, 1, new ByteArrayInputStream(content), 7))
                .isInstanceOf(FileTooLarge.class);
        assertThat(attachments.awaited(source().code()).count()).isEqualTo(awaited);

        EventAttachments.Arrived arrived =
                attachments.take(source(), id, 1, new ByteArrayInputStream(content), content.length);
        assertThat(arrived).isEqualTo(new EventAttachments.Arrived(id, content.length, false));
        assertThat(attachments.awaited(source().code()).count()).isEqualTo(awaited - 1);
        assertThat(attachments
                        .take(source(), id, 1, new ByteArrayInputStream(content), 100)
                        .repeated())
                .isTrue();
        assertThatThrownBy(() -> attachments.take(source(), id, 1, new ByteArrayInputStream(new byte[8]), 100))
                .isInstanceOf(OtherContent.class);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(events.writeAttachment(reader("189901159815"), id, 1, out)).isTrue();
        assertThat(out.toByteArray()).isEqualTo(content);
    }

    @Test
    void aFileIsTakenByTheSourcesOwnIdAlsoWhenNobodyWaitsForIt() throws IOException, SQLException {
        byte[] content = "Bilagan".getBytes(StandardCharsets.UTF_8);
        IncomingEvent plain = told("fil-2", "fil-2", "189901159815", "Beslut", null);
        String id = intake.take(
                        source(),
                        new IncomingEvent(
                                plain.externalId(),
                                plain.matter(),
                                plain.wording(),
                                plain.subjects(),
                                plain.status(),
                                plain.occurredAt(),
                                plain.references(),
                                List.of(new IncomingAttachment.Announced("a.txt", "text/plain", sha256(content)))))
                .eventId();
        String code = source().code();
        long awaited = attachments.awaited(code).count();
        StaffId by = staff.register("urn:test", "hub-it", "Test Förvaltare");
        assertThat(late.awaited(code)).extracting(LateFiles.Awaited::externalId).contains("fil-2");
        assertThat(late.giveUp("annan", id, 1, "Systemet är borta", by)).isFalse();
        assertThat(late.giveUp(code, id, 2, "Systemet är borta", by)).isFalse();
        assertThat(late.givenUpOf(id)).isEmpty();

        assertThat(late.giveUp(code, id, 1, "Systemet är borta", by)).isTrue();
        assertThat(late.giveUp(code, id, 1, "Systemet är borta", by)).isFalse();

        assertThat(late.givenUpOf(id)).containsExactly(1);
        assertThat(late.awaited(code, id, 1)).isEmpty();
        assertThat(attachments.awaited(code).count()).isEqualTo(awaited - 1);
        assertThat(late.givenUp(code).get(0))
                .returns("fil-2", LateFiles.GivenUp::externalId)
                .returns("Systemet är borta", LateFiles.GivenUp::reason)
                .returns("Test Förvaltare", LateFiles.GivenUp::by)
                .returns(false, LateFiles.GivenUp::arrived);
        assertThat(text("SELECT COUNT(*) FROM event_attachment_given_up WHERE reason_sealed LIKE '%borta%'"))
                .isEqualTo("0");

        assertThat(attachments.take(source(), "fil-2", 1, new ByteArrayInputStream(content), 100))
                .isEqualTo(new EventAttachments.Arrived(id, content.length, false));
        assertThat(late.givenUp(code).get(0).arrived()).isTrue();
        assertThat(events.open(reader("189901159815"), id)
                        .orElseThrow()
                        .attachments()
                        .get(0)
                        .content())
                .isNotNull();
        assertThat(attachments.awaited(code).count()).isEqualTo(awaited - 1);
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    @Test
    void whatIsReplacedIsOfTheSameCase() {
        intake.take(source(), told("annat-1", "annat-a", "189901159815", "Beslut", null));
        Replacement replaces =
                new Replacement("annat-1", Replacement.Kind.WITHDRAWAL, Instant.parse("2026-11-03T10:00:00Z"));
        EventRefused refused = catchThrowableOfType(
                EventRefused.class,
                () -> intake.take(source(), told("annat-2", "annat-b", "189901159815", "Återkallas", replaces)));
        assertThat(refused.reason()).isEqualTo(EventRefused.Reason.INVALID);
        assertThat(refused).hasMessageContaining("another case");
    }

    private static IncomingEvent told(
            String id, String caseNumber, String person, String headline, @Nullable Replacement replaces) {
        return new IncomingEvent(
                id,
                new Matter("BYGG", caseNumber, null),
                new Wording("sv", headline, "Mer", "Något har hänt i ärendet"),
                new Subjects(number(person), null),
                new EventStatus("ALVSTAD.ARENDE.HANDELSE", false, false, false, true),
                Instant.parse("2026-11-01T10:00:00Z"),
                References.NONE,
                List.of(),
                replaces);
    }

    private String caseId(String caseNumber) throws SQLException {
        return text("SELECT public_id FROM case_file WHERE case_number = '" + caseNumber + "'");
    }

    @Test
    void anyOrderAndRepetitionOfACasesEventsEndsInTheSameState() throws SQLException {
        long seed = Long.getLong("order.seed", System.nanoTime());
        System.out.println("-Dorder.seed=" + seed);
        Random random = new Random(seed);
        for (int round = 0; round < 8; round++) {
            int events = 2 + random.nextInt(6);
            List<IncomingEvent> inOrder = new ArrayList<>();
            List<IncomingEvent> shuffled = new ArrayList<>();
            for (int i = 0; i < events; i++) {
                boolean asks = random.nextBoolean();
                boolean done = random.nextInt(4) == 0;
                boolean shown = random.nextInt(5) > 0;
                String main = i > 0 && random.nextBoolean() ? "BYGG 2020-1" : null;
                int hour = random.nextInt(4);
                Integer replaced = random.nextInt(3) == 0 ? random.nextInt(events + 1) : null;
                inOrder.add(ofOrder("a", round, i, hour, asks, done, shown, main, replaced));
                IncomingEvent other = ofOrder("b", round, i, hour, asks, done, shown, main, replaced);
                shuffled.addAll(Collections.nCopies(1 + random.nextInt(2), other));
            }
            Collections.shuffle(shuffled, random);
            inOrder.forEach(event -> intake.take(source(), event));
            for (int i = 0; i < shuffled.size(); ) {
                int next = Math.min(shuffled.size(), i + 1 + random.nextInt(3));
                assertThat(intake.takeAll(source(), shuffled.subList(i, next)))
                        .allMatch(outcome -> outcome instanceof Outcome.Accepted);
                i = next;
            }

            assertThat(state("b", round)).as("round " + round).isEqualTo(state("a", round));
        }
    }

    private static IncomingEvent ofOrder(
            String series,
            int round,
            int i,
            int hour,
            boolean asks,
            boolean done,
            boolean shown,
            @Nullable String main,
            @Nullable Integer replaced) {
        String name = "order-" + series + round + "-";
        Instant at = Instant.parse("2026-11-01T10:00:00Z").plusSeconds(3600L * hour);
        return new IncomingEvent(
                name + i,
                new Matter("BYGG", "BYGG 2026-" + series + round, main),
                new Wording("sv", "Händelse " + i, "Mer", "Något har hänt i ärendet"),
                // the first event tells another person than the rest, as when a case changes hands
                new Subjects(number(i == 0 ? "190001229814" : "189901159815"), null),
                new EventStatus("ALVSTAD.ARENDE.HANDELSE", asks, done, false, shown),
                at,
                References.NONE,
                List.of(),
                replaced == null || replaced == i
                        ? null
                        : new Replacement(
                                name + replaced,
                                asks ? Replacement.Kind.CORRECTION : Replacement.Kind.WITHDRAWAL,
                                at.plusSeconds(hour)));
    }

    /** All that depends on a case's events, but for ids and the series' own letter. */
    private List<String> state(String series, int round) throws SQLException {
        String caseNumber = "BYGG 2026-" + series + round;
        List<String> state = new ArrayList<>();
        for (String person : List.of("190001229814", "189901159815")) {
            Viewer.Citizen reader = reader(person);
            String publicId = text("SELECT public_id FROM case_file WHERE case_number = '" + caseNumber + "'");
            events.openCase(reader, publicId).ifPresent(view -> {
                state.add(view.done() + " " + view.needsAction());
                // events of the same time stand in the order they came, which says nothing
                view.timeline().stream()
                        .map(row -> row.occurredAt() + row.text() + row.needsAction() + row.replaces())
                        .sorted()
                        .forEach(state::add);
            });
            statement.needsAction(reader).stream()
                    .filter(row -> row.caseNumber().equals(caseNumber))
                    .map(row -> "waits " + row.text())
                    .sorted()
                    .forEach(state::add);
        }
        state.add(text(
                "SELECT CONCAT_WS(' ', received_at, party_id, main_case_number) FROM case_file WHERE case_number = '"
                        + caseNumber + "'"));
        return state;
    }

    private String text(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    private boolean isKnown(String number) {
        return parties.find(number(number)).isPresent();
    }

    private static IncomingEvent ofType(String caseType, IncomingEvent event) {
        return new IncomingEvent(
                event.externalId(),
                new Matter(caseType, event.matter().caseNumber(), null),
                event.wording(),
                event.subjects(),
                event.status(),
                event.occurredAt(),
                event.references(),
                event.attachments());
    }

    @Test
    void takesTheGoodEventsOfABatchAndTellsWhyNotTheOthers() throws SQLException {
        List<Outcome> outcomes = intake.takeAll(
                source(),
                List.of(
                        event("batch-1", "BYGG 2026-10004", "198803282386", "Ja"),
                        event("batch-2", "NED 2026-10004", "198803282386", "Nej"),
                        event("batch-3", "XYZ 2026-10004", "198803282386", "Nej"),
                        event("batch-4", "BYGG 2026-10005", "198803282386", "x".repeat(256))));
        assertThat(outcomes.get(0)).isInstanceOf(Outcome.Accepted.class);
        assertThat(outcomes.subList(1, 4))
                .extracting(refused -> ((Outcome.Refused) refused).reason().reason())
                .containsExactly(
                        EventRefused.Reason.NOT_AUTHORISED,
                        EventRefused.Reason.UNKNOWN_CASE_TYPE,
                        EventRefused.Reason.INVALID);
        assertThat(count("SELECT COUNT(*) FROM case_event WHERE external_id LIKE 'batch-%'"))
                .isEqualTo(1);
    }

    @Test
    void showsTheFigureToTheOneWhoMaySeeItAndToNobodyElse() {
        take("fig-1", "SÄB 2026-01180", FATHER, "Plats i särskilt boende är tilldelad");
        take("fig-2", "FÖR 2026-00077", CHILD, "Barnomsorgsplats är tilldelad");
        take("fig-3", "KUL 2026-00031", READER, "Ansökan om kulturstipendium är avslagen");
        List<StatementRow> rows =
                statement.page(reader(READER), StatementQuery.newest(20)).rows();
        assertThat(rows)
                .extracting(row -> row.whom().capacity() + " " + row.caseNumber())
                .containsExactlyInAnyOrder("PROXY SÄB 2026-01180", "GUARDIAN FÖR 2026-00077", "SELF KUL 2026-00031");
        assertThat(rows)
                .filteredOn(row -> row.whom().capacity() == Capacity.PROXY)
                .extracting(row -> row.whom().label())
                .containsExactly("din far");
        Viewer.Citizen stranger = reader("199004072394");
        assertThat(statement
                        .overview(stranger, StatementQuery.newest(20))
                        .page()
                        .rows())
                .isEmpty();
        for (StatementRow row : rows) {
            assertThat(events.open(stranger, row.eventId())).isEmpty();
            assertThat(events.openCase(stranger, row.caseId())).isEmpty();
        }
        assertThat(log.latestAbout(parties.register(number(FATHER)), 50))
                .extracting(noted -> noted.look().rule())
                .contains("hidden");
    }

    @Test
    void pagesThroughEveryEventOnceAndInOrder() {
        for (int i = 0; i < 7; i++) {
            take("page-" + i, "BYGG 2026-10006", "199504032385", "Händelse " + i);
        }
        Viewer.Citizen reader = reader("199504032385");
        List<String> seen = new ArrayList<>();
        @Nullable String next = null;
        do {
            StatementPage page = statement.page(reader, new StatementQuery(null, null, next, 3));
            page.rows().forEach(row -> seen.add(row.text()));
            next = page.next();
        } while (next != null);
        assertThat(seen)
                .containsExactly(
                        "Händelse 6",
                        "Händelse 5",
                        "Händelse 4",
                        "Händelse 3",
                        "Händelse 2",
                        "Händelse 1",
                        "Händelse 0");
    }

    @Test
    void findsByCaseNumberAndByWords() {
        take("find-1", "BYGG 2026-10007", "200004032389", "Grannar har hörts om Åkern");
        take("find-2", "BYGG 2026-10008", "200004032389", "Beslut");
        Viewer.Citizen reader = reader("200004032389");
        assertThat(found(reader, "bygg  2026-10007")).containsExactly("Grannar har hörts om Åkern");
        assertThat(found(reader, "2026-10008")).containsExactly("Beslut");
        assertThat(found(reader, "ÅKERN")).containsExactly("Grannar har hörts om Åkern");
        assertThat(found(reader, "100%")).isEmpty();
    }

    @Test
    void asksForActionUntilTheCaseHasMovedOn() {
        Viewer.Citizen reader = reader("200104102397");
        intake.take(source(), event("act-1", "BYGG 2026-10009", "200104102397", "Komplettera", true, true, 1));
        assertThat(statement.needsAction(reader)).extracting(StatementRow::text).containsExactly("Komplettera");
        // what the citizen can't see does not take the request away
        intake.take(source(), event("act-2", "BYGG 2026-10009", "200104102397", "Internt", false, false, 2));
        assertThat(statement.needsAction(reader)).hasSize(1);
        intake.take(source(), event("act-3", "BYGG 2026-10009", "200104102397", "Inkommen", false, true, 3));
        assertThat(statement.needsAction(reader)).isEmpty();
        assertThat(texts(reader)).containsExactly("Inkommen", "Komplettera");
    }

    @Test
    void opensAnEventWithItsFileAndMarksItRead() throws IOException {
        byte[] content = new byte[600_000];
        Arrays.fill(content, (byte) 'x');
        IncomingEvent plain = event("open-1", "BYGG 2026-10011", "200404152381", "Beslut");
        String id = intake.take(
                        source(),
                        withFile(plain, new IncomingAttachment.Inline("beslut.pdf", "application/pdf", content)))
                .eventId();
        Viewer.Citizen reader = reader("200404152381");
        assertThat(statement.unread(reader)).isEqualTo(1);
        EventDetail detail = events.open(reader, id).orElseThrow();
        assertThat(detail.description()).isEqualTo("Mer om: Beslut");
        assertThat(detail.attachments()).singleElement().satisfies(file -> {
            assertThat(file.name()).isEqualTo("beslut.pdf");
            assertThat(file.content()).extracting(AttachmentRef.Content::size).isEqualTo(600_000L);
        });
        assertThat(statement.unread(reader)).isZero();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThat(events.writeAttachment(reader, id, 1, out)).isTrue();
        assertThat(out.toByteArray()).isEqualTo(content);
        assertThat(events.writeAttachment(reader, id, 2, out)).isFalse();
        assertThat(events.writeAttachment(reader("199004072394"), id, 1, out)).isFalse();
    }

    @Test
    void keepsNothingOfASubmissionThatRollsBackAndLeavesNoGap() throws Exception {
        transaction.begin();
        OpenedCase lost = submit("200504192394");
        transaction.rollback();
        transaction.begin();
        OpenedCase kept = submit("200504192394");
        transaction.commit();
        assertThat(kept.caseNumber()).isEqualTo(lost.caseNumber());
        assertThat(cases.find(lost.publicId())).isEmpty();
        assertThat(cases.find(kept.publicId()).orElseThrow().retention().rule()).isEqualTo("BEVARAS");
        assertThat(texts(reader("200504192394"))).containsExactly("Förslaget har kommit in");
    }

    @Test
    void stopsAFileAtItsLimitAndKeepsNothingOfIt() throws Exception {
        byte[] content = new byte[600_001];
        StoredFile whole = files.stage(new ByteArrayInputStream(content), new NewFile("a", "a/b", 600_001));
        assertThat(whole.size()).isEqualTo(600_001);
        long chunks = count("SELECT COUNT(*) FROM file_chunk");
        assertThatThrownBy(() -> files.stage(new ByteArrayInputStream(content), new NewFile("a", "a/b", 600_000)))
                .isInstanceOf(FileTooLarge.class);
        assertThat(count("SELECT COUNT(*) FROM file_chunk")).isEqualTo(chunks);
    }

    @Test
    void letsAFileBeAdoptedByOneOwnerOnly() throws IOException {
        StoredFile file = files.stage(new ByteArrayInputStream(new byte[0]), new NewFile("tom", "a/b", 10));
        FileOwner owner = new FileOwner("submission", 1);
        assertThat(files.adopt(file.id(), owner).owner()).isEqualTo(owner);
        assertThat(files.adopt(file.id(), owner).owner()).isEqualTo(owner);
        assertThatThrownBy(() -> files.adopt(file.id(), new FileOwner("submission", 2)))
                .isInstanceOf(UnknownFile.class);
        files.discard(file.id());
        assertThat(files.find(file.id())).isPresent();
    }

    @Test
    void sweepsAwayWhatNobodyAdoptedInTime() throws Exception {
        NewFile told = new NewFile("kladd", "a/b", 10);
        StoredFile staged = files.stage(new ByteArrayInputStream(new byte[3]), told);
        StoredFile late = files.stage(new ByteArrayInputStream(new byte[3]), told);
        StoredFile adopted = files.stage(new ByteArrayInputStream(new byte[3]), told);
        files.adopt(adopted.id(), new FileOwner("submission", 3));
        change("UPDATE stored_file SET expires_at = '2026-01-01' WHERE public_id = '"
                + late.id().value() + "'");
        expired.sweep();
        assertThat(files.find(late.id())).isEmpty();
        assertThat(files.find(staged.id())).isPresent();
        assertThat(files.find(adopted.id())).isPresent();
    }

    @Test
    void knowsASourceByItsKeyOnly() {
        assertThat(senders.byKey(SOURCE_KEY))
                .map(sender -> sender.source().code())
                .contains("demo-verksamhet");
        assertThat(senders.byKey(SOURCE_KEY + " ")).isEmpty();
        take("heard-1", "BYGG 2026-10012", "200604232397", "Hörd");
        assertThat(source().lastHeard()).isNotNull();
    }

    @Test
    void letsTheHistoryFollowAPersonWhoseNumberIsReplaced() {
        String coordination = "201005912389";
        String resident = "201005072382";
        take("succeed-2", "BYGG 2026-10014", coordination, "Före bytet");
        PartyId before = parties.register(number(coordination));

        PartyId after = parties.succeed(number(coordination), number(resident));

        assertThat(after).isEqualTo(before);
        assertThat(parties.find(number(resident))).contains(before);
        assertThat(parties.numberOf(before)).isEqualTo(number(resident));
        take("succeed-3", "BYGG 2026-10014", coordination, "Sent, med det gamla numret");
        assertThat(texts(reader(resident))).contains("Före bytet", "Sent, med det gamla numret");
        assertThat(parties.succeed(number(coordination), number(resident))).isEqualTo(before);
    }

    @Test
    void joinsTwoPartiesWhenBothNumbersAreKnown() {
        String coordination = "199409812386";
        String resident = "200704262393";
        take("join-1", "BYGG 2026-10015", coordination, "Hos den gamla");
        take("join-2", "BYGG 2026-10016", resident, "Hos den nya");
        PartyId former = parties.register(number(coordination));
        PartyId current = parties.register(number(resident));
        parties.protect(former, true);
        parties.changeContact(former, new ContactSettings("demo@alvstad.example", null, true, "sv"));

        assertThat(parties.succeed(number(coordination), number(resident))).isEqualTo(current);

        assertThat(parties.find(number(coordination))).contains(current);
        assertThatThrownBy(() -> parties.get(former)).isInstanceOf(RuntimeException.class);
        assertThat(parties.get(current).protectedIdentity()).isTrue();
        assertThat(parties.contact(current).email()).isEqualTo("demo@alvstad.example");
        assertThat(texts(reader(resident))).contains("Hos den gamla", "Hos den nya");
        take("join-3", "BYGG 2026-10015", coordination, "Sent, med det gamla numret");
        assertThat(texts(reader(resident))).contains("Sent, med det gamla numret");
        assertThat(parties.succeed(number(coordination), number(resident))).isEqualTo(current);
    }

    /** The provider may name a number that was replaced long ago: the one borne since then is the person's too. */
    @Test
    void losesNoNumberOfAPersonWhoHasHadSeveral() {
        String first = "200804752384";
        String second = "200801162389";
        String third = "200801162397";
        PartyId person = parties.register(number(first));
        assertThat(parties.succeed(number(first), number(second))).isEqualTo(person);
        assertThat(parties.succeed(number(first), number(third))).isEqualTo(person);
        assertThat(parties.find(number(second))).contains(person);

        PartyId other = parties.register(number("200801172388"));
        assertThat(parties.succeed(number(first), number("200801172388"))).isEqualTo(other);
        for (String borne : List.of(first, second, third)) {
            assertThat(parties.find(number(borne))).contains(other);
        }
    }

    @Test
    void joinsTwoPartiesOnceWhenThePersonLogsInTwiceAtOnce() throws Exception {
        IdentityNumber former = number("200804822393");
        IdentityNumber current = number("200801182387");
        parties.register(former);
        PartyId person = parties.register(current);
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transaction.begin();
            parties.succeed(former, current);
            Future<PartyId> second = other.submit(() -> parties.succeed(former, current));
            assertThatThrownBy(() -> second.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            transaction.commit();

            assertThat(second.get()).isEqualTo(person);
        } finally {
            other.shutdown();
        }
        assertThat(count("SELECT COUNT(*) FROM party_join WHERE party_id = " + person.value()))
                .isEqualTo(1);
    }

    /** A notice is scheduled for the party that is there at the event, and sent later. */
    @Test
    void knowsHowToReachAPersonByAPartyThatIsGone() {
        PartyId gone = parties.register(number("200805732385"));
        PartyId staying = parties.register(number("200801182395"));
        parties.changeContact(staying, new ContactSettings("demo@alvstad.example", null, true, "sv"));
        parties.succeed(number("200805732385"), number("200801182395"));

        assertThat(contacts.of(gone).email()).isEqualTo("demo@alvstad.example");

        PartyId last = parties.register(number("200801192386"));
        parties.changeContact(last, new ContactSettings("ny@alvstad.example", null, true, "sv"));
        parties.succeed(number("200801182395"), number("200801192386"));
        assertThat(contacts.of(gone).email()).isEqualTo("ny@alvstad.example");
    }

    @Test
    void keepsTheLastLineThatLetsSomebodyChangeTheMapping() throws Exception {
        assertThat(roles.fixed()).noneMatch(rule -> rule.role() == StaffRole.ADMINISTRATOR);
        StaffId by = members.register("https://idp.example", "registrator@alvstad.example", "Demo Ett");
        roles.add(new RoleRule(StaffRole.ADMINISTRATOR, "", "grupp", "ett"), by);
        roles.add(new RoleRule(StaffRole.ADMINISTRATOR, "", "grupp", "tva"), by);
        long[] ids = administrators().stream().mapToLong(KeptRule::id).toArray();
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            transaction.begin();
            assertThat(roles.remove(ids[0], by)).isTrue();
            Future<Boolean> second = other.submit(() -> roles.remove(ids[1], by));
            assertThatThrownBy(() -> second.get(2, TimeUnit.SECONDS)).isInstanceOf(TimeoutException.class);
            transaction.commit();

            assertThat(second.get()).isFalse();
        } finally {
            other.shutdown();
        }
        assertThat(administrators()).extracting(KeptRule::id).containsExactly(ids[1]);
    }

    private List<KeptRule> administrators() {
        return roles.living().stream()
                .filter(kept -> kept.rule().role() == StaffRole.ADMINISTRATOR)
                .toList();
    }

    private SourceSystem source() {
        return sources.find("demo-verksamhet").orElseThrow();
    }

    private void take(String id, String caseNumber, String person, String headline) {
        intake.take(source(), event(id, caseNumber, person, headline));
    }

    private OpenedCase submit(String person) {
        OpenedCase opened = cases.open(new NewCase(
                "MED",
                parties.register(number(person)),
                Direction.INCOMING,
                "Test Testsson",
                Instant.now(),
                new Titles("Förslag om bänkar", "Medborgarförslag"),
                null,
                null));
        intake.record(event("submission-" + opened.publicId(), opened.caseNumber(), person, "Förslaget har kommit in"));
        return opened;
    }

    private Viewer.Citizen reader(String person) {
        return new Viewer.Citizen(parties.register(number(person)));
    }

    private List<String> texts(Viewer.Citizen reader) {
        return texts(statement.page(reader, StatementQuery.newest(100)));
    }

    private List<String> found(Viewer.Citizen reader, String search) {
        return texts(statement.page(reader, new StatementQuery(search, null, null, 100)));
    }

    private static List<String> texts(StatementPage page) {
        return page.rows().stream().map(StatementRow::text).toList();
    }

    private static IdentityNumber number(String digits) {
        return IdentityNumber.person(digits, LocalDate.of(2026, 11, 22));
    }

    private static IncomingEvent event(String id, String caseNumber, String person, String headline) {
        return event(id, caseNumber, person, headline, false, true, 0);
    }

    private static IncomingEvent event(
            String id,
            String caseNumber,
            String person,
            String headline,
            boolean needsAction,
            boolean shown,
            int second) {
        // events of one test that end in a number follow each other by it
        int after = second + (id.matches("page-[0-9]") ? id.charAt(5) - '0' : 0);
        return new IncomingEvent(
                id,
                new Matter(caseNumber.substring(0, caseNumber.indexOf(' ')), caseNumber, null),
                new Wording("sv", headline, "Mer om: " + headline, "Något har hänt i ärendet"),
                new Subjects(number(person), null),
                new EventStatus("ALVSTAD.ARENDE.HANDELSE", needsAction, false, false, shown),
                Instant.parse("2026-11-20T10:00:00Z").plusSeconds(after),
                References.NONE,
                List.of());
    }

    private static IncomingEvent withFile(IncomingEvent plain, IncomingAttachment file) {
        return new IncomingEvent(
                plain.externalId(),
                plain.matter(),
                plain.wording(),
                plain.subjects(),
                plain.status(),
                plain.occurredAt(),
                plain.references(),
                List.of(file));
    }

    @Test
    void letsOneNodeAtATimeDoWhatIsDoneOnce() throws Exception {
        transaction.begin();
        turn.take();

        assertThat(hasTurnToGive()).isFalse();
        transaction.commit();
        assertThat(hasTurnToGive()).isTrue();
    }

    /** Asked as another node would: on a connection outside this thread's transaction. */
    private boolean hasTurnToGive() throws Exception {
        ExecutorService other = Executors.newSingleThreadExecutor();
        try {
            return other.submit(() -> {
                        try (Connection connection = database.getConnection();
                                Statement query = connection.createStatement()) {
                            query.executeQuery("SELECT id FROM register_reading WHERE id = 1 FOR UPDATE NOWAIT");
                            return true;
                        } catch (SQLException taken) {
                            assertThat(taken.getErrorCode()).isEqualTo(LOCKED);
                            return false;
                        }
                    })
                    .get();
        } finally {
            other.shutdown();
        }
    }

    private static List<Taken> atOnce(List<? extends Callable<Taken>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Taken> taken = new ArrayList<>();
            for (Future<Taken> call : threads.invokeAll(calls)) {
                taken.add(call.get());
            }
            return taken;
        } finally {
            threads.shutdown();
        }
    }

    private void change(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement update = connection.createStatement()) {
            update.executeUpdate(sql);
        }
    }

    private long count(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement query = connection.createStatement();
                ResultSet rows = query.executeQuery(sql)) {
            rows.next();
            return rows.getLong(1);
        }
    }
}
