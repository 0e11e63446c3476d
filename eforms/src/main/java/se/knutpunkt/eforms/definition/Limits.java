package se.knutpunkt.eforms.definition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of an answer. Each field type knows some of these; the importer refuses the others on it. All are inclusive.
 *
 * @param minLength fewest characters (Unicode code points) of a text
 * @param maxLength most characters of a text
 * @param min least number
 * @param max greatest number
 * @param decimals most digits after the decimal comma
 * @param unit what the number counts
 * @param earliest first date, {@code YYYY-MM-DD} or relative to today: {@code today}, {@code today-30d}
 * @param latest last date, written in the same way
 * @param minChosen fewest chosen options
 * @param maxChosen most chosen options
 * @param maxFiles most files
 * @param maxMegabytes greatest size of one file, in units of 1 000 000 bytes, at most 2000
 * @param minRows fewest rows of a repeating group
 * @param maxRows most rows
 * @param result what a computed value is
 * @param accepts kinds of content: {@code jpeg, png, gif, webp, heic, pdf, docx, odt, txt}
 */
public record Limits(
        @Nullable Integer minLength,
        @Nullable Integer maxLength,
        @Nullable BigDecimal min,
        @Nullable BigDecimal max,
        @Nullable Integer decimals,
        @Nullable Texts unit,
        @Nullable String earliest,
        @Nullable String latest,
        @Nullable Integer minChosen,
        @Nullable Integer maxChosen,
        @Nullable Integer maxFiles,
        @Nullable Integer maxMegabytes,
        @Nullable Integer minRows,
        @Nullable Integer maxRows,
        @Nullable Result result,
        @Nullable List<String> accepts) {

    /** No bound stated: the type's own apply. */
    public static final Limits NONE =
            new Limits(null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
}
