package se.knutpunkt.portal.api;

import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a text may look like.
 *
 * @param shortest fewest characters
 * @param longest most characters, counted as UTF-16 units, as databases and JSON Schema tools mostly do
 * @param lines whether line breaks and tabs may occur
 * @param pattern what the whole text must match; null for any
 * @param wanted the pattern in words
 */
record TextForm(
        int shortest, int longest, boolean lines, @Nullable Pattern pattern, String wanted) {

    static TextForm line(int longest) {
        return new TextForm(1, longest, false, null, "");
    }

    static TextForm prose(int longest) {
        return new TextForm(0, longest, true, null, "");
    }

    static TextForm of(int longest, String pattern, String wanted) {
        return new TextForm(1, longest, false, Pattern.compile(pattern), wanted);
    }

    /** What is wrong with a text, in words; empty when nothing is. */
    Optional<String> wrong(String text) {
        if (text.length() > longest) {
            return Optional.of("The text has at most " + longest + " characters.");
        }
        if (text.length() < shortest || (shortest > 0 && text.isBlank())) {
            return Optional.of("The text is not empty.");
        }
        if (text.codePoints().anyMatch(c -> !isAllowed(c))) {
            return Optional.of(
                    lines
                            ? "The text has no control characters but line breaks and tabs, and no half characters."
                            : "The text is one line without control characters and half characters.");
        }
        if (pattern != null && !pattern.matcher(text).matches()) {
            return Optional.of("The text is " + wanted + ".");
        }
        return Optional.empty();
    }

    private boolean isAllowed(int c) {
        if (lines && (c == '\n' || c == '\r' || c == '\t')) {
            return true;
        }
        return switch (Character.getType(c)) {
            // CONTROL also holds U+0080–009F; a lone surrogate is half a character
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR ->
                false;
            default -> !isDirectionOverride(c) && (c & 0xFFFE) != 0xFFFE;
        };
    }

    /** These make a text read otherwise than it is stored. */
    private static boolean isDirectionOverride(int c) {
        return (c >= 0x202A && c <= 0x202E) || (c >= 0x2066 && c <= 0x2069);
    }

    /** A name from outside in a form fit for an answer. */
    static String printable(String name) {
        String plain = name.replaceAll("[^\\p{L}\\p{N}_.$@/~-]", "?");
        return plain.length() <= 60 ? plain : plain.substring(0, 60) + "…";
    }
}
