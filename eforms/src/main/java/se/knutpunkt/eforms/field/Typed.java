package se.knutpunkt.eforms.field;

import java.text.Normalizer;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/** Reading of typed text that all types share: what is invisible is taken away, what is unreadable is refused. */
final class Typed {

    /** Direction marks and byte order marks come along when people paste, and say nothing. */
    private static final Pattern INVISIBLE = Pattern.compile("[\\u200E\\u200F\\u202A-\\u202E\\u2066-\\u2069\\uFEFF]");

    private static final Pattern LINE_END = Pattern.compile("\\r\\n|[\\r\\u0085\\u2028\\u2029]");
    private static final Pattern BLANKS = Pattern.compile("[\\p{Zs}\\t]");
    private static final Pattern BLANKS_AT_LINE_END = Pattern.compile(" +(?=\\n)");

    private Typed() {}

    /** The first raw value on one line, without blanks around it; empty when nothing was typed. */
    static String line(List<String> raw) {
        return lines(raw).replace('\n', ' ').strip();
    }

    /** As many lines as a field has inputs, in their order; those that were not sent are empty. */
    static List<String> parts(List<String> raw, int count) {
        return IntStream.range(0, count)
                .mapToObj(i -> i < raw.size() ? line(List.of(raw.get(i))) : "")
                .toList();
    }

    /** The first raw value as digits are written: without blanks, and with any dash as a hyphen. */
    static String digits(List<String> raw) {
        return line(raw).replace(" ", "").replaceAll("[‐‑‒–—−]", "-");
    }

    /** The first raw value with its line ends as {@code \n}, composed, without blanks around it. */
    static String lines(List<String> raw) {
        if (raw.isEmpty()) {
            return "";
        }
        String text = LINE_END.matcher(raw.get(0)).replaceAll("\n");
        text = INVISIBLE.matcher(text).replaceAll("");
        text = BLANKS.matcher(text).replaceAll(" ");
        text = BLANKS_AT_LINE_END.matcher(text).replaceAll("");
        return Normalizer.normalize(text, Normalizer.Form.NFC).strip();
    }

    /** True when it has characters that nobody can read: control characters, halves of characters, non-characters. */
    static boolean unreadable(String text) {
        return text.codePoints().anyMatch(Typed::unreadable);
    }

    static boolean unreadable(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL -> codePoint != '\n';
            case Character.SURROGATE -> true;
            default -> (codePoint & 0xFFFE) == 0xFFFE;
        };
    }

    static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
