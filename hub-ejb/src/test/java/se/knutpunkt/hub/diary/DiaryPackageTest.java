package se.knutpunkt.hub.diary;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import javax.xml.XMLConstants;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.SchemaFactory;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.xml.sax.SAXException;
import se.knutpunkt.hub.casefile.CaseFile;
import se.knutpunkt.hub.casefile.Direction;
import se.knutpunkt.hub.casefile.SecrecyMark;
import se.knutpunkt.hub.casefile.Titles;
import se.knutpunkt.hub.file.FileId;
import se.knutpunkt.hub.file.StoredFile;
import se.knutpunkt.hub.register.Retention;

class DiaryPackageTest {

    private static final Instant RECEIVED = Instant.parse("2026-11-21T22:59:59.123456Z");
    private static final FileId RECEIPT = new FileId("11111111-1111-1111-1111-111111111111");
    private static final FileId PICTURE = new FileId("22222222-2222-2222-2222-222222222222");

    @TempDir
    Path folder;

    private final Map<FileId, byte[]> contents =
            new HashMap<>(Map.of(RECEIPT, "%PDF-1.7".getBytes(UTF_8), PICTURE, "bild".getBytes(UTF_8)));

    @Test
    void writesWhatThePublishedSchemaSays() throws Exception {
        validate(new DiaryPackageXml(packageOf("Testperson Ett", "KS 2026/1", mark())).bytes());
        validate(new DiaryPackageXml(packageOf(null, null, null)).bytes());
    }

    @Test
    void leavesOutCharactersThatXmlCannotHold() throws Exception {
        byte[] xml = new DiaryPackageXml(packageOf("A\u0000\u0008\uFFFE\uD83D\uDE00å<&", null, null)).bytes();
        validate(xml);
        assertThat(new String(xml, UTF_8)).contains("A\uD83D\uDE00å&lt;&amp;");
    }

    @Test
    void packsEveryFileWithItsChecksum() throws Exception {
        DiaryPackage made = packageOf("Testperson Ett", null, null);
        made.writeTo(folder, new StoredInMemory(contents));
        try (ZipFile zip = new ZipFile(folder.resolve("NED-2026-00312_17.zip").toFile(), UTF_8)) {
            assertThat(zip.stream().map(entry -> entry.getName()))
                    .containsExactly(
                            "kvittens.pdf", "bilagor/01_soptipp_vid_ån.jpg", "handling.xml", "checksums.sha256");
            List<String> sums =
                    new String(read(zip, "checksums.sha256"), UTF_8).lines().toList();
            assertThat(sums).hasSize(3);
            for (String line : sums) {
                assertThat(line.substring(0, 64)).isEqualTo(sha256(read(zip, line.substring(66))));
            }
            validate(read(zip, "handling.xml"));
        }
    }

    @Test
    void leavesNothingUnfinishedBehind() throws Exception {
        packageOf(null, null, null).writeTo(folder, new StoredInMemory(contents));
        packageOf(null, null, null).writeTo(folder, new StoredInMemory(contents));
        try (var files = Files.list(folder)) {
            assertThat(files.map(file -> file.getFileName().toString())).containsExactly("NED-2026-00312_17.zip");
        }
    }

    @Test
    void publishesNothingWhenAFileIsNotWhatItWas() {
        contents.put(PICTURE, "bytt".getBytes(UTF_8));
        DiaryPackage made = packageOf(null, null, null);
        StoredInMemory store = new StoredInMemory(contents);
        assertThatIOException().isThrownBy(() -> made.writeTo(folder, store));
        assertThat(folder.resolve(made.name())).doesNotExist();
    }

    @Test
    void keepsNamesFromOutsideInsideTheFolder() {
        assertThat(DiaryPackage.safe("../../etc/passwd")).isEqualTo("__.._etc_passwd");
        assertThat(DiaryPackage.safe("a".repeat(90) + ".pdf")).hasSize(80).endsWith(".pdf");
    }

    private DiaryPackage packageOf(@Nullable String sender, @Nullable String number, @Nullable SecrecyMark mark) {
        CaseFile caseFile = new CaseFile(
                4,
                "p",
                "NED 2026-00312",
                number == null ? null : "MIL 2026-1",
                "NEDSKRAPNING",
                "MN",
                "knutpunkt",
                null,
                Direction.INCOMING,
                sender,
                RECEIVED,
                RECEIVED,
                "4.2.1",
                "Anmälan",
                new Titles("Soptipp vid ån, lämnad av någon", "Anmälan om nedskräpning"),
                mark,
                new Retention("GALLRAS-5", "Gallringsbeslut MN 2025-1"));
        DiaryRow row = new DiaryRow(
                new DiaryItemId(17),
                4,
                "NED 2026-00312",
                "Anmälan om nedskräpning",
                "MN",
                RECEIVED,
                sender == null ? SenderKind.ANONYMOUS : SenderKind.E_ID,
                number == null ? DiaryState.WAITING : DiaryState.REGISTERED,
                number,
                RECEIVED,
                RECEIVED);
        List<Dossier.DossierFile> files = List.of(
                file(DiaryFile.Kind.RECEIPT, RECEIPT, "kvitto.pdf", "%PDF-1.7"),
                file(DiaryFile.Kind.ATTACHMENT, PICTURE, "soptipp vid ån.jpg", "bild"));
        List<DiaryAnswer> answers =
                List.of(new DiaryAnswer("Platsen", "Var?", "Vid ån\nnära bron"), new DiaryAnswer("", "När?", ""));
        Dossier dossier = new Dossier(row, caseFile, sender, answers, files, List.of(), false);
        return new DiaryPackage(dossier, "Miljönämnden", RECEIVED);
    }

    private static Dossier.DossierFile file(DiaryFile.Kind kind, FileId id, String name, String content) {
        byte[] bytes = content.getBytes(UTF_8);
        return new Dossier.DossierFile(
                kind, new StoredFile(id, name, "application/pdf", bytes.length, sha256(bytes), RECEIVED, null));
    }

    private static SecrecyMark mark() {
        return new SecrecyMark("OSL 21:7", LocalDate.of(2026, 11, 21), "MN");
    }

    private static byte[] read(ZipFile zip, String path) throws IOException {
        try (var content = zip.getInputStream(zip.getEntry(path))) {
            return content.readAllBytes();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void validate(byte[] xml) throws SAXException, IOException {
        SchemaFactory.newInstance(XMLConstants.W3C_XML_SCHEMA_NS_URI)
                .newSchema(new File("../docs/diary-package.xsd"))
                .newValidator()
                .validate(new StreamSource(new ByteArrayInputStream(xml)));
    }
}
