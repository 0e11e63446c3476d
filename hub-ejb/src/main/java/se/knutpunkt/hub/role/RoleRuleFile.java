package se.knutpunkt.hub.role;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.login.StaffRole;

/**
 * Reads lines of the mapping from JSON: a list of {@code {"role", "attribute", "value", "provider", "authority", "branch",
 * "unit"}}; without {@code provider} a line counts for each provider of staff, and without {@code authority} it says nothing
 * of where people work. Nothing else may stand there: a misspelt name would open
 * more than was meant.
 */
final class RoleRuleFile {
    private static final Set<String> FIELDS =
            Set.of("role", "attribute", "value", "provider", "authority", "branch", "unit");

    private RoleRuleFile() {}

    /** @throws IllegalArgumentException naming the place of the first problem */
    static List<RoleRule> read(String json) {
        JsonNode root;
        try {
            root = new ObjectMapper().readTree(json);
        } catch (JsonProcessingException malformed) {
            throw new IllegalArgumentException("line " + malformed.getLocation().getLineNr() + ": not JSON", malformed);
        }
        if (!root.isArray()) {
            throw new IllegalArgumentException("a list is expected");
        }
        List<RoleRule> rules = new ArrayList<>();
        for (JsonNode line : root) {
            rules.add(rule(line, "/" + rules.size()));
        }
        return List.copyOf(rules);
    }

    private static RoleRule rule(JsonNode line, String place) {
        line.fieldNames().forEachRemaining(name -> {
            if (!FIELDS.contains(name)) {
                throw new IllegalArgumentException(place + ": \"" + name + "\" is unknown, known are " + sorted());
            }
        });
        try {
            return new RoleRule(
                    role(line, place),
                    line.has("provider") ? text(line, place, "provider") : "",
                    text(line, place, "attribute"),
                    text(line, place, "value"),
                    workplace(line, place));
        } catch (IllegalArgumentException unfit) {
            String message = String.valueOf(unfit.getMessage());
            throw message.startsWith(place) ? unfit : new IllegalArgumentException(place + ": " + message, unfit);
        }
    }

    private static @Nullable Workplace workplace(JsonNode line, String place) {
        if (!line.has("authority")) {
            if (line.has("branch") || line.has("unit")) {
                throw new IllegalArgumentException(place + "/authority: a branch and a unit are of an authority");
            }
            return null;
        }
        return new Workplace(
                text(line, place, "authority"),
                line.has("branch") ? text(line, place, "branch") : null,
                line.has("unit") ? text(line, place, "unit") : null);
    }

    private static StaffRole role(JsonNode line, String place) {
        String name = text(line, place, "role");
        return Arrays.stream(StaffRole.values())
                .filter(role -> role.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        place + "/role: one of " + Arrays.toString(StaffRole.values()) + " is expected"));
    }

    private static String text(JsonNode line, String place, String field) {
        JsonNode text = line.path(field);
        // an empty provider would count for all without saying so
        if (!text.isTextual() || text.textValue().isBlank()) {
            throw new IllegalArgumentException(place + "/" + field + ": a text is expected");
        }
        return text.textValue();
    }

    private static List<String> sorted() {
        return FIELDS.stream().sorted().toList();
    }
}
