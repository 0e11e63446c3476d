package se.knutpunkt.hub.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * An object of the register file. Reading a field that is missing or wrong adds a problem with its place and answers a
 * harmless value, so that one reading finds every problem.
 */
final class RegisterEntry {

    private final JsonNode node;
    private final String place;
    private final List<String> problems;
    private final Set<String> known = new HashSet<>();

    RegisterEntry(JsonNode node, String place, List<String> problems) {
        this.node = node;
        this.place = place;
        this.problems = problems;
        if (!node.isObject()) {
            problems.add((place.isEmpty() ? "/" : place) + ": an object is expected");
        }
    }

    void problem(String field, String text) {
        problems.add(place + "/" + field + ": " + text);
    }

    /** A text; empty when there is none, which the register's own rules judge. */
    String text(String field) {
        JsonNode value = field(field);
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        if (!value.isTextual()) {
            problem(field, "a text is expected");
            return "";
        }
        return value.textValue();
    }

    /** A whole number as text; empty when there is none. */
    String number(String field) {
        JsonNode value = field(field);
        if (!value.isMissingNode() && !value.isInt()) {
            problem(field, "a whole number is expected");
        }
        return value.isInt() ? value.asText() : "";
    }

    Name name(String field) {
        RegisterEntry name = new RegisterEntry(field(field), place + "/" + field, problems);
        Name read = new Name(name.text("sv"), name.text("en"));
        name.refuseOtherFields();
        return read;
    }

    int number(String field, int least, int most) {
        JsonNode value = field(field);
        if (!value.isInt() || value.intValue() < least || value.intValue() > most) {
            problem(field, "a whole number from " + least + " to " + most + " is expected");
            return least;
        }
        return value.intValue();
    }

    boolean flag(String field) {
        JsonNode value = field(field);
        if (!value.isBoolean()) {
            problem(field, "true or false is expected");
        }
        return value.booleanValue();
    }

    List<String> texts(String field) {
        List<String> texts = new ArrayList<>();
        for (JsonNode value : list(field(field), field)) {
            if (value.isTextual()) {
                texts.add(value.textValue());
            } else {
                problem(field, "a list of texts is expected");
            }
        }
        return texts;
    }

    List<RegisterEntry> each(String field) {
        List<RegisterEntry> entries = eachOptional(field);
        if (entries.isEmpty()) {
            problem(field, "at least one is needed");
        }
        return entries;
    }

    List<RegisterEntry> eachOptional(String field) {
        List<RegisterEntry> entries = new ArrayList<>();
        JsonNode values = field(field);
        if (!values.isMissingNode()) {
            for (JsonNode value : list(values, field)) {
                entries.add(new RegisterEntry(value, place + "/" + field + "/" + entries.size(), problems));
            }
        }
        return entries;
    }

    /** A misspelt field must not pass as one that was left out. */
    void refuseOtherFields() {
        node.fieldNames().forEachRemaining(field -> {
            if (!known.contains(field)) {
                problem(field, "is not a field of the register");
            }
        });
    }

    private Iterable<JsonNode> list(JsonNode values, String field) {
        if (!values.isArray()) {
            problem(field, "a list is expected");
            return List.of();
        }
        return values;
    }

    private JsonNode field(String field) {
        known.add(field);
        return node.path(field);
    }
}
