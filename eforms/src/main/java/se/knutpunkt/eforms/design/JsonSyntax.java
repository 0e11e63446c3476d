package se.knutpunkt.eforms.design;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import se.knutpunkt.eforms.definition.Problem;
import se.knutpunkt.eforms.definition.Texts;

/** The first look: is it JSON, in UTF-8, of a size and depth that a form may have? */
final class JsonSyntax {

    /** Most bytes of a definition. */
    static final int MAX_BYTES = 1_000_000;

    private JsonSyntax() {}

    static JsonNode parse(byte[] json) throws NotJson {
        if (json.length > MAX_BYTES) {
            throw new NotJson("", Texts.of("Filen är större än 1 MB.", "The file is larger than 1 MB."));
        }
        String text = decode(json);
        try {
            JsonNode tree = DefinitionJson.mapper().readTree(text);
            if (tree.isMissingNode()) {
                throw new NotJson("1:1", Texts.of("Filen är tom.", "The file is empty."));
            }
            return tree;
        } catch (StreamConstraintsException e) {
            throw new NotJson(
                    place(e),
                    Texts.of(
                            "Här är något för långt eller för djupt för ett formulär.",
                            "Something here is too long or too deep for a form."));
        } catch (JsonProcessingException e) {
            throw new NotJson(place(e), message(e));
        }
    }

    private static String decode(byte[] json) throws NotJson {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(json))
                    .toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            throw new NotJson(
                    "",
                    Texts.of(
                            "Filen är inte text i UTF-8. Spara den så.", "The file is not text in UTF-8. Save it so."));
        }
    }

    private static Texts message(JsonProcessingException e) {
        String detail = e.getOriginalMessage();
        if (detail.toLowerCase(Locale.ROOT).startsWith("duplicate field")) {
            String name = detail.replaceFirst("(?s)^Duplicate field '(.*)'$", "$1");
            return Texts.of("”%s” står två gånger.".formatted(name), "“%s” is there twice.".formatted(name));
        }
        return Texts.of("Det här är inte JSON: " + detail, "This is not JSON: " + detail);
    }

    private static String place(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        return at == null ? "" : at.getLineNr() + ":" + at.getColumnNr();
    }

    /** It is not JSON. */
    static final class NotJson extends Exception {

        private static final long serialVersionUID = 1L;

        private final transient Problem problem;

        NotJson(String place, Texts message) {
            super(message.in(Locale.ENGLISH));
            problem = new Problem(Problem.Kind.SYNTAX, place, message);
        }

        Problem problem() {
            return problem;
        }
    }
}
