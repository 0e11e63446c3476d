package se.knutpunkt.eforms.definition;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Bounds of an answer, and what else only some types have. Each field type knows some of these; the importer refuses the
 * others on it. All bounds are inclusive.
 *
 * @param minLength fewest characters (Unicode code points) of a text
 * @param maxLength most characters of a text
 * @param min least number; of an amount in kronor
 * @param max greatest number; of an amount in kronor
 * @param decimals most digits after the decimal comma
 * @param unit what the number counts
 * @param earliest first date, {@code YYYY-MM-DD} or relative to today: {@code today}, {@code today-30d};
 *     of a time of day {@code HH:MM}
 * @param latest last date or time, written in the same way
 * @param minChosen fewest chosen options
 * @param maxChosen most chosen options
 * @param maxFiles most files
 * @param maxMegabytes greatest size of one file, in units of 1 000 000 bytes, at most 2000
 * @param minRows fewest rows of a repeating group
 * @param maxRows most rows
 * @param result what a computed value is
 * @param accepts kinds of content: {@code jpeg, png, gif, webp, heic, pdf, docx, odt, txt}
 * @param maxDays longest period in days, its first and last day counted
 * @param kind what a call-out is: {@code info} or {@code warning}
 * @param address where a link leads: an address that begins with {@code https://}, or a path of our own
 * @param presentation how one of several options is chosen: {@code radio}, {@code select} or {@code search}
 * @param own whether an address is the sender's own, so that the browser may offer it (WCAG 1.3.5)
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
        @Nullable List<String> accepts,
        @Nullable Integer maxDays,
        @Nullable String kind,
        @Nullable String address,
        @Nullable String presentation,
        @Nullable Boolean own) {

    /** No bound stated: the type's own apply. */
    public static final Limits NONE = new Limits(
            null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
            null, null, null);
}
