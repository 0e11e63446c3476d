package se.knutpunkt.eforms.receipt;

import static org.assertj.core.api.Assertions.assertThat;

import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfReader;
import com.lowagie.text.pdf.parser.PdfTextExtractor;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import se.knutpunkt.eforms.fill.AnswerRow;
import se.knutpunkt.eforms.fill.ReviewView;

class ReceiptPdfTest {

    private static final Locale SWEDISH = Locale.forLanguageTag("sv");

    @BeforeAll
    static void openTheValidator() {
        VeraGreenfieldFoundryProvider.initialise();
    }

    private static byte[] receipt(Locale locale, String answer) {
        return receipt(locale, answer, null);
    }

    private static byte[] receipt(Locale locale, String answer, ReceiptContent.@Nullable Behalf behalf) {
        return ReceiptPdf.of(new ReceiptContent(
                locale,
                "Miljönämnden",
                "Anmäl nedskräpning i naturen",
                behalf,
                "NED 2026-00001",
                Instant.parse("2026-11-22T08:15:00Z"),
                "Vi läser anmälan nästa arbetsdag.",
                List.of(new ReviewView.Section(
                        "vad",
                        "Vad är det som ligger där?",
                        true,
                        List.of(
                                new AnswerRow(
                                        "a", "Beskriv skräpet", answer.lines().toList()),
                                new AnswerRow("b", "Mängd", List.of())))),
                List.of(new ReceiptContent.AttachedFile("bild.png", "1,2 MB", "ab".repeat(32)))));
    }

    static List<String> oddAnswers() {
        return List.of(
                "Två säckar å ä ö Å Ä Ö é ü – ”citat” 2,5 m³",
                "😀 en glad gubbe 👨‍👩‍👧 och en flagga 🇸🇪",
                "a".repeat(4000),
                "ord ".repeat(1000).strip(),
                "مرحبا بالعالم שלום",
                "漢字かな한국어",
                "Ωμέγα Привет Łódź Đorđe Ñandú",
                "rad ett\n\nrad tre\n" + "x\n".repeat(200),
                "\u200B\u00AD\u00A0\u2028\uFFFD\uE000 e\u0301",
                "\uD800 halv");
    }

    @ParameterizedTest
    @MethodSource("oddAnswers")
    void conformsToPdfA1bWhateverIsAnswered(String answer) throws Exception {
        byte[] pdf = receipt(SWEDISH, answer);

        try (PDFAParser parser =
                        Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), PDFAFlavour.PDFA_1_B);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(PDFAFlavour.PDFA_1_B, false)) {
            ValidationResult result = validator.validate(parser);
            assertThat(result.getTestAssertions())
                    .extracting(TestAssertion::getMessage)
                    .isEmpty();
            assertThat(result.isCompliant()).isTrue();
            assertThat(result.getTotalAssertions()).isPositive();
        }
    }

    @Test
    void tellsWhatTheSenderNeeds() throws IOException {
        String text = text(receipt(SWEDISH, "Två säckar"));

        assertThat(text)
                .contains("NED 2026-00001", "22 november 2026 klockan 09:15", "Två säckar", "Inget svar")
                .contains("Vi läser anmälan nästa arbetsdag.", "bild.png (1,2 MB)", "abababab")
                .doesNotContain("ersatta");
    }

    @Test
    void opensWithWhomItIsForAndNamesThemOnEachPage() throws IOException {
        ReceiptContent.Behalf child = new ReceiptContent.Behalf("Sixten Demosson", "Sven Demosson", true);
        String text = text(receipt(SWEDISH, "rad\n".repeat(200), child));

        assertThat(text).startsWith("Inskickat för Sixten Demosson av Sven Demosson");
        assertThat(text).contains("Väntar på den andra vårdnadshavaren");
        assertThat(text).contains("NED 2026-00001, Sixten Demosson – sida 1", "Sixten Demosson – sida 2");
        assertThat(text(receipt(SWEDISH, "Två säckar"))).doesNotContain("Inskickat för");
    }

    @Test
    void saysWhenCharactersWereReplaced() throws IOException {
        assertThat(text(receipt(SWEDISH, "Hej 😀"))).contains("Hej □", "ersatta");
        assertThat(text(receipt(Locale.ENGLISH, "Hej 😀"))).contains("replaced", "Received");
    }

    @Test
    void namesItsLanguageAndTitle() throws IOException {
        try (PdfReader reader = new PdfReader(receipt(Locale.ENGLISH, "x"))) {
            assertThat(reader.getCatalog().getAsString(PdfName.LANG)).hasToString("en-GB");
            assertThat(reader.getInfo()).containsEntry("Title", "Receipt NED 2026-00001");
            assertThat(new String(reader.getMetadata(), StandardCharsets.UTF_8)).contains("NED 2026-00001");
        }
    }

    private static String text(byte[] pdf) throws IOException {
        try (PdfReader reader = new PdfReader(pdf)) {
            StringBuilder text = new StringBuilder();
            PdfTextExtractor extractor = new PdfTextExtractor(reader);
            for (int page = 1; page <= reader.getNumberOfPages(); page++) {
                text.append(extractor.getTextFromPage(page)).append('\n');
            }
            return text.toString();
        }
    }
}
