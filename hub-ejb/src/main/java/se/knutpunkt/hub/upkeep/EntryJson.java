package se.knutpunkt.hub.upkeep;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Field;
import se.knutpunkt.hub.register.RegisterKind;
import se.knutpunkt.hub.register.Sheet;

/** Entries as drafts and the history keep them. */
final class EntryJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private EntryJson() {}

    static @Nullable String write(@Nullable Entry entry) {
        if (entry == null) {
            return null;
        }
        ObjectNode node = JSON.createObjectNode();
        node.put("stage", entry.stage().name());
        node.put("version", entry.version());
        ObjectNode texts = node.putObject("texts");
        entry.sheet().texts().forEach((field, text) -> texts.put(field.name(), text));
        return node.toString();
    }

    static Entry read(RegisterKind kind, String json) {
        try {
            JsonNode node = JSON.readTree(json);
            Map<Field, String> texts = new EnumMap<>(Field.class);
            // a field that a later version of the product no longer knows is left out
            Arrays.stream(Field.values())
                    .filter(field ->
                            kind.fields().contains(field) && node.path("texts").has(field.name()))
                    .forEach(field -> texts.put(
                            field, node.path("texts").path(field.name()).asText()));
            return new Entry(
                    new Sheet(kind, texts),
                    Stage.valueOf(node.path("stage").asText()),
                    node.path("version").asInt());
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException("An entry of the register cannot be read", broken);
        }
    }
}
