package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.PageInput;
import se.knutpunkt.eforms.handover.Format;
import se.knutpunkt.eforms.handover.Handover;
import se.knutpunkt.eforms.handover.HandoverOutcome;
import se.knutpunkt.eforms.handover.HandoverQuery;
import se.knutpunkt.eforms.handover.HandoverRules;
import se.knutpunkt.eforms.handover.HandoverRun;
import se.knutpunkt.eforms.handover.HandoverState;
import se.knutpunkt.eforms.handover.HandoverStep;
import se.knutpunkt.eforms.handover.Handovers;
import se.knutpunkt.eforms.handover.Handovers.Told;
import se.knutpunkt.eforms.handover.RuleChange;
import se.knutpunkt.eforms.handover.RuleSettings;
import se.knutpunkt.eforms.submission.Submissions;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.delivery.Endpoints;
import se.knutpunkt.hub.delivery.Failure;
import se.knutpunkt.hub.event.EventIntake;
import se.knutpunkt.hub.event.EventStatus;
import se.knutpunkt.hub.event.IncomingEvent;
import se.knutpunkt.hub.event.Matter;
import se.knutpunkt.hub.event.References;
import se.knutpunkt.hub.event.Subjects;
import se.knutpunkt.hub.event.Wording;
import se.knutpunkt.hub.login.StaffId;
import se.knutpunkt.hub.login.StaffMembers;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.register.SourceSystems;

/** A hand-over from the submission's transaction to the bound case, in the container and on the real database. */
class HandoverIT extends ContainerTest {

    private static final String FORM = "anmal-nedskrapning";
    private static final String SOURCE = "miljo-it";
    private static final String OTHER_SOURCE = "miljo-it-ny";
    private static final Filler NOBODY = Filler.anonymous();
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
    private static final Failure AWAY = new Failure(Failure.Kind.ANSWERED, 503);

    @EJB
    Drafts drafts;

    @EJB
    Submissions submissions;

    @EJB
    HandoverRules rules;

    @EJB
    Handovers handovers;

    @EJB
    HandoverOutcome outcome;

    @Inject
    HandoverRun run;

    @EJB
    Endpoints endpoints;

    @EJB
    Parties parties;

    @EJB
    EventIntake intake;

    @EJB
    SourceSystems sources;

    @EJB
    StaffMembers staff;

    @Inject
    Database database;

    @Resource
    UserTransaction transaction;

    @Resource
    ManagedExecutorService executor;

    private StaffId manager;

    /** Its address leads nowhere, so that what comes of a hand-over is up to the test. */
    @BeforeEach
    void aSystemTakesOverTheForm() {
        for (String source : List.of(SOURCE, OTHER_SOURCE)) {
            database.update(
                    "INSERT IGNORE INTO source_system (code, name_sv, name_en, authority, expected_rhythm_minutes,"
                            + " registered_at) SELECT ?, 'Miljöreda', 'Miljöreda', authority, 500000, UTC_TIMESTAMP(6)"
                            + " FROM case_type WHERE code = 'NED'",
                    source);
            database.update("INSERT IGNORE INTO source_case_type (source, case_type) VALUES (?, 'NED')", source);
        }
        manager = staff.register("urn:test", "handover-it", "Test Förvaltare");
        rules.add(settings(SOURCE, "http://127.0.0.1:1/"), manager);
    }

    private static RuleSettings settings(String source, String address) {
        return new RuleSettings(FORM, source, Format.JSON, URI.create(address), Duration.ofHours(1));
    }

    @AfterEach
    void theFormIsTheRegistrarsAgain() {
        rules.remove(FORM, manager);
        database.update("UPDATE source_system SET closed_at = NULL WHERE code = ?", SOURCE);
    }

    @Test
    void aHandoverIsOfTheSubmissionsTransactionAndKeepsTheDocumentFromTheQueue() throws Exception {
        DraftRef ref = filledReport();
        Map<String, Long> before = counts();
        transaction.begin();
        submissions.submit(ref, NOBODY, Locale.ROOT);
        transaction.rollback();
        assertThat(counts()).isEqualTo(before);

        submissions.submit(ref, NOBODY, Locale.ROOT);

        assertThat(counts())
                .containsEntry("handover", before.get("handover") + 1)
                .containsEntry("diary_item", before.get("diary_item"));
    }

    @Test
    void whatIsTakenBackIsInTheQueueOnce() {
        Handover one = sent();
        long before = counts().get("diary_item");

        assertThat(handovers.takeBack(one.id(), "Systemet är ur bruk.", manager))
                .isTrue();
        assertThat(handovers.takeBack(one.id(), "Systemet är ur bruk.", manager))
                .isFalse();

        assertThat(counts()).containsEntry("diary_item", before + 1);
        outcome.delivered(one.id(), "M-svar", 201);
        outcome.delivered(one.id(), "M-svar", 201);
        assertThat(handovers.tell(SOURCE, one.id(), "M-tillbaka")).isEqualTo(Told.UNKNOWN);
        assertThat(handovers.tell(OTHER_SOURCE, one.id(), "M-annans")).isEqualTo(Told.UNKNOWN);
        assertThat(words(one, HandoverStep.What.LATE)).containsExactly("M-tillbaka", "M-svar");
        assertThat(again(one).state()).isEqualTo(HandoverState.TAKEN_BACK);
        assertThat(handovers.sendAgain(one.id(), manager)).isFalse();
        assertThat(database.query(
                        "SELECT words_sealed FROM handover_step WHERE what = 'TAKEN_BACK'",
                        row -> new String(row.bytes("words_sealed"), java.nio.charset.StandardCharsets.UTF_8)))
                .isNotEmpty()
                .noneMatch(words -> words.contains("bruk"));
    }

    @Test
    void aSystemThatIsClosedOrMayNotSignalTheCaseTypeGetsNothing() {
        Handover one = sent();
        // the number of a try that no task of the portal has
        database.update("UPDATE handover SET tries = 1000 WHERE public_id = ?", one.id());
        Map<String, Long> before = counts();
        database.update("UPDATE source_system SET closed_at = UTC_TIMESTAMP(6) WHERE code = ?", SOURCE);
        submissions.submit(filledReport(), NOBODY, Locale.ROOT);
        run.run(one.id() + ":1000");
        database.update("UPDATE source_system SET closed_at = NULL WHERE code = ?", SOURCE);
        database.update("DELETE FROM source_case_type WHERE source = ?", SOURCE);
        submissions.submit(filledReport(), NOBODY, Locale.ROOT);

        assertThat(counts())
                .containsEntry("handover", before.get("handover"))
                .containsEntry("diary_item", before.get("diary_item") + 2);
        assertThat(again(one).state()).isEqualTo(HandoverState.WAITING);
        assertThat(handovers.steps(one))
                .extracting(HandoverStep::failure)
                .contains(new Failure(Failure.Kind.CLOSED, 0));
    }

    @Test
    void whatIsUnderWayStaysWithItsSystemThoughTheRuleNamesAnother() {
        Handover one = sent();
        int seen = rules.find(FORM).orElseThrow().version();

        RuleChange moved = rules.change(settings(SOURCE, "http://127.0.0.1:2/"), seen, manager);
        assertThat(moved).isEqualTo(new RuleChange(true, Optional.empty()));
        assertThat(rules.find(FORM).orElseThrow().endpoint()).isEqualTo(one.endpoint());
        assertThat(rules.change(settings(OTHER_SOURCE, "http://127.0.0.1:3/"), seen, manager)
                        .saved())
                .as("seen before the change")
                .isFalse();

        RuleChange other = rules.change(settings(OTHER_SOURCE, "http://127.0.0.1:3/"), seen + 1, manager);
        assertThat(other.saved()).isTrue();
        assertThat(other.secret()).isPresent();
        long endpoint = rules.find(FORM).orElseThrow().endpoint();
        assertThat(endpoint).isNotEqualTo(one.endpoint()).isEqualTo(sent().endpoint());
        assertThat(again(one).endpoint()).isEqualTo(one.endpoint());
        assertThat(endpoints.find(one.endpoint()).orElseThrow().address()).isEqualTo(URI.create("http://127.0.0.1:2/"));
        assertThat(endpoints.find(endpoint).orElseThrow().address()).isEqualTo(URI.create("http://127.0.0.1:3/"));
    }

    @Test
    void theSystemsCaseIsBoundThoughItsEventsCameFirst() {
        Handover one = sent();
        signal("M-forst", "ITH-1");

        assertThat(handovers.tell(SOURCE, one.id(), "M-forst")).isEqualTo(Told.TAKEN);

        assertThat(number("SELECT part_of AS n FROM case_file WHERE case_number = 'M-forst'"))
                .isEqualTo(one.caseId());
        assertThat(number(
                        "SELECT COUNT(*) AS n FROM case_file WHERE case_number = 'M-forst' AND main_case_number = ?",
                        one.caseNumber()))
                .isOne();
        signal("M-forst", "ITH-2");
        assertThat(number("SELECT part_of AS n FROM case_file WHERE case_number = 'M-forst'"))
                .isEqualTo(one.caseId());
    }

    @Test
    void aNumberOfAnotherCaseChangesNothing() {
        Handover first = sent();
        Handover second = sent();
        assertThat(handovers.tell(SOURCE, first.id(), "M-ett")).isEqualTo(Told.TAKEN);

        assertThat(handovers.tell(SOURCE, second.id(), "M-ett")).isEqualTo(Told.CONFLICT);
        assertThat(handovers.tell(SOURCE, second.id(), first.caseNumber())).isEqualTo(Told.CONFLICT);
        assertThat(handovers.tell("demo-verksamhet", second.id(), "M-tva")).isEqualTo(Told.UNKNOWN);
        outcome.delivered(second.id(), "M-ett", 200);

        assertThat(again(second).state()).isEqualTo(HandoverState.DELIVERED);
        assertThat(number("SELECT part_of AS n FROM case_file WHERE case_number = 'M-ett'"))
                .isEqualTo(first.caseId());
        assertThat(handovers.tell(SOURCE, second.id(), second.caseNumber()))
                .as("a system that goes on with our number")
                .isEqualTo(Told.TAKEN);
    }

    @Test
    void numbersInALoopLeaveFewSteps() {
        Handover one = sent();
        handovers.tell(SOURCE, one.id(), "M-slinga");
        for (int i = 0; i < 3; i++) {
            assertThat(handovers.tell(SOURCE, one.id(), "M-slinga-igen")).isEqualTo(Told.CONFLICT);
        }
        assertThat(words(one, HandoverStep.What.OTHER_NUMBER)).containsExactly("M-slinga-igen");

        Handover next = sent();
        for (int i = 0; i < 3; i++) {
            assertThat(handovers.tell(SOURCE, next.id(), "M-slinga")).isEqualTo(Told.CONFLICT);
        }
        assertThat(words(next, HandoverStep.What.CONFLICT)).containsExactly("M-slinga");

        for (int i = 0; i < 25; i++) {
            handovers.tell(SOURCE, one.id(), "M-slinga-" + i);
        }
        assertThat(words(one, HandoverStep.What.OTHER_NUMBER)).hasSize(20).contains("M-slinga-18");
    }

    @Test
    void aNumberOfAnotherPersonsCaseIsNotBound() {
        IdentityNumber sender = IdentityNumber.person("199004072394", LocalDate.of(2026, 11, 22));
        IdentityNumber stranger = IdentityNumber.person("196100602397", LocalDate.of(2026, 11, 22));
        Handover one = sent();
        database.update("UPDATE case_file SET party_id = ? WHERE id = ?", parties.register(sender), one.caseId());
        Handover anonymous = sent();
        signal("M-annans", "ITH-annans", stranger);
        signal("M-min", "ITH-min", sender);

        assertThat(handovers.tell(SOURCE, one.id(), "M-annans")).isEqualTo(Told.CONFLICT);
        assertThat(handovers.tell(SOURCE, anonymous.id(), "M-annans")).isEqualTo(Told.CONFLICT);
        assertThat(number("SELECT COUNT(*) AS n FROM case_file WHERE case_number = 'M-annans' AND part_of IS NULL"
                        + " AND main_case_number IS NULL"))
                .isOne();
        assertThat(again(one).takenNumber()).isNull();
        assertThat(handovers.tell(SOURCE, one.id(), "M-min")).isEqualTo(Told.TAKEN);
    }

    @Test
    void ofManyNumbersAtOnceOneIsTaken() throws Exception {
        Handover one = sent();
        List<Future<Told>> answers = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            String number = "M-samtidigt-" + i % 2;
            answers.add(executor.submit(() -> handovers.tell(SOURCE, one.id(), number)));
        }
        List<Told> told = new ArrayList<>();
        for (Future<Told> answer : answers) {
            told.add(answer.get());
        }

        assertThat(told)
                .containsOnly(Told.TAKEN, Told.CONFLICT)
                .filteredOn(Told.TAKEN::equals)
                .hasSize(3);
        assertThat(number("SELECT COUNT(*) AS n FROM case_file WHERE part_of = ?", one.caseId()))
                .isOne();
        assertThat(takenEvents(one)).isOne();
    }

    @Test
    void inWhateverOrderItHappensWhatIsTakenStaysTaken() {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int run = 0; run < 15; run++) {
            Handover one = sent();
            String number = "M-" + seed + "-" + run;
            List<Runnable> happens = new ArrayList<>(List.of(
                    () -> outcome.delivered(one.id(), null, 202),
                    () -> outcome.delivered(one.id(), number, 201),
                    () -> handovers.tell(SOURCE, one.id(), number),
                    () -> outcome.failed(one.id(), AWAY, null),
                    () -> outcome.refused(one.id(), AWAY, "Nej"),
                    () -> handovers.sendAgain(one.id(), manager)));
            Collections.shuffle(happens, random);
            boolean taken = false;
            for (Runnable step : happens) {
                step.run();
                taken |= again(one).state() == HandoverState.TAKEN;
                assertThat(again(one).state() == HandoverState.TAKEN)
                        .as("seed " + seed)
                        .isEqualTo(taken);
                assertThat(again(one).takenNumber()).as("seed " + seed).isEqualTo(taken ? number : null);
            }
            assertThat(takenEvents(one)).as("seed " + seed).isEqualTo(taken ? 1 : 0);
        }
    }

    @Test
    void givesUpAfterThreeDaysAndAlarmsBefore() {
        Handover one = sent();
        int before = handovers.overdue();
        database.update(
                "UPDATE handover SET due_at = UTC_TIMESTAMP(6) - INTERVAL 1 MINUTE,"
                        + " sent_since = UTC_TIMESTAMP(6) - INTERVAL 2 DAY WHERE public_id = ?",
                one.id());
        assertThat(handovers.overdue()).isEqualTo(before + 1);
        outcome.failed(one.id(), AWAY, null);
        assertThat(again(one).state()).isEqualTo(HandoverState.WAITING);

        database.update(
                "UPDATE handover SET sent_since = UTC_TIMESTAMP(6) - INTERVAL 73 HOUR WHERE public_id = ?", one.id());
        outcome.failed(one.id(), AWAY, null);
        assertThat(again(one).state()).isEqualTo(HandoverState.GIVEN_UP);

        assertThat(handovers.sendAgain(one.id(), manager)).isTrue();
        assertThat(again(one).state()).isEqualTo(HandoverState.WAITING);
        assertThat(handovers.tell(SOURCE, one.id(), "M-sent")).isEqualTo(Told.TAKEN);
        assertThat(handovers.overdue()).isEqualTo(before);
    }

    @Test
    void aSystemThatTurnsItAwayIsLeftAloneUntilStaffSaySo() {
        Failure unknown = new Failure(Failure.Kind.ANSWERED, 401);
        Handover one = sent();
        int before = handovers.overdue();
        // the number of a try that no task of the portal has
        database.update("UPDATE handover SET tries = 1000, failures = 0 WHERE public_id = ?", one.id());
        for (int i = 0; i < 3; i++) {
            outcome.failed(one.id(), unknown, null);
        }
        assertThat(again(one).state()).as("it may be about to start").isEqualTo(HandoverState.WAITING);
        outcome.failed(one.id(), unknown, null);
        outcome.failed(one.id(), unknown, null);

        assertThat(again(one).state()).isEqualTo(HandoverState.GIVEN_UP);
        assertThat(handovers.overdue()).as("alarmed at once").isEqualTo(before + 1);
        assertThat(handovers.sendGivenUpAgain(FORM, OTHER_SOURCE, manager)).isZero();
        assertThat(handovers.sendGivenUpAgain(FORM, SOURCE, manager)).isPositive();
        assertThat(again(one).state()).isEqualTo(HandoverState.WAITING);
        assertThat(handovers.steps(one))
                .extracting(HandoverStep::what)
                .contains(HandoverStep.What.GIVEN_UP, HandoverStep.What.SENT_AGAIN);

        outcome.failed(one.id(), new Failure(Failure.Kind.ANSWERED, 410), null);
        assertThat(again(one).state()).as("gone for ever").isEqualTo(HandoverState.GIVEN_UP);
        assertThat(handovers.tell(SOURCE, one.id(), "M-trots-allt")).isEqualTo(Told.TAKEN);
    }

    @Test
    void theFilesAreTheSystemsUntilAWhileAfterItTookOver() {
        Handover one = sent();
        String file = database.first(
                        "SELECT f.public_id AS t FROM stored_file f JOIN handover h ON h.submission_id = f.owner_id"
                                + " WHERE f.owner_kind = 'submission' AND h.public_id = ? AND f.media_type = 'image/png'",
                        row -> row.text("t"),
                        one.id())
                .orElseThrow();

        assertThat(handovers.file(SOURCE, one.id(), file)).isPresent();
        assertThat(handovers.file("demo-verksamhet", one.id(), file)).isEmpty();
        assertThat(handovers.file(SOURCE, sent().id(), file))
                .as("of another hand-over")
                .isEmpty();
        handovers.tell(SOURCE, one.id(), "M-filer");
        assertThat(handovers.file(SOURCE, one.id(), file)).isPresent();
        database.update(
                "UPDATE handover SET taken_at = UTC_TIMESTAMP(6) - INTERVAL 31 DAY WHERE public_id = ?", one.id());
        assertThat(handovers.file(SOURCE, one.id(), file)).isEmpty();
    }

    private Handover sent() {
        String number = submissions.submit(filledReport(), NOBODY, Locale.ROOT).caseNumber();
        return handovers.list(new HandoverQuery(null, null, null, number, 0)).get(0);
    }

    /** The newest first. */
    private List<String> words(Handover one, HandoverStep.What what) {
        return handovers.steps(one).stream()
                .filter(step -> step.what() == what)
                .map(HandoverStep::words)
                .toList();
    }

    private Handover again(Handover one) {
        return handovers.find(one.id()).orElseThrow();
    }

    private long takenEvents(Handover one) {
        return number("SELECT COUNT(*) AS n FROM case_event WHERE external_id = ?", "handover:" + one.id());
    }

    private void signal(String caseNumber, String id) {
        signal(caseNumber, id, null);
    }

    private void signal(String caseNumber, String id, @Nullable IdentityNumber party) {
        intake.take(
                sources.find(SOURCE).orElseThrow(),
                new IncomingEvent(
                        id,
                        new Matter("NED", caseNumber, null),
                        new Wording("sv", "Inspektion", "", "Något har hänt"),
                        new Subjects(party, null),
                        new EventStatus("MILJO.NED.INSPEKTION", false, false, false, true),
                        Instant.parse("2026-11-20T10:00:00Z"),
                        References.NONE,
                        List.of()));
    }

    private DraftRef filledReport() {
        DraftRef ref = drafts.start(FORM, NOBODY);
        save(ref, "var", "plats", "Bakom kvarnen vid sjön");
        save(ref, "vad", "sort", "sopor", "beskrivning", "Tio säckar", "farligt", "no");
        drafts.addFile(ref, NOBODY, new Drafts.UploadedFile("bilder", "bild.png", new ByteArrayInputStream(PNG)));
        save(ref, "bilder");
        save(ref, "kontakt", "svar", "no");
        return ref;
    }

    private void save(DraftRef ref, String page, String... namesAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        drafts.save(ref, NOBODY, new PageInput(page, values, false));
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        List.of("submission", "handover", "diary_item", "case_file")
                .forEach(table -> counts.put(table, number("SELECT COUNT(*) AS n FROM " + table)));
        return counts;
    }

    private long number(String sql, Object... values) {
        return database.first(sql, row -> row.number("n"), values).orElseThrow();
    }
}
