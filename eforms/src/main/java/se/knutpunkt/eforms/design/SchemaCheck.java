package se.knutpunkt.eforms.design;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import se.knutpunkt.eforms.definition.Problem;
import se.knutpunkt.eforms.definition.Texts;

/** The second look: has the document the shape of the published JSON Schema, and only readable text in it? */
final class SchemaCheck {

    private static final String SCHEMA = "form-definition.schema.json";

    /** Beyond these a number would need a long text to be written out, however short it is in the document. */
    private static final int MAX_DECIMALS = 6;

    private static final int MAX_ZEROS = 12;

    private final JsonSchema schema;

    SchemaCheck() {
        try (InputStream in = SchemaCheck.class.getResourceAsStream(SCHEMA)) {
            schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                    .getSchema(
                            in,
                            SchemaValidatorsConfig.builder()
                                    .pathType(PathType.JSON_POINTER)
                                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException("the JSON Schema of forms cannot be read", e);
        }
    }

    List<Problem> problems(JsonNode document) {
        List<Problem> unreadable = new ArrayList<>();
        look(document, "", unreadable);
        if (!unreadable.isEmpty()) {
            return unreadable;
        }
        return schema.validate(document).stream()
                .map(SchemaCheck::problem)
                .distinct()
                .toList();
    }

    private static void look(JsonNode node, String pointer, List<Problem> found) {
        if (node.isTextual() && unreadable(node.textValue())) {
            found.add(problem(
                    pointer,
                    Texts.of(
                            "Texten innehåller styrtecken. Ta bort dem.",
                            "The text has control characters. Remove them.")));
        } else if (node.isNumber() && !writable(node)) {
            found.add(problem(
                    pointer,
                    Texts.of(
                            "Talet är för stort eller har för många decimaler.",
                            "The number is too large or has too many decimals.")));
        } else if (node.isObject()) {
            for (Iterator<Map.Entry<String, JsonNode>> it = node.fields(); it.hasNext(); ) {
                Map.Entry<String, JsonNode> member = it.next();
                look(member.getValue(), pointer + "/" + escaped(member.getKey()), found);
            }
        } else {
            for (int i = 0; i < node.size(); i++) {
                look(node.get(i), pointer + "/" + i, found);
            }
        }
    }

    private static boolean unreadable(String text) {
        return text.codePoints()
                .anyMatch(c -> (Character.getType(c) == Character.CONTROL && c != '\n')
                        || Character.getType(c) == Character.SURROGATE
                        || (c & 0xFFFE) == 0xFFFE);
    }

    private static boolean writable(JsonNode number) {
        int scale = number.decimalValue().scale();
        return scale <= MAX_DECIMALS && scale >= -MAX_ZEROS;
    }

    private static String escaped(String name) {
        return name.replace("~", "~0").replace("/", "~1");
    }

    private static Problem problem(String pointer, Texts message) {
        return new Problem(Problem.Kind.SCHEMA, pointer, message);
    }

    private static Problem problem(ValidationMessage found) {
        String pointer = found.getInstanceLocation().toString();
        String name = found.getProperty();
        if (name != null && found.getType().equals("additionalProperties")) {
            pointer = pointer + "/" + escaped(name);
        }
        return problem(pointer, words(found, name == null ? "" : name));
    }

    private static Texts words(ValidationMessage found, String name) {
        String limit = Stream.of(found.getArguments() == null ? new Object[0] : found.getArguments())
                .map(String::valueOf)
                .reduce((first, last) -> last)
                .orElse("");
        return switch (found.getType()) {
            case "required" -> Texts.of("Här saknas ”%s”.".formatted(name), "“%s” is missing here.".formatted(name));
            case "additionalProperties" ->
                Texts.of("”%s” är inte känt här.".formatted(name), "“%s” is not known here.".formatted(name));
            case "type" ->
                Texts.of(
                        "Här står fel sorts värde: det ska vara %s.".formatted(kind(found)),
                        "This is the wrong kind of value: " + found.getMessage());
            case "enum", "const" ->
                Texts.of(
                        "Värdet är inte ett av de tillåtna: " + limit,
                        "The value is not one of those allowed: " + limit);
            case "pattern" ->
                Texts.of(
                        "Värdet har fel form. Det ska följa mönstret " + limit,
                        "The value has the wrong form. It must follow the pattern " + limit);
            case "minLength", "minItems" ->
                Texts.of("Här behövs minst %s.".formatted(limit), "At least %s is needed here.".formatted(limit));
            case "maxLength", "maxItems" ->
                Texts.of(
                        "Här får det vara högst %s.".formatted(limit),
                        "There may be at most %s here.".formatted(limit));
            case "uniqueItems" -> Texts.of("Samma värde står två gånger.", "The same value is there twice.");
            default -> Texts.of("Värdet är inte tillåtet här.", "The value is not allowed here: " + found.getMessage());
        };
    }

    private static String kind(ValidationMessage found) {
        Object[] arguments = found.getArguments();
        String wanted = arguments == null || arguments.length < 2 ? "" : String.valueOf(arguments[1]);
        return switch (wanted) {
            case "object" -> "ett objekt {…}";
            case "array" -> "en lista […]";
            case "string" -> "en text";
            case "integer" -> "ett heltal";
            case "number" -> "ett tal";
            case "boolean" -> "true eller false";
            default -> "något annat";
        };
    }
}
