package se.knutpunkt.hub.register;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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

    String text(String field, int longest) {
        String text = optionalText(field, longest);
        if (text == null) {
            problem(field, "is missing");
            return "";
        }
        return text;
    }

    @Nullable
    String optionalText(String field, int longest) {
        JsonNode value = field(field);
        if (value.isMissingNode() || value.isNull()) {
            return null;
        }
        if (!value.isTextual() || value.textValue().isBlank()) {
            problem(field, "a text is expected");
            return "";
        }
        if (value.textValue().length() > longest) {
            problem(field, "is longer than " + longest + " characters");
        }
        return value.textValue();
    }

    String code(String field, String pattern) {
        String code = text(field, 100);
        if (!code.isEmpty() && !code.matches(pattern)) {
            problem(field, "is not of the form " + pattern);
        }
        return code;
    }

    Name name(String field) {
        RegisterEntry name = new RegisterEntry(field(field), place + "/" + field, problems);
        Name read = new Name(name.text("sv", 150), name.text("en", 150));
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

    <E extends Enum<E>> E oneOf(String field, Class<E> choices, E otherwise) {
        String text = text(field, 100);
        for (E choice : choices.getEnumConstants()) {
            if (choice.name().equals(text)) {
                return choice;
            }
        }
        problem(field, "is none of " + List.of(choices.getEnumConstants()));
        return otherwise;
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
