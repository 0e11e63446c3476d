package se.knutpunkt.eforms.upload;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.Document;
import com.lowagie.text.Paragraph;
import com.lowagie.text.pdf.PdfAction;
import com.lowagie.text.pdf.PdfWriter;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Consumer;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each kind of hostile file is refused, and the harmless one beside it is taken. */
class HostileFilesTest {

    private static final String PDF = "application/pdf";
    private static final String DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
    private static final String ODT = "application/vnd.oasis.opendocument.text";
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

    // ---- PDF

    @Test
    void aPdfOfWordsIsTaken() {
        assertThat(look(pdf(document -> {}), PDF)).isEmpty();
        assertThat(look(pdf(PdfWriter::setFullCompression, writer -> {}), PDF)).isEmpty();
    }

    @Test
    void aPdfWithAScriptIsRefusedWhereverTheScriptLies() {
        assertThat(look(pdf(writer -> writer.addJavaScript("app.alert('hej')")), PDF))
                .contains(Hazard.SCRIPT);
        byte[] packed = pdf(PdfWriter::setFullCompression, writer -> writer.addJavaScript("app.alert('hej')"));
        assertThat(new String(packed, ISO_8859_1))
                .as("packed into an object stream")
                .doesNotContain("JavaScript");
        assertThat(look(packed, PDF)).contains(Hazard.SCRIPT);
    }

    @Test
    void aPdfThatStartsAProgramIsRefused() {
        byte[] launching = pdf(writer -> writer.setOpenAction(new PdfAction("calc.exe", null, null, null)));

        assertThat(look(launching, PDF)).contains(Hazard.SCRIPT);
    }

    @Test
    void aPdfWithFilesInsideIsRefused() {
        byte[] carrying = pdf(writer -> {
            try {
                writer.addFileAttachment("fil", new byte[] {1, 2, 3}, "x.exe", "x.exe");
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });

        assertThat(look(carrying, PDF)).contains(Hazard.ATTACHMENTS);
    }

    @Test
    void aLockedPdfIsRefused() {
        byte[] locked = pdfWith(bytes("<</Encrypt 5 0 R/ID[<00><00>]>>"));

        assertThat(look(locked, PDF)).contains(Hazard.LOCKED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<</S/JavaScript/JS(app.alert(1))>>",
                "<</S/#4a#61vaScript/JS(app.alert(1))>>",
                "<</S/J#61vaScrip#74 /JS(app.alert(1))>>",
                "<</S/Launch/F(calc.exe)>>",
                "<</XFA 7 0 R>>",
                "<</Type/Annot/Subtype/RichMedia>>",
                "% << a comment \n/JavaScript"
            })
    void namesAreReadHoweverTheyAreWritten(String object) {
        assertThat(look(pdfWith(object.getBytes(ISO_8859_1)), PDF)).contains(Hazard.SCRIPT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<</S/JavaScripts>>", "(JavaScript)", "<</XFA>>", "<</Title(Launch)>>", "/", "/#"})
    void otherNamesSayNothing(String object) {
        assertThat(look(pdfWith(object.getBytes(ISO_8859_1)), PDF)).isEmpty();
    }

    @Test
    void anObjectStreamHiddenInAnotherStreamIsOpened() {
        byte[] inner = stream("<</First 4/N 1>>", deflated("5 0 <</S/JavaScript>>".getBytes(ISO_8859_1)));
        byte[] outer = stream("<</First 9>>(endstream\nx)", stored(inner));

        assertThat(look(pdfWith(inner), PDF)).contains(Hazard.SCRIPT);
        assertThat(look(pdfWith(outer), PDF)).contains(Hazard.SCRIPT);
    }

    @Test
    void aPictureInAPdfIsNoObjectStream() {
        byte[] black = stream("<</First 4>>", deflated(new byte[20_000_000]));

        assertThat(look(pdfWith(black), PDF)).isEmpty();
    }

    @Test
    void aBombOfObjectsIsRefused() {
        byte[] objects = new byte[30_000_000];
        Arrays.fill(objects, (byte) ' ');
        System.arraycopy("1 0 2 9 ".getBytes(ISO_8859_1), 0, objects, 0, 8);

        assertThat(look(pdfWith(stream("<</First 4>>", deflated(objects))), PDF))
                .contains(Hazard.BOMB);
    }

    @Test
    void objectsPackedInAnOddWayAreRefused() {
        assertThat(look(pdfWith("<</Type/ObjStm/Filter/ASCIIHexDecode>>".getBytes(ISO_8859_1)), PDF))
                .contains(Hazard.BROKEN);
        assertThat(look(pdfWith("<</Filter/ASCII85Decode>>".getBytes(ISO_8859_1)), PDF))
                .isEmpty();
    }

    // ---- two readings

    @Test
    void aPdfThatIsAlsoAnArchiveOrAPageIsRefused() {
        assertThat(look(joined(pdf(w -> {}), zip(Map.of("a.txt", bytes("hej")))), PDF))
                .contains(Hazard.TWO_READINGS);
        assertThat(look(joined(pdf(w -> {}), bytes("<html><script>alert(1)</script>")), PDF))
                .contains(Hazard.TWO_READINGS);
        assertThat(look(joined(bytes("%PDF-1.4 <HTML><script>"), pdf(w -> {})), PDF))
                .contains(Hazard.TWO_READINGS);
        assertThat(look(joined(bytes("skräp före\n"), pdf(w -> {})), PDF)).contains(Hazard.TWO_READINGS);
        assertThat(look(joined(pdf(w -> {}), bytes("Rar!\u001A\u0007 resten")), PDF))
                .contains(Hazard.TWO_READINGS);
    }

    @Test
    void aPictureThatIsAlsoSomethingElseIsRefused() {
        byte[] picture = Arrays.copyOf(PNG, 200_000);
        assertThat(look(picture, "image/png")).isEmpty();
        assertThat(look(joined(picture, zip(Map.of("a.txt", bytes("hej")))), "image/png"))
                .contains(Hazard.TWO_READINGS);
        assertThat(look(joined(picture, bytes("<ScRipt>alert(1)</script>")), "image/png"))
                .contains(Hazard.TWO_READINGS);
        assertThat(look(joined(PNG, pdf(w -> {})), "image/png")).contains(Hazard.TWO_READINGS);
        assertThat(look(bytes("GIF89a/*\u0000\u0000*/=1;alert(1)"), "image/gif"))
                .contains(Hazard.TWO_READINGS);
        assertThat(look(bytes("GIF89a=!'\u0000';alert(1)"), "image/gif")).contains(Hazard.TWO_READINGS);
        assertThat(look(
                        joined(new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, (byte) 0xE0}, bytes("/*\u0000")),
                        "image/jpeg"))
                .contains(Hazard.TWO_READINGS);
    }

    @Test
    void anOrdinaryGifIsTaken() {
        assertThat(look(bytes("GIF89a=\u0001 \u0000\u0080\u0000\u0000;"), "image/gif"))
                .isEmpty();
    }

    @Test
    void aMarkIsFoundOnEverySeamOfTheReading() {
        for (int length = 65_500; length < 65_560; length++) {
            byte[] picture = joined(Arrays.copyOf(PNG, length), bytes("<script>"));

            assertThat(look(picture, "image/png")).as("at %d", length).contains(Hazard.TWO_READINGS);
        }
    }

    @Test
    void noiseIsTaken() {
        byte[] noise = new byte[3_000_000];
        new Random(7).nextBytes(noise);

        assertThat(look(joined(PNG, noise), "image/png")).isEmpty();
        assertThat(look(joined(bytes("%PDF-1.7\n1 0 obj<</First 2>>stream\n"), noise), PDF))
                .isEmpty();
    }

    // ---- documents in ZIP

    @Test
    void aDocumentIsTaken() {
        assertThat(look(zip(document()), DOCX)).isEmpty();
        Map<String, byte[]> withTable = document();
        withTable.put("word/embeddings/tabell.xlsx", zip(document()));
        assertThat(look(zip(withTable), DOCX)).isEmpty();
    }

    @Test
    void aBombIsRefusedBeforeItIsUnpacked() {
        Map<String, byte[]> bomb = document();
        bomb.put("word/media/noll.xml", new byte[40_000_000]);
        assertThat(look(zip(bomb), DOCX)).contains(Hazard.BOMB);

        Map<String, byte[]> nested = document();
        nested.put("inre.zip", zip(Map.of("noll", new byte[40_000_000])));
        assertThat(look(zip(nested), DOCX)).contains(Hazard.BOMB);

        byte[] deep = zip(Map.of("a", bytes("a")));
        for (int i = 0; i < 4; i++) {
            deep = zip(Map.of("a.zip", deep));
        }
        assertThat(look(deep, DOCX)).contains(Hazard.BOMB);
    }

    @Test
    void tooManyPartsAreRefused() {
        Map<String, byte[]> parts = document();
        for (int i = 0; i < 998; i++) {
            parts.put("word/" + i, new byte[0]);
        }
        assertThat(look(zip(parts), DOCX)).isEmpty();
        parts.put("word/en till", new byte[0]);
        assertThat(look(zip(parts), DOCX)).contains(Hazard.BOMB);
    }

    @Test
    void entitiesThatGrowAreRefused() {
        Map<String, byte[]> laughing = document();
        laughing.put("word/skratt.xml", bytes("<?xml version=\"1.0\"?><!DOCTYPE a [<!ENTITY b \"ha\">]><a>&b;</a>"));

        assertThat(look(zip(laughing), DOCX)).contains(Hazard.BOMB);
    }

    @Test
    void macrosAreRefused() {
        Map<String, byte[]> word = document();
        word.put("word/vbaProject.bin", bytes("x"));
        assertThat(look(zip(word), DOCX)).contains(Hazard.MACRO);
        Map<String, byte[]> odt = document();
        odt.put("Basic/Standard/Module1.xml", bytes("x"));
        assertThat(look(zip(odt), ODT)).contains(Hazard.MACRO);
    }

    @ParameterizedTest
    @ValueSource(strings = {"../../etc/passwd", "/etc/passwd", "a/../../b", "C:\\x", "a\\b"})
    void namesWithPathsAreRefused(String name) {
        Map<String, byte[]> climbing = document();
        climbing.put(name, bytes("x"));

        assertThat(look(zip(climbing), DOCX)).contains(Hazard.BROKEN);
    }

    @Test
    void anArchiveOfTwoReadingsIsRefused() {
        byte[] first = zip(document());
        Map<String, byte[]> other = document();
        other.put("word/document.xml", bytes("<w:t>något annat</w:t>"));
        byte[] second = zip(other);

        assertThat(look(joined(first, second), DOCX)).contains(Hazard.TWO_READINGS);
        assertThat(look(joined(first, bytes("svans")), DOCX)).contains(Hazard.TWO_READINGS);
        assertThat(look(Arrays.copyOf(first, first.length - 30), DOCX)).isPresent();
        assertThat(look(Arrays.copyOf(first, 60), DOCX)).isPresent();
    }

    @Property(tries = 300)
    void aDocumentWithOneByteChangedIsTakenOrRefusedButNeverAFault(@ForAll int place, @ForAll byte value) {
        byte[] changed = zip(document());
        changed[Math.floorMod(place, changed.length)] = value;

        assertThat(look(changed, DOCX)).isNotNull();
    }

    @Property(tries = 300)
    void anythingAtAllIsNeverAFault(@ForAll byte[] content) {
        assertThat(look(joined(bytes("%PDF-/First 1 stream\n"), content), PDF)).isNotNull();
        assertThat(look(joined(bytes("PK\u0003\u0004"), content), DOCX)).isNotNull();
        assertThat(look(content, "image/png")).isNotNull();
        assertThat(look(content, "text/plain")).isNotNull();
    }

    /** Half a gigabyte of PDF through a few kilobytes. */
    @Test
    void aLargeFileIsLookedThroughInLittleMemory() throws IOException {
        long before = used();
        InputStream large = new Endless(bytes("%PDF-1.7\n"), 300_000_000);

        assertThat(ContentLook.at(large, PDF)).isEmpty();
        assertThat(used() - before).isLessThan(20_000_000);
    }

    private static long used() {
        System.gc();
        return Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
    }

    private static Optional<Hazard> look(byte[] content, String mediaType) {
        try {
            return ContentLook.at(new ByteArrayInputStream(content), mediaType);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] pdf(Consumer<PdfWriter> more) {
        return pdf(writer -> {}, more);
    }

    /** Encryption and packing are chosen before a document is opened, actions after. */
    private static byte[] pdf(Consumer<PdfWriter> before, Consumer<PdfWriter> after) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Document document = new Document();
        PdfWriter writer = PdfWriter.getInstance(document, out);
        before.accept(writer);
        document.open();
        document.add(new Paragraph("Hej <script> är bara text här"));
        after.accept(writer);
        document.close();
        return out.toByteArray();
    }

    private static byte[] pdfWith(byte[] object) {
        return joined(bytes("%PDF-1.7\n1 0 obj\n"), object, bytes("\nendobj\ntrailer<</Root 1 0 R>>\n%%EOF\n"));
    }

    private static byte[] stream(String dictionary, byte[] content) {
        return joined(bytes(dictionary + "stream\r\n"), content, bytes("\nendstream"));
    }

    private static byte[] deflated(byte[] content) {
        return deflated(content, Deflater.BEST_COMPRESSION);
    }

    private static byte[] stored(byte[] content) {
        return deflated(content, Deflater.NO_COMPRESSION);
    }

    private static byte[] deflated(byte[] content, int level) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(level))) {
            packed.write(content);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> document() {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("[Content_Types].xml", bytes("<?xml version=\"1.0\"?><Types/>"));
        parts.put("word/document.xml", bytes("<w:document>" + "<w:t>Hej på er</w:t>".repeat(2000) + "</w:document>"));
        return parts;
    }

    private static byte[] zip(Map<String, byte[]> parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static byte[] joined(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    private static byte[] bytes(String text) {
        return text.getBytes(ISO_8859_1);
    }

    /** A head and then noise that repeats. */
    private static final class Endless extends InputStream {
        private final byte[] head;
        private final byte[] noise = new byte[8191];
        private final long size;
        private long place;

        Endless(byte[] head, long size) {
            this.head = head;
            this.size = size;
            new Random(3).nextBytes(noise);
        }

        @Override
        public int read() {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int offset, int length) {
            if (place >= size) {
                return -1;
            }
            byte[] from = place < head.length ? head : noise;
            int at = (int) (place < head.length ? place : place % noise.length);
            int read = (int) Math.min(Math.min(length, from.length - at), size - place);
            System.arraycopy(from, at, target, offset, read);
            place += read;
            return read;
        }
    }
}
