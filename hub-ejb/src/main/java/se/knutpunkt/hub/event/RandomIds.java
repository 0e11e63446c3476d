package se.knutpunkt.hub.event;

import java.util.regex.Pattern;

/** Ids drawn by lot: of random UUIDs about one in 7 000 holds digits that make a valid personal identity number. */
public final class RandomIds {
    private static final Pattern UUID = Pattern.compile(
            "(?<![0-9A-Za-z])[0-9A-Fa-f]{8}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{4}-[0-9A-Fa-f]{12}(?![0-9A-Za-z])");

    private RandomIds() {}

    /** The text with a blank for each whole UUID (RFC 9562, section 4). */
    public static String without(String text) {
        return text.indexOf('-') < 0 ? text : UUID.matcher(text).replaceAll(" ");
    }
}
