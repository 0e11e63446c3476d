package se.knutpunkt.eforms.definition;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Map;

/**
 * One text in the languages it is written in. Swedish is the language of the authority and therefore always asked
 * for (språklagen 2009:600, 10 §); a missing translation falls back to it.
 *
 * @param byLanguage text by language code, {@code sv} and possibly {@code en}
 */
public record Texts(@JsonValue Map<String, String> byLanguage) {

    private static final String SWEDISH = "sv";

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    public Texts {
        byLanguage = Map.copyOf(byLanguage);
    }

    /** A text in both languages of the product. */
    public static Texts of(String swedish, String english) {
        return new Texts(Map.of(SWEDISH, swedish, "en", english));
    }

    /** The text in the reader's language, in Swedish where it is not translated, empty where it has neither. */
    public String in(Locale locale) {
        String text = byLanguage.get(locale.getLanguage());
        return text != null ? text : swedish();
    }

    /** The Swedish text; empty only in a definition that the importer has not yet passed. */
    public String swedish() {
        return byLanguage.getOrDefault(SWEDISH, "");
    }

    /** True when there is a Swedish text that is more than blanks. */
    public boolean hasSwedish() {
        return !swedish().isBlank();
    }
}
