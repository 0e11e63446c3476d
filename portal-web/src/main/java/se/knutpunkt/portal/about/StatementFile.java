package se.knutpunkt.portal.about;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.portal.about.AccessibilityStatement.Barrier;
import se.knutpunkt.portal.about.AccessibilityStatement.Conformance;
import se.knutpunkt.portal.about.AccessibilityStatement.LeftOut;
import se.knutpunkt.portal.about.AccessibilityStatement.Situation;

/** Reads the accessibility statement from JSON. Every item must be there; a list may be empty, never absent. */
final class StatementFile {
    private static final JsonMapper JSON = new JsonMapper();

    private StatementFile() {}

    /** @throws StatementIncomplete when an item is missing, empty or malformed, naming it */
    static AccessibilityStatement read(InputStream in) {
        try {
            JsonNode root = JSON.readTree(in);
            return new AccessibilityStatement(
                    name(root, "service"),
                    word(root, "conformance", Conformance.values()),
                    list(root, "barriers", StatementFile::barrier),
                    date(root, "assessed"),
                    date(root, "updated"),
                    name(root, "method"),
                    list(root, "undueBurden", StatementFile::leftOut),
                    list(root, "outsideLaw", StatementFile::leftOut));
        } catch (IOException unreadable) {
            throw new StatementIncomplete(unreadable);
        }
    }

    private static Barrier barrier(JsonNode node) {
        return new Barrier(
                word(node, "situation", Situation.values()),
                name(node, "what"),
                name(node, "why"),
                name(node, "instead"));
    }

    private static LeftOut leftOut(JsonNode node) {
        return new LeftOut(name(node, "what"), name(node, "why"));
    }

    private static Name name(JsonNode node, String item) {
        return new Name(text(node.path(item), "sv", item), text(node.path(item), "en", item));
    }

    private static String text(JsonNode node, String key, String item) {
        String text = node.path(key).asText("");
        if (text.isBlank()) {
            throw new StatementIncomplete(item + "." + key);
        }
        return text;
    }

    private static LocalDate date(JsonNode node, String item) {
        try {
            return LocalDate.parse(node.path(item).asText(""));
        } catch (DateTimeException notADate) {
            throw new StatementIncomplete(item + ": not a date");
        }
    }

    private static <E extends Enum<E>> E word(JsonNode node, String item, E[] words) {
        return Arrays.stream(words)
                .filter(word -> word.name().equals(node.path(item).asText("")))
                .findFirst()
                .orElseThrow(() -> new StatementIncomplete(item + ": not one of " + Arrays.toString(words)));
    }

    private static <T> List<T> list(JsonNode node, String item, Function<JsonNode, T> reader) {
        if (!node.path(item).isArray()) {
            throw new StatementIncomplete(item);
        }
        List<T> list = new ArrayList<>();
        node.path(item).forEach(element -> list.add(reader.apply(element)));
        return list;
    }
}
