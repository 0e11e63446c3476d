package se.knutpunkt.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import jakarta.annotation.Resource;
import jakarta.ejb.EJB;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.inject.Inject;
import jakarta.transaction.UserTransaction;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import se.knutpunkt.eforms.definition.FormVersion;
import se.knutpunkt.eforms.definition.Forms;
import se.knutpunkt.eforms.fill.AlreadySent;
import se.knutpunkt.eforms.fill.DraftNotFound;
import se.knutpunkt.eforms.fill.DraftRef;
import se.knutpunkt.eforms.fill.Drafts;
import se.knutpunkt.eforms.fill.Filler;
import se.knutpunkt.eforms.fill.LoginRequired;
import se.knutpunkt.eforms.fill.PageInput;
import se.knutpunkt.eforms.fill.PageNotFound;
import se.knutpunkt.eforms.fill.Saved;
import se.knutpunkt.eforms.fill.Uploads;
import se.knutpunkt.eforms.fill.Uploads.Announced;
import se.knutpunkt.eforms.fill.Uploads.Piece;
import se.knutpunkt.eforms.fill.Uploads.Step;
import se.knutpunkt.eforms.fill.Uploads.Step.Going;
import se.knutpunkt.eforms.submission.NotComplete;
import se.knutpunkt.eforms.submission.Receipt;
import se.knutpunkt.eforms.submission.Submissions;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.OtherPlace;
import se.knutpunkt.hub.login.AssuranceLevel;
import se.knutpunkt.hub.party.ContactSettings;
import se.knutpunkt.hub.party.IdentityNumber;
import se.knutpunkt.hub.party.Parties;
import se.knutpunkt.hub.party.PartyId;

/** From a draft to a receipt, in the container and on the real database. */
class SubmissionIT extends ContainerTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");
    private static final Filler NOBODY = Filler.anonymous();
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};
    private static final String PLACE = "Bakom den gamla kvarnen vid Kvarnsjön";
    private static final List<String> TABLES =
            List.of("submission", "case_file", "case_event", "diary_item", "scheduled_tasks");

    @EJB
    Forms forms;

    @EJB
    Drafts drafts;

    @EJB
    Submissions submissions;

    @EJB
    Uploads uploads;

    @EJB
    se.knutpunkt.hub.file.Files files;

    @EJB
    Parties parties;

    @Inject
    Database database;

    @Resource
    UserTransaction transaction;

    @Resource
    ManagedExecutorService executor;

    @Test
    void publishesTheDemoForms() {
        assertThat(forms.bySlug("anmal-nedskrapning")).map(FormVersion::number).hasValue(1);
        assertThat(forms.search("skräp", SWEDISH)).extracting(FormVersion::slug).contains("anmal-nedskrapning");
        assertThat(forms.catalogue(SWEDISH)).hasSizeGreaterThanOrEqualTo(2);
    }

    @Test
    void anAnonymousReportWithAPictureBecomesACase() {
        DraftRef ref = filledReport();
        assertThat(addPicture(ref, "bild.png", PNG)).isTrue();
        Map<String, Long> before = counts();

        Receipt receipt = submissions.submit(ref, NOBODY, SWEDISH);

        assertThat(receipt.caseNumber()).startsWith("NED");
        assertThat(receipt.pdfSha256()).hasSize(64);
        assertThat(submissions.receiptPdf(ref, NOBODY)).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
        assertThat(counts())
                .containsEntry("submission", before.get("submission") + 1)
                .containsEntry("case_file", before.get("case_file") + 1)
                .containsEntry("case_event", before.get("case_event") + 1)
                .containsEntry("diary_item", before.get("diary_item") + 1);
        long caseId = number("SELECT case_id AS n FROM submission WHERE case_number = ?", receipt.caseNumber());
        var form = submissions.ofCase(caseId, SWEDISH).orElseThrow();
        assertThat(form.withEid()).isFalse();
        assertThat(form.files())
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("bild.png"));
        assertThat(form.sections().get(0).answers().get(0).text()).isEqualTo(PLACE);
        assertThatThrownBy(() -> drafts.open(ref, NOBODY, SWEDISH)).isInstanceOf(AlreadySent.class);
    }

    @Test
    void aRollbackLeavesNothingButTheDraft() throws Exception {
        DraftRef ref = filledReport();
        addPicture(ref, "bild.png", PNG);
        Map<String, Long> before = counts();

        transaction.begin();
        submissions.submit(ref, NOBODY, SWEDISH);
        transaction.rollback();

        assertThat(counts()).isEqualTo(before);
        assertThat(submissions.receipt(ref, NOBODY)).isEmpty();
        assertThat(drafts.review(ref, NOBODY, SWEDISH).complete()).isTrue();
        assertThat(submissions.submit(ref, NOBODY, SWEDISH).caseNumber()).startsWith("NED");
    }

    @Test
    void sendingManyTimesAtOnceSendsOnce() throws Exception {
        DraftRef ref = filledReport();
        Map<String, Long> before = counts();
        List<Future<Receipt>> sent = new ArrayList<>();
        for (int i = 0; i < 6; i++) {
            sent.add(executor.submit(() -> submissions.submit(ref, NOBODY, SWEDISH)));
        }

        Receipt first = sent.get(0).get();
        for (Future<Receipt> receipt : sent) {
            assertThat(receipt.get()).isEqualTo(first);
        }
        assertThat(submissions.submit(ref, NOBODY, Locale.ENGLISH)).isEqualTo(first);
        assertThat(counts().get("submission")).isEqualTo(before.get("submission") + 1);
        assertThat(counts().get("case_file")).isEqualTo(before.get("case_file") + 1);
    }

    @Test
    void whatIsNotCompleteIsNotSentAndSaysWhy() {
        DraftRef ref = drafts.start("anmal-nedskrapning", NOBODY);
        save(ref, NOBODY, "var", "plats", PLACE);

        NotComplete refused = catchThrowableOfType(NotComplete.class, () -> submissions.submit(ref, NOBODY, SWEDISH));

        assertThat(refused.pageId()).isEqualTo("vad");
        assertThat(drafts.step(ref, NOBODY, "vad", SWEDISH).wrong()).hasSize(3);
    }

    @Test
    void aPersonsProposalCarriesTheirNameAndTellsThem() {
        PartyId person = person("195001182061", "Demo Demosson");
        Filler filler = Filler.person(person, AssuranceLevel.LOA3);
        DraftRef ref = drafts.start("lamna-medborgarforslag", filler);
        assertThat(drafts.own(person, SWEDISH)).extracting("ref").contains(ref);
        save(ref, filler, "forslag", "rubrik", "Fler bänkar", "forslag", "Ställ fler bänkar längs ån, tack.");
        save(ref, filler, "fler", "tillsammans", "yes");
        save(
                ref,
                filler,
                "fler",
                "tillsammans",
                "yes",
                "medforslag_namn",
                "Demo Andersson",
                "medforslag_nummer",
                "19600617-2818");
        save(ref, filler, "underlag");
        String name =
                drafts.step(ref, filler, "kontakt", SWEDISH).fields().get(1).value();
        assertThat(name).isEqualTo("Demo Demosson");
        save(ref, filler, "kontakt", "namn", name, "epost", "demo@exempel.se");
        Map<String, Long> before = counts();

        Receipt receipt = submissions.submit(ref, filler, SWEDISH);

        assertThat(receipt.caseNumber()).startsWith("MED");
        assertThat(counts().get("scheduled_tasks")).isGreaterThanOrEqualTo(before.get("scheduled_tasks"));
        assertThat(submissions.own(person)).contains(receipt);
        assertThat(drafts.own(person, SWEDISH)).extracting("ref").doesNotContain(ref);
        assertThat(text("SELECT public_title AS t FROM case_file WHERE case_number = ?", receipt.caseNumber()))
                .doesNotContain("Demo", "bänkar");
    }

    /** The contact details are behind a stronger e-ID on Mina sidor: a form that takes a weaker one must not show them. */
    @Test
    void aWeakLoginIsShownNoContactDetailsThatItHasNotTyped() throws IOException {
        Path form = Path.of(System.getProperty("KNUTPUNKT_FORMS"), "lamna-medborgarforslag.json");
        byte[] weaker = Files.readString(form)
                .replace("\"lamna-medborgarforslag\"", "\"svag\"")
                .replace("\"submitters\": \"eid\"", "\"submitters\": \"eid\", \"level\": \"loa2\"")
                .getBytes(StandardCharsets.UTF_8);
        forms.publish(forms.importDraft(weaker).version().orElseThrow());
        PartyId person = person("200801192394", "Demo Tre");
        parties.changeContact(person, new ContactSettings("demo@alvstad.example", "0101234567", true, "sv"));

        assertThat(contactShownTo(Filler.person(person, AssuranceLevel.LOA3)))
                .contains("Demo Tre", "demo@alvstad.example", "0101234567");
        assertThat(contactShownTo(Filler.person(person, AssuranceLevel.LOA2)))
                .contains("Demo Tre")
                .doesNotContain("demo@alvstad.example", "0101234567");
    }

    private List<String> contactShownTo(Filler filler) {
        DraftRef ref = drafts.start("svag", filler);
        return drafts.step(ref, filler, "kontakt", SWEDISH).fields().stream()
                .map(field -> String.valueOf(field.value()))
                .toList();
    }

    @Test
    void anotherPersonAndATamperedReferenceFindNothing() {
        Filler owner = Filler.person(person("198003202390", "Demo Ett"), AssuranceLevel.LOA3);
        Filler other = Filler.person(person("198503232384", "Demo Två"), AssuranceLevel.LOA3);
        DraftRef ref = drafts.start("lamna-medborgarforslag", owner);
        String value = ref.value();
        DraftRef tampered = new DraftRef((value.charAt(0) == 'a' ? 'b' : 'a') + value.substring(1));

        assertThatThrownBy(() -> drafts.open(ref, other, SWEDISH)).isInstanceOf(DraftNotFound.class);
        assertThatThrownBy(() -> drafts.open(ref, NOBODY, SWEDISH)).isInstanceOf(DraftNotFound.class);
        assertThatThrownBy(() -> drafts.open(tampered, owner, SWEDISH)).isInstanceOf(DraftNotFound.class);
        assertThatThrownBy(() -> submissions.submit(ref, other, SWEDISH)).isInstanceOf(DraftNotFound.class);
        assertThatThrownBy(() -> drafts.start("lamna-medborgarforslag", NOBODY)).isInstanceOf(LoginRequired.class);
    }

    @Test
    void filesOfOtherKindsAreRefusedInWords() {
        DraftRef ref = filledReport();

        assertThat(addPicture(ref, "bild.png", "<html></html>".getBytes(StandardCharsets.UTF_8)))
                .isFalse();
        assertThat(save(ref, NOBODY, "bilder")).isEqualTo(new Saved.Wrong("bilder"));
        assertThat(drafts.step(ref, NOBODY, "bilder", SWEDISH).wrong())
                .singleElement()
                .satisfies(field -> assertThat(field.error()).contains("bild.png", "JPEG"));
        for (int i = 0; i < 5; i++) {
            assertThat(addPicture(ref, i + ".png", PNG)).isTrue();
        }
        assertThat(addPicture(ref, "6.png", PNG)).isFalse();
        var files = drafts.step(ref, NOBODY, "bilder", SWEDISH).fields().get(0).files();
        drafts.removeFile(ref, NOBODY, files.get(0).id());
        assertThat(drafts.step(ref, NOBODY, "bilder", SWEDISH).fields().get(0).files())
                .hasSize(4);
    }

    @Test
    void aFileInPiecesIsTheSameFile() throws Exception {
        DraftRef ref = filledReport();
        byte[] content = Arrays.copyOf(PNG, 700_000);
        new Random(5).nextBytes(content);
        System.arraycopy(PNG, 0, content, 0, PNG.length);
        Announced announced = new Announced("bilder", "../bitar.png", content.length, "1", true);
        String id = going(uploads.begin(ref, NOBODY, announced, SWEDISH)).id();

        Going first = going(append(ref, id, content, 0, 300_000));
        assertThat(first.offset()).as("whole chunks are kept").isEqualTo(262_144);
        assertThatThrownBy(() -> append(ref, id, content, 300_000, 700_000)).isInstanceOf(OtherPlace.class);
        assertThat(going(uploads.begin(ref, NOBODY, announced, SWEDISH)))
                .as("the same file goes on")
                .isEqualTo(first);
        assertThat(uploads.arrived(ref, NOBODY, id)).isEqualTo(262_144);
        assertThat(append(ref, id, content, 262_144, 700_000)).isInstanceOf(Step.Kept.class);

        var view = drafts.step(ref, NOBODY, "bilder", SWEDISH).fields().get(0).files();
        assertThat(view)
                .singleElement()
                .satisfies(file -> assertThat(file.name()).isEqualTo("bitar.png"));
        assertThat(files.find(new FileId(id)).orElseThrow().sha256())
                .isEqualTo(HexFormat.of()
                        .formatHex(MessageDigest.getInstance("SHA-256").digest(content)));
        assertThat(files.content(new FileId(id)).readAllBytes()).isEqualTo(content);
        assertThatThrownBy(() -> uploads.arrived(ref, NOBODY, id)).isInstanceOf(PageNotFound.class);
        submissions.submit(ref, NOBODY, SWEDISH);
    }

    @Test
    void aFileThatIsGivenUpLeavesNothing() throws Exception {
        DraftRef ref = filledReport();
        Announced announced = new Announced("bilder", "a.png", 700_000, "1", true);
        String id = going(uploads.begin(ref, NOBODY, announced, SWEDISH)).id();
        append(ref, id, Arrays.copyOf(PNG, 700_000), 0, 300_000);
        assertThatThrownBy(() -> uploads.arrived(filledReport(), NOBODY, id)).isInstanceOf(PageNotFound.class);

        uploads.cancel(ref, NOBODY, id);

        assertThatThrownBy(() -> uploads.arrived(ref, NOBODY, id)).isInstanceOf(PageNotFound.class);
        assertThat(number("SELECT COUNT(*) AS n FROM stored_file WHERE public_id = ?", id))
                .isZero();
        assertThat(number("SELECT COUNT(*) AS n FROM draft_file WHERE file_id = ?", id))
                .isZero();
    }

    private Step append(DraftRef ref, String id, byte[] content, int from, int to) throws IOException {
        Piece piece = new Piece(id, from, new ByteArrayInputStream(content, from, to - from));
        return uploads.append(ref, NOBODY, piece, SWEDISH);
    }

    private static Going going(Step step) {
        return (Going) step;
    }

    @Test
    void answersLieSealed() {
        DraftRef ref = filledReport();

        assertThat(database.query(
                        "SELECT content_sealed FROM draft",
                        row -> new String(row.bytes("content_sealed"), StandardCharsets.UTF_8)))
                .isNotEmpty()
                .noneMatch(content -> content.contains(PLACE) || content.contains("plats"));
        assertThat(number("SELECT COUNT(*) AS n FROM draft WHERE owner_ref = ?", ref.value()))
                .isZero();
    }

    private DraftRef filledReport() {
        DraftRef ref = drafts.start("anmal-nedskrapning", NOBODY);
        save(
                ref,
                NOBODY,
                "var",
                "plats",
                PLACE,
                "sett",
                LocalDate.now().minusDays(2).toString());
        save(ref, NOBODY, "vad", "sort", "sopor", "beskrivning", "Tio säckar", "mangd", "2,5", "farligt", "no");
        save(ref, NOBODY, "bilder");
        assertThat(save(ref, NOBODY, "kontakt", "svar", "no")).isEqualTo(new Saved.Review());
        return ref;
    }

    private boolean addPicture(DraftRef ref, String name, byte[] content) {
        return drafts.addFile(ref, NOBODY, new Drafts.UploadedFile("bilder", name, new ByteArrayInputStream(content)));
    }

    private Saved save(DraftRef ref, Filler filler, String page, String... namesAndValues) {
        Map<String, List<String>> values = new HashMap<>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put(namesAndValues[i], List.of(namesAndValues[i + 1]));
        }
        return drafts.save(ref, filler, new PageInput(page, values, false));
    }

    private PartyId person(String number, String name) {
        PartyId party = parties.register(IdentityNumber.person(number, LocalDate.now()));
        parties.rename(party, name);
        return party;
    }

    private Map<String, Long> counts() {
        Map<String, Long> counts = new HashMap<>();
        TABLES.forEach(table -> counts.put(table, number("SELECT COUNT(*) AS n FROM " + table)));
        return counts;
    }

    private long number(String sql, Object... values) {
        return database.first(sql, row -> row.number("n"), values).orElseThrow();
    }

    private String text(String sql, Object... values) {
        return database.first(sql, row -> row.text("t"), values).orElseThrow();
    }
}
