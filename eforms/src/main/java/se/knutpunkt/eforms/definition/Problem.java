package se.knutpunkt.eforms.definition;

/**
 * Something wrong in a form definition, and where.
 *
 * @param kind what the importer was looking at when it found it
 * @param place {@code line:column} for {@link Kind#SYNTAX}, else a JSON pointer (RFC 6901), empty for the whole document
 * @param message what is wrong and what to do, for the editor
 */
public record Problem(Kind kind, String place, Texts message) {

    /** The three looks the importer takes, each only when the one before found nothing. */
    public enum Kind {
        /** It is not JSON. */
        SYNTAX,
        /** It has not the shape of the JSON Schema. */
        SCHEMA,
        /** It has the shape, but what it says does not hold together. */
        MEANING
    }
}
