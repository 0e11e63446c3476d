package se.knutpunkt.portal.page;

import java.util.Locale;

/** A language the pages are complete in. Swedish is the source. */
public enum Language {
    SWEDISH("sv", "Svenska"),
    ENGLISH("en", "English");

    private final String tag;
    private final String ownName;

    Language(String tag, String ownName) {
        this.tag = tag;
        this.ownName = ownName;
    }

    /** The BCP 47 tag, as in the {@code lang} attribute. */
    public String getTag() {
        return tag;
    }

    /** The language's name in the language itself. */
    public String getOwnName() {
        return ownName;
    }

    public Locale locale() {
        return Locale.forLanguageTag(tag);
    }

    /** The language of a tag; Swedish for anything that is not complete here. */
    public static Language of(@org.jspecify.annotations.Nullable String tag) {
        return "en".equals(tag) ? ENGLISH : SWEDISH;
    }
}
