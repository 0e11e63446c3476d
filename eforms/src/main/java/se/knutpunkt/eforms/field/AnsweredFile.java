package se.knutpunkt.eforms.field;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Locale;

/**
 * An uploaded file as an answer: what a field of files keeps as its value.
 *
 * @param id its id in the hub's store of files
 * @param bytes its size
 * @param name its name
 */
public record AnsweredFile(String id, long bytes, String name) {

    /** Reads the value that {@link #value()} wrote. */
    public static AnsweredFile of(String value) {
        String[] parts = value.split(" ", 3);
        return new AnsweredFile(parts[0], Long.parseLong(parts[1]), parts[2]);
    }

    /** The normalised value of the answer. */
    public String value() {
        return id + " " + bytes + " " + name;
    }

    /** The size in words: kB under a megabyte, then MB with one decimal; both in powers of ten. */
    public String size(Locale locale) {
        if (bytes < 1_000_000) {
            return Math.max(1, bytes / 1000) + " kB";
        }
        String megabytes =
                BigDecimal.valueOf(bytes, 6).setScale(1, RoundingMode.HALF_UP).toPlainString();
        return ("en".equals(locale.getLanguage()) ? megabytes : megabytes.replace('.', ',')) + " MB";
    }
}
