package se.knutpunkt.eforms.receipt;

import com.lowagie.text.Document;
import com.lowagie.text.Element;
import com.lowagie.text.PageSize;
import com.lowagie.text.Paragraph;
import com.lowagie.text.Phrase;
import com.lowagie.text.pdf.ColumnText;
import com.lowagie.text.pdf.PdfName;
import com.lowagie.text.pdf.PdfPageEventHelper;
import com.lowagie.text.pdf.PdfString;
import com.lowagie.text.pdf.PdfWriter;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import se.knutpunkt.eforms.fill.AnswerRow;
import se.knutpunkt.eforms.fill.ReviewView;
import se.knutpunkt.hub.time.SwedishTime;

/** Writes receipts as PDF/A-1b (ISO 19005-1): fonts and colour profile embedded, nothing fetched, nothing hidden. */
public final class ReceiptPdf {

    private static final float MARGIN = 57;
    private static final ResourceBundle.Control NO_FALLBACK =
            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES);

    private final ReceiptContent content;
    private final ResourceBundle words;
    private final ReceiptFonts fonts = new ReceiptFonts();
    private final Document document = new Document(PageSize.A4, MARGIN, MARGIN, MARGIN, MARGIN + 20);

    private ReceiptPdf(ReceiptContent content) {
        this.content = content;
        this.words = ResourceBundle.getBundle("se.knutpunkt.eforms.receipt.messages", content.locale(), NO_FALLBACK);
    }

    /** The receipt, different each time in its ids: make it once and keep it. */
    public static byte[] of(ReceiptContent content) {
        return new ReceiptPdf(content).write();
    }

    private byte[] write() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PdfWriter writer = PdfWriter.getInstance(document, bytes);
        writer.setPDFXConformance(PdfWriter.PDFA1B);
        writer.setPdfVersion(PdfWriter.VERSION_1_4);
        writer.setPageEvent(new Footer());
        document.addTitle(fonts.printable(words.getString("receipt") + " " + content.caseNumber()));
        document.addAuthor(fonts.printable(content.authority()));
        document.addSubject(fonts.printable(content.title()));
        document.open();
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(language()));
        describeColours(writer);
        head();
        answers();
        files();
        if (fonts.hasReplaced()) {
            document.add(paragraph(words.getString("replaced"), fonts.small(), 18));
        }
        writer.createXmpMetadata();
        document.close();
        return bytes.toByteArray();
    }

    private static void describeColours(PdfWriter writer) {
        try {
            writer.setOutputIntents(
                    "Custom",
                    "",
                    "http://www.color.org",
                    "sRGB IEC61966-2.1",
                    ICC_Profile.getInstance(ColorSpace.CS_sRGB));
        } catch (IOException e) {
            throw new UncheckedIOException("the colour profile cannot be written", e);
        }
    }

    /** The band of whom one acts for opens the paper too. */
    private void head() {
        ReceiptContent.Behalf behalf = content.behalf();
        if (behalf != null) {
            document.add(paragraph(
                    words.getString("behalf").replace("{0}", behalf.name()).replace("{1}", behalf.sender()),
                    fonts.section(),
                    0));
        }
        document.add(paragraph(content.authority(), fonts.small(), content.behalf() == null ? 0 : 18));
        document.add(paragraph(content.title(), fonts.heading(), 2));
        document.add(paragraph(words.getString("number"), fonts.label(), 18));
        document.add(paragraph(content.caseNumber(), fonts.caseNumber(), 0));
        document.add(paragraph(words.getString("received"), fonts.label(), 12));
        document.add(paragraph(received(), fonts.body(), 0));
        if (behalf != null && behalf.awaitsGuardian()) {
            document.add(paragraph(words.getString("awaits"), fonts.label(), 12));
            document.add(paragraph(words.getString("awaits.text"), fonts.body(), 0));
        }
        document.add(paragraph(words.getString("now"), fonts.label(), 12));
        document.add(paragraph(content.whatHappensNow(), fonts.body(), 0));
    }

    private void answers() {
        for (ReviewView.Section section : content.sections()) {
            Paragraph heading = paragraph(section.title(), fonts.section(), 22);
            heading.setKeepTogether(true);
            document.add(heading);
            for (AnswerRow row : section.answers()) {
                document.add(paragraph(row.label(), fonts.label(), 8));
                document.add(
                        paragraph(row.lines().isEmpty() ? words.getString("unanswered") : row.text(), fonts.body(), 0));
            }
        }
    }

    private void files() {
        if (content.files().isEmpty()) {
            return;
        }
        document.add(paragraph(words.getString("files"), fonts.section(), 22));
        for (ReceiptContent.AttachedFile file : content.files()) {
            document.add(paragraph(file.name() + " (" + file.size() + ")", fonts.label(), 8));
            document.add(paragraph("SHA-256 " + file.sha256(), fonts.small(), 0));
        }
    }

    private Paragraph paragraph(String text, ReceiptFonts.Style style, float spaceBefore) {
        Paragraph paragraph = new Paragraph(style.leading(), fonts.printable(text), style.font());
        paragraph.setSpacingBefore(spaceBefore);
        return paragraph;
    }

    private String received() {
        ZonedDateTime time = content.received().atZone(SwedishTime.ZONE);
        String date = time.format(
                DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG).withLocale(Locale.forLanguageTag(language())));
        return words.getString("at")
                .replace("{0}", date)
                .replace("{1}", time.format(DateTimeFormatter.ofPattern("HH:mm")));
    }

    private String language() {
        return "en".equals(content.locale().getLanguage()) ? "en-GB" : "sv-SE";
    }

    /** The case number on every page: a printed page that went astray still tells where it belongs. */
    private final class Footer extends PdfPageEventHelper {

        @Override
        public void onEndPage(PdfWriter writer, Document ended) {
            ReceiptContent.Behalf behalf = content.behalf();
            String of = behalf == null ? content.caseNumber() : content.caseNumber() + ", " + behalf.name();
            String line = words.getString("footer")
                    .replace("{0}", of)
                    .replace("{1}", Integer.toString(writer.getPageNumber()));
            ColumnText.showTextAligned(
                    writer.getDirectContent(),
                    Element.ALIGN_LEFT,
                    new Phrase(fonts.printable(line), fonts.small().font()),
                    MARGIN,
                    MARGIN - 10,
                    0);
        }
    }
}
