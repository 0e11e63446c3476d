package se.knutpunkt.eforms.fill;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import se.knutpunkt.eforms.field.FieldError;
import se.knutpunkt.eforms.field.FileLimits;
import se.knutpunkt.eforms.upload.Hazard;

class UploadsTest {

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n', 0, 0, 0, 13};

    private static SniffedContent sniffed(byte[] content, String name) throws IOException {
        return SniffedContent.of(new ByteArrayInputStream(content), name);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void believesTheContentAndNotTheName() throws IOException {
        assertThat(sniffed(PNG, "a.pdf").mediaType()).isEqualTo("image/png");
        assertThat(sniffed(bytes("%PDF-1.7\n"), "a.png").mediaType()).isEqualTo("application/pdf");
        assertThat(sniffed(bytes("<html><body><script>alert(1)</script></body></html>"), "a.jpg")
                        .mediaType())
                .isEqualTo("text/html");
        assertThat(sniffed(bytes("MZ\u0090\u0000"), "a.jpg").mediaType()).isNotEqualTo("image/jpeg");
        assertThat(sniffed(bytes("bara text"), "a.jpg").mediaType()).isNotEqualTo("image/jpeg");
    }

    @Test
    void knowsWordByContentAndName() throws IOException {
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("[Content_Types].xml"));
        }

        assertThat(sniffed(zip.toByteArray(), "a.docx").mediaType())
                .isEqualTo("application/vnd.openxmlformats-officedocument.wordprocessingml.document");
        assertThat(sniffed(zip.toByteArray(), "a.png").mediaType()).isNotEqualTo("image/png");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "-",
            value = {
                "bild.png|-|bild.png",
                "BILD.PNG|-|BILD.PNG",
                "bild|-|bild.png",
                "bild.pdf|file.ending|",
                "bild.png.exe|file.ending|",
                "bild.jpg|file.ending|"
            })
    void aNameSaysWhatTheContentIs(String name, String refusal, String kept) throws IOException {
        FileLimits limits = new FileLimits(Set.of("image/png", "image/jpeg"), "PNG, JPEG", 1000, 1);

        FieldError error = sniffed(PNG, name).refusal(limits, name);

        assertThat(error == null ? null : error.key()).isEqualTo(refusal);
        if (error == null) {
            assertThat(sniffed(PNG, name).named(name)).isEqualTo(kept);
        } else {
            assertThat(error.in(Locale.forLanguageTag("sv"))).contains(name, "PNG", "”.png”");
        }
    }

    @Test
    void drawingsAndEmptyFilesAreNotTaken() throws IOException {
        FileLimits limits = new FileLimits(Set.of("image/png"), "PNG", 1000, 1);
        byte[] drawing = bytes("<svg xmlns=\"http://www.w3.org/2000/svg\"><script>alert(1)</script></svg>");

        assertThat(sniffed(drawing, "a.png").refusal(limits, "a.png"))
                .extracting(FieldError::key)
                .isEqualTo("file.kind");
        assertThat(sniffed(new byte[0], "a.png").refusal(limits, "a.png"))
                .extracting(FieldError::key)
                .isEqualTo("file.empty");
    }

    @ParameterizedTest
    @EnumSource(Hazard.class)
    void eachHazardHasItsWords(Hazard hazard) {
        FieldError error = FieldError.of(hazard.key(), "fil.pdf");

        assertThat(error.in(Locale.forLanguageTag("sv"))).contains("”fil.pdf”");
        assertThat(error.in(Locale.ENGLISH)).contains("“fil.pdf”");
    }

    @Test
    void givesBackAllContent() throws IOException {
        byte[] large = new byte[200_000];
        large[199_999] = 7;

        assertThat(sniffed(large, "a").whole().readAllBytes()).isEqualTo(large);
        assertThat(sniffed(new byte[0], "a").isEmpty()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "bild.jpg|bild.jpg",
                "C:\\Users\\x\\bild.jpg|bild.jpg",
                "../../etc/passwd|passwd",
                "a<b>:c.png|a_b_c.png",
                ".htaccess|htaccess",
                "namn. |namn"
            })
    void makesNamesSafe(String name, String expected) {
        assertThat(FileName.safe(name)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "/", "a/", " . "})
    void leavesNothingOfNamesThatAreNone(String name) {
        assertThat(FileName.safe(name)).isEmpty();
    }

    @Test
    @org.junit.jupiter.api.Timeout(10)
    void readsTheEndOfAnEndlessName() {
        assertThat(FileName.safe("a" + ".".repeat(1_800_000) + "a.png")).endsWith("a.png");
    }

    @Test
    void shortensLongNamesBeforeTheirEnding() {
        assertThat(FileName.safe("a".repeat(146) + ".png")).hasSize(150);
        assertThat(FileName.safe("a".repeat(147) + ".png")).hasSize(150).endsWith("a.png");
    }

    @Property
    void namesAreAlwaysSafe(@ForAll String name) {
        assertThat(FileName.safe(name))
                .hasSizeLessThanOrEqualTo(150)
                .doesNotContain("/", "\\", "\u0000", "\n")
                .doesNotStartWith(".");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "short",
                "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567",
                "abcdefghijklmnopqrstuvwxyz23456",
                "abcdefghijklmnopqrstuvwxyz2345678",
                "abcdefghijklmnopqrstuvwxyz23456'"
            })
    void aReferenceOfOtherFormNamesNoDraft(String value) {
        assertThatThrownBy(() -> new DraftRef(value)).isInstanceOf(DraftNotFound.class);
    }

    @Test
    void aReferenceDoesNotShowItself() {
        assertThat(new DraftRef("abcdefghijklmnopqrstuvwxyz234567").toString()).doesNotContain("abcdefg");
    }
}
