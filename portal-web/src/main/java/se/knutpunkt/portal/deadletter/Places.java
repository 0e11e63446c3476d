package se.knutpunkt.portal.deadletter;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** On which line of a JSON text a pointer points. */
final class Places {
    private static final JsonFactory JSON = new JsonFactory();

    private final Map<String, Integer> lines;

    private Places(Map<String, Integer> lines) {
        this.lines = lines;
    }

    /** Of a text as far as it is JSON. */
    static Places of(String text) {
        Map<String, Integer> lines = new HashMap<>();
        try (JsonParser parser = JSON.createParser(text)) {
            for (JsonToken token = parser.nextToken(); token != null; token = parser.nextToken()) {
                // the first token of a place is its name, or its value in an array
                lines.putIfAbsent(
                        parser.getParsingContext().pathAsPointer().toString(),
                        parser.currentTokenLocation().getLineNr());
            }
        } catch (IOException unreadable) {
            // as far as it went
        }
        return new Places(lines);
    }

    /** The line, counted from one; that of what surrounds it when there is no such place. Empty for the root. */
    Optional<Integer> line(String pointer) {
        for (String at = pointer; !at.isEmpty(); at = at.substring(0, Math.max(0, at.lastIndexOf('/')))) {
            Integer line = lines.get(at);
            if (line != null) {
                return Optional.of(line);
            }
        }
        return Optional.empty();
    }
}
