package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import jakarta.ejb.EJB;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.NotRepresented;
import se.knutpunkt.eforms.fill.PageInput;
import se.knutpunkt.eforms.submission.Receipt;
import se.knutpunkt.eforms.submission.SentForms;
import se.knutpunkt.eforms.submission.Submissions;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.disclosure.Statement;
import se.knutpunkt.hub.disclosure.StatementQuery;
import se.knutpunkt.hub.disclosure.Viewer;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.party.ContactSettings;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;
import se.knutpunkt.hub.representation.ImportRefused;
import se.knutpunkt.hub.representation.RegisterAge;
import se.knutpunkt.hub.representation.Relation;
import se.knutpunkt.hub.representation.RelationImport;
import se.knutpunkt.hub.representation.RelationRefresh;
import se.knutpunkt.hub.representation.Representations;
import se.knutpunkt.hub.representation.Represented;

/** Guardians from the population register's file, and what is filled in for a child, in the container. */
class GuardiansIT extends ContainerTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final String MOTHER = "198503232384";
    private static final String FATHER = "199004072394";
    private static final String CHILD = "201410092389";
    private static final String DEMO_GUARDIAN = "196006172818";
    private static final String DEMO_CHILD = "201608122394";

    @TempDir
    Path folder;

    @EJB
    RelationImport imports;

    @EJB
    RelationRefresh refresh;

    @EJB
    RegisterAge age;

    @EJB
    Representations representations;

    @EJB
    Parties parties;

    @EJB
    Drafts drafts;

    @EJB
    Submissions submissions;

    @EJB
    SentForms sentForms;

    @EJB
    Forms forms;

    @EJB
    Statement statement;

    @Inject
    Database database;

    @Inject
    Clock clock;

    private Path file;

    @BeforeEach
    void nameTheFile() {
        file = folder.resolve("navet.xml");
    }

    /** The other tests of this database live by the demo's file. */
    @AfterEach
    void deliverTheDemosFileAnew() throws IOException {
        Path demo = Path.of(System.getProperty("KNUTPUNKT_GUARDIANS"));
        Files.setLastModifiedTime(demo, FileTime.from(clock.instant()));
        imports.guardians(demo);
        assertThat(children(DEMO_GUARDIAN)).contains(DEMO_CHILD);
    }

    @Test
    void aNewFileEndsAndBeginsCustodyAtOnce() throws IOException {
        deliver(record(CHILD, guardian(MOTHER)), 60);
        assertThat(children(MOTHER)).containsExactly(CHILD);
        assertThat(children(DEMO_GUARDIAN)).isEmpty();

        deliver(record(CHILD, guardian(MOTHER), guardian(FATHER)), 50);
        assertThat(children(MOTHER)).containsExactly(CHILD);
        assertThat(children(FATHER)).containsExactly(CHILD);

        deliver(record(CHILD, guardian(FATHER)), 40);
        assertThat(children(MOTHER)).isEmpty();
        assertThat(children(FATHER)).containsExactly(CHILD);
    }

    @Test
    void anOlderFileNeverTakesThePlaceOfANewer() throws IOException {
        deliver(record(CHILD, guardian(FATHER)), 60);
        deliver(record(CHILD, guardian(MOTHER)), 3_600);

        assertThat(children(MOTHER)).isEmpty();
        assertThat(children(FATHER)).containsExactly(CHILD);
    }

    @Test
    void theSameFileDeliveredAnewConfirms() throws IOException {
        deliver(record(CHILD, guardian(MOTHER)), 60);
        confirmed(CHILD, 90_000);
        assertThat(children(MOTHER)).isEmpty();
        assertThat(representations.standing(party(MOTHER)).stale()).isTrue();
        assertThat(age.stale()).isEqualTo(1);

        deliver(record(CHILD, guardian(MOTHER)), 30);
        assertThat(children(MOTHER)).containsExactly(CHILD);
        assertThat(representations.standing(party(MOTHER)).stale()).isFalse();
        assertThat(age.stale()).isZero();
        assertThat(age.heard()).hasValueSatisfying(heard -> assertThat(heard).isAfter(ago(60)));
    }

    @Test
    void anOldFileOpensNothing() throws IOException {
        database.update("DELETE FROM import_mark WHERE kind = 'GUARDIANS'");
        deliver(record(CHILD, guardian(MOTHER)), 100_000);

        assertThat(children(MOTHER)).isEmpty();
        assertThat(representations.standing(party(MOTHER)).stale()).isTrue();
    }

    @Test
    void ofAChildWithProtectedIdentityNothingIsTold() throws IOException {
        String marked = record(CHILD, guardian(MOTHER)).replace("<Sekretessmarkering>N", "<Sekretessmarkering>J");
        deliver(marked, 60);
        assertThat(children(MOTHER)).isEmpty();
        confirmed(CHILD, 90_000);
        assertThat(representations.standing(party(MOTHER)).stale()).isFalse();

        deliver(record(CHILD, guardian(MOTHER)), 30);
        assertThat(children(MOTHER)).as("the mark is taken away").containsExactly(CHILD);
    }

    @Test
    void aGuardiansNewNumberIsTheSameGuardian() throws IOException {
        String former = "198803282386";
        deliver(record(CHILD, guardian(former)), 60);
        PartyId before = party(former);

        deliver(
                record(CHILD, guardian(former))
                        + record(former, "")
                                .replace(
                                        "<Relationer>",
                                        "<Avregistrering><AvregistreringsorsakKod>GN</AvregistreringsorsakKod>"
                                                + "</Avregistrering><HanvisningsPersonNr>" + FATHER
                                                + "</HanvisningsPersonNr><Relationer>")
                        + record(FATHER, ""),
                30);

        assertThat(children(FATHER)).containsExactly(CHILD);
        assertThat(parties.find(number(former))).isEqualTo(parties.find(number(FATHER)));
        assertThat(parties.present(before)).isEqualTo(party(FATHER));
    }

    @Test
    void aFileThatCannotBeReadLeavesWhatWasKnown() throws IOException {
        deliver(record(CHILD, guardian(MOTHER)), 60);
        Files.writeString(file, "<Navetavisering><Folkbok");

        assertThatThrownBy(() -> imports.guardians(file)).isInstanceOf(ImportRefused.class);
        assertThat(children(MOTHER)).containsExactly(CHILD);
    }

    @Test
    void whatIsGettingOldIsLookedUpInTheBackground() throws IOException {
        Path demo = Path.of(System.getProperty("KNUTPUNKT_GUARDIANS"));
        Files.setLastModifiedTime(demo, FileTime.from(clock.instant()));
        imports.guardians(demo);
        confirmed(DEMO_CHILD, 50_000);
        database.update(
                "INSERT INTO guardianship (guardian_id, child_id, confirmed_at) VALUES (?, ?, ?)",
                party(FATHER),
                party(DEMO_CHILD),
                ago(50_000));
        assertThat(children(FATHER)).containsExactly(DEMO_CHILD);

        refresh.refresh();

        assertThat(children(FATHER)).as("the register knows no such guardian").isEmpty();
        assertThat(children(DEMO_GUARDIAN)).contains(DEMO_CHILD);
        assertThat(database.first(
                        "SELECT confirmed_at FROM guardianship WHERE child_id = ?",
                        row -> row.instant("confirmed_at"),
                        party(DEMO_CHILD)))
                .hasValueSatisfying(confirmed -> assertThat(confirmed).isAfter(ago(600)));
    }

    @Test
    void whatIsBegunForAChildIsFoundAndSentForThatChildAlone() throws IOException {
        deliver(record(CHILD, guardian(MOTHER), guardian(FATHER)), 60);
        parties.rename(party(MOTHER), "Mona Mor");
        parties.changeContact(party(MOTHER), new ContactSettings("mona@exempel.se", null, false, "sv"));
        Filler self = Filler.person(party(MOTHER), AssuranceLevel.LOA3);
        Filler forChild = Filler.person(party(MOTHER), AssuranceLevel.LOA3, party(CHILD));
        Filler otherGuardian = Filler.person(party(FATHER), AssuranceLevel.LOA3, party(CHILD));
        Filler theChild = Filler.person(party(CHILD), AssuranceLevel.LOA3);

        DraftRef ref = drafts.start("lamna-medborgarforslag", forChild);
        for (Filler other : List.of(self, otherGuardian, theChild, Filler.anonymous())) {
            assertThatThrownBy(() -> drafts.open(ref, other, SWEDISH)).isInstanceOf(DraftNotFound.class);
            assertThatThrownBy(() -> submissions.submit(ref, other, SWEDISH)).isInstanceOf(DraftNotFound.class);
        }
        assertThat(drafts.own(party(MOTHER), SWEDISH)).isEmpty();
        assertThat(drafts.own(party(MOTHER), party(CHILD), SWEDISH))
                .extracting("ref")
                .contains(ref);
        assertThat(drafts.forWhom(ref, party(MOTHER))).hasValue(party(CHILD));
        assertThat(drafts.forWhom(ref, party(FATHER))).isEmpty();
        List<String> filledIn = drafts.step(ref, forChild, "kontakt", SWEDISH).fields().stream()
                .map(field -> field.value())
                .toList();
        assertThat(filledIn).contains("Test Barn").doesNotContain("Mona Mor", "mona@exempel.se");

        fill(ref, forChild);
        Receipt receipt = submissions.submit(ref, forChild, SWEDISH);

        assertThat(submissions.receipt(ref, self)).isEmpty();
        assertThat(submissions.receipt(ref, otherGuardian)).isEmpty();
        assertThat(submissions.receipt(ref, forChild)).isPresent();
        assertThat(submissions.own(party(MOTHER))).isEmpty();
        assertThat(submissions.own(party(MOTHER), party(CHILD))).contains(receipt);
        assertThat(database.first(
                        "SELECT party_id FROM case_file WHERE case_number = ?",
                        row -> row.party("party_id"),
                        receipt.caseNumber()))
                .hasValue(party(CHILD));
        long submission = database.first(
                        "SELECT id FROM submission WHERE case_number = ?",
                        row -> row.number("id"),
                        receipt.caseNumber())
                .orElseThrow();
        var sent = sentForms.get(submission);
        assertThat(sent.name()).isEqualTo("Mona Mor");
        assertThat(sent.behalf()).satisfies(behalf -> {
            assertThat(behalf.name()).isEqualTo("Test Barn");
            assertThat(behalf.relation()).isEqualTo(Relation.GUARDIAN);
        });
    }

    @Test
    void custodyThatEndsStopsWhatWasBegun() throws IOException {
        deliver(record(CHILD, guardian(MOTHER)), 60);
        Filler forChild = Filler.person(party(MOTHER), AssuranceLevel.LOA3, party(CHILD));
        DraftRef ref = drafts.start("lamna-medborgarforslag", forChild);
        fill(ref, forChild);

        deliver(record(CHILD, guardian(FATHER)), 30);

        assertThatThrownBy(() -> submissions.submit(ref, forChild, SWEDISH)).isInstanceOf(NotRepresented.class);
        assertThatThrownBy(() -> drafts.start("lamna-medborgarforslag", forChild))
                .isInstanceOf(NotRepresented.class);
    }

    @Test
    void whatNeedsBothGuardiansTellsTheOtherAtOnce() throws IOException {
        publishForBothGuardians();
        deliver(record(CHILD, guardian(MOTHER), guardian(FATHER)), 60);
        parties.changeContact(party(FATHER), new ContactSettings("fadern@exempel.se", null, true, "sv"));
        Receipt alone = sendForChild(MOTHER, "lamna-medborgarforslag");
        assertThat(alone.awaitsGuardian()).isFalse();
        long noticed = notices(FATHER);

        Receipt receipt = sendForChild(MOTHER, "bada-vardnadshavarna");

        assertThat(receipt.awaitsGuardian()).isTrue();
        assertThat(notices(FATHER)).isGreaterThan(noticed);
        assertThat(waiting(FATHER, receipt)).isEqualTo(1);
        assertThat(waiting(MOTHER, receipt)).isEqualTo(1);

        deliver(record(CHILD, guardian(MOTHER)), 40);
        assertThat(sendForChild(MOTHER, "bada-vardnadshavarna").awaitsGuardian())
                .as("a single guardian waits for nobody")
                .isFalse();
    }

    @Test
    void aGuardianWithProtectedIdentityGetsNoNoticeAndNothingTellsOfIt() throws IOException {
        publishForBothGuardians();
        String marked = record(FATHER).replace("<Sekretessmarkering>N", "<Sekretessmarkering>J");
        deliver(record(CHILD, guardian(MOTHER), guardian(FATHER)) + marked, 60);
        parties.changeContact(party(FATHER), new ContactSettings("fadern@exempel.se", null, true, "sv"));
        database.update(
                "DELETE FROM scheduled_tasks WHERE task_instance LIKE ?",
                party(FATHER).value() + ":%");

        Receipt receipt = sendForChild(MOTHER, "bada-vardnadshavarna");

        assertThat(receipt.awaitsGuardian()).as("as for any other guardian").isTrue();
        assertThat(notices(FATHER)).isZero();
        parties.protect(party(FATHER), false);
    }

    @Test
    void aTrusteeActsWithinTheAppointment() throws IOException {
        Path mandates = folder.resolve("mandates.json");
        Files.writeString(mandates, """
                [{"holder": "%s", "grantor": "%s", "from": "2026-01-01", "until": "2036-12-31",
                  "relation": "trustee", "appointedAs": "god-man", "duties": ["rights"], "caseTypes": ["SÄB"]}]
                """.formatted(MOTHER, FATHER));
        try {
            imports.proxies(mandates);

            assertThat(representations.find(party(MOTHER), party(FATHER))).hasValueSatisfying(ground -> {
                assertThat(ground.relation()).isEqualTo(Relation.TRUSTEE);
                assertThat(ground.label()).isEqualTo("du är god man");
                assertThat(ground.appointment()).isNotNull();
                assertThat(ground.covers("SÄB")).isTrue();
            });
            Filler trustee = Filler.person(party(MOTHER), AssuranceLevel.LOA3, party(FATHER));
            assertThatThrownBy(() -> drafts.start("lamna-medborgarforslag", trustee))
                    .as("a proposal is outside the appointment")
                    .isInstanceOf(NotRepresented.class);
        } finally {
            imports.proxies(Path.of(System.getProperty("KNUTPUNKT_PROXIES")));
        }
    }

    private void publishForBothGuardians() throws IOException {
        if (forms.bySlug("bada-vardnadshavarna").isEmpty()) {
            Path form = Path.of(System.getProperty("KNUTPUNKT_FORMS"), "lamna-medborgarforslag.json");
            byte[] both = Files.readString(form)
                    .replace("\"lamna-medborgarforslag\"", "\"bada-vardnadshavarna\"")
                    .replace("\"submitters\": \"eid\"", "\"submitters\": \"eid\", \"guardians\": \"both\"")
                    .getBytes(StandardCharsets.UTF_8);
            forms.publish(forms.importDraft(both).version().orElseThrow());
        }
    }

    private Receipt sendForChild(String guardian, String slug) {
        Filler filler = Filler.person(party(guardian), AssuranceLevel.LOA3, party(CHILD));
        DraftRef ref = drafts.start(slug, filler);
        fill(ref, filler);
        return submissions.submit(ref, filler, SWEDISH);
    }

    private long notices(String person) {
        return database.first(
                        "SELECT COUNT(*) AS n FROM scheduled_tasks WHERE task_instance LIKE ?",
                        row -> row.number("n"),
                        party(person).value() + ":%")
                .orElseThrow();
    }

    /** How many lines of a reader's statement say that the case waits for the other guardian. */
    private long waiting(String reader, Receipt receipt) {
        return statement.page(new Viewer.Citizen(party(reader)), StatementQuery.newest(100)).rows().stream()
                .filter(row -> row.caseNumber().equals(receipt.caseNumber()))
                .filter(row -> row.text().equals("Väntar på den andra vårdnadshavaren"))
                .count();
    }

    private void fill(DraftRef ref, Filler filler) {
        save(ref, filler, "forslag", Map.of("rubrik", "Fler bänkar", "forslag", "Ställ fler bänkar längs ån, tack."));
        save(ref, filler, "fler", Map.of("tillsammans", "no"));
        save(ref, filler, "underlag", Map.of());
        save(ref, filler, "kontakt", Map.of("namn", "Test Barn", "epost", "barn@exempel.se"));
    }

    private void save(DraftRef ref, Filler filler, String page, Map<String, String> answers) {
        Map<String, List<String>> typed = answers.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, answer -> List.of(answer.getValue())));
        drafts.save(ref, filler, new PageInput(page, typed, false));
    }

    private void deliver(String records, long secondsAgo) throws IOException {
        Files.writeString(
                file, "<Navetavisering><Folkbokforingsposter>" + records + "</Folkbokforingsposter></Navetavisering>");
        Files.setLastModifiedTime(file, FileTime.from(ago(secondsAgo)));
        if (secondsAgo <= 60) {
            // newer than whatever another test has delivered
            database.update("UPDATE import_mark SET as_of = ? WHERE kind = 'GUARDIANS'", ago(90));
        }
        imports.guardians(file);
    }

    private void confirmed(String child, long secondsAgo) {
        database.update("UPDATE guardianship SET confirmed_at = ? WHERE child_id = ?", ago(secondsAgo), party(child));
    }

    private Instant ago(long seconds) {
        return clock.instant().minusSeconds(seconds);
    }

    private List<String> children(String guardian) {
        return representations.of(party(guardian)).stream()
                .filter(one -> one.relation() == Relation.GUARDIAN)
                .map(Represented::party)
                .map(child -> parties.numberOf(child).value())
                .toList();
    }

    private PartyId party(String digits) {
        return parties.register(number(digits));
    }

    private static IdentityNumber number(String digits) {
        return IdentityNumber.person(digits, TODAY);
    }

    private static String record(String number, String... relations) {
        return "<Folkbokforingspost><Sekretessmarkering>N</Sekretessmarkering><Personpost>"
                + "<PersonId><PersonNr>" + number + "</PersonNr></PersonId>"
                + "<Namn><Fornamn>Test</Fornamn><Efternamn>Barn</Efternamn></Namn><Relationer>"
                + Arrays.stream(relations).collect(Collectors.joining())
                + "</Relationer></Personpost></Folkbokforingspost>";
    }

    private static String guardian(String number) {
        return "<Relation><RelationId><PersonNr>" + number
                + "</PersonNr></RelationId><Relationstyp>V</Relationstyp></Relation>";
    }
}
