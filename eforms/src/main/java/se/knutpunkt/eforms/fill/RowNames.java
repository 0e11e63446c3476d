package se.knutpunkt.eforms.fill;

import java.util.Locale;

/** What rows of repeating groups are called. */
public final class RowNames {

    private RowNames() {}

    /** A row in words, {@code Barn 2}; a definition writes the name as inside a sentence. */
    public static String numbered(String name, int number, Locale locale) {
        int first = name.isEmpty() ? 0 : Character.charCount(name.codePointAt(0));
        return name.substring(0, first).toUpperCase(locale) + name.substring(first) + " " + number;
    }
}
