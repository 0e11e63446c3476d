package se.knutpunkt.eforms.receipt;

import com.lowagie.text.Font;
import com.lowagie.text.pdf.BaseFont;
import java.awt.Color;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/** The type of a receipt. PDF/A wants every glyph embedded: what the fonts lack is replaced. */
final class ReceiptFonts {

    private static final int REPLACEMENT = '□';
    private static final Color INK = new Color(0x1C, 0x20, 0x24);
    private static final byte[] REGULAR = read("kvittens-regular.ttf");
    private static final byte[] SEMIBOLD = read("kvittens-semibold.ttf");

    private final BaseFont regular = font("kvittens-regular.ttf", REGULAR);
    private final BaseFont semibold = font("kvittens-semibold.ttf", SEMIBOLD);
    private boolean replaced;

    /**
     * A font in a size.
     *
     * @param leading distance from line to line, in points
     */
    record Style(Font font, float leading) {}

    Style body() {
        return style(regular, 11, 16);
    }

    Style label() {
        return style(semibold, 11, 16);
    }

    Style small() {
        return style(regular, 9, 13);
    }

    Style section() {
        return style(semibold, 14, 19);
    }

    Style heading() {
        return style(semibold, 18, 23);
    }

    Style caseNumber() {
        return style(semibold, 30, 36);
    }

    /** The text with what no page can show replaced, so that every character has a glyph in both fonts. */
    String printable(String text) {
        StringBuilder printable = new StringBuilder(text.length());
        text.codePoints().forEach(character -> {
            boolean known = character == '\n' || (regular.charExists(character) && semibold.charExists(character));
            replaced |= !known;
            printable.appendCodePoint(known ? character : REPLACEMENT);
        });
        return printable.toString();
    }

    boolean hasReplaced() {
        return replaced;
    }

    private static Style style(BaseFont base, float size, float leading) {
        return new Style(new Font(base, size, Font.NORMAL, INK), leading);
    }

    private static BaseFont font(String name, byte[] bytes) {
        try {
            BaseFont font = BaseFont.createFont(name, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, false, bytes, null);
            font.setSubset(true);
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException("the font of receipts cannot be used", e);
        }
    }

    private static byte[] read(String name) {
        try (InputStream in = ReceiptFonts.class.getResourceAsStream(name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("the font of receipts cannot be read", e);
        }
    }
}
