package se.knutpunkt.hub.register;

/** A name as people read it, in both languages of the product. */
public record Name(String sv, String en) {

    /** The name in a language; Swedish unless it is {@code en}. */
    public String in(String language) {
        return "en".equals(language) ? en : sv;
    }
}
