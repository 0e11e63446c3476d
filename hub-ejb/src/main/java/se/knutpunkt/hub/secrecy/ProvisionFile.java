package se.knutpunkt.hub.secrecy;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.register.Name;
import se.knutpunkt.hub.secrecy.Provision.DamageTest;
import se.knutpunkt.hub.secrecy.Provision.Kind;

/** Reads the list of provisions and names everything that is wrong with it. */
final class ProvisionFile {

    private static final Pattern CODE = Pattern.compile("OSL [1-9][0-9]?:[1-9][0-9]?( [a-z])?( [1-9] st)?");
    private static final Set<String> MEMBERS = Set.of("code", "kind", "test", "years", "area", "subject", "note");
    private static final int LONGEST = 100;

    private final List<String> problems = new ArrayList<>();
    private final Set<String> codes = new HashSet<>();

    private ProvisionFile() {}

    /**
     * Reads a list.
     *
     * @throws IllegalStateException with every problem found
     */
    static Provisions read(byte[] json) {
        ProvisionFile file = new ProvisionFile();
        Provisions read = file.provisions(tree(json));
        if (!file.problems.isEmpty()) {
            throw new IllegalStateException("provisions.json: " + String.join("; ", file.problems));
        }
        return read;
    }

    private static JsonNode tree(byte[] json) {
        try {
            return JsonMapper.builder()
                    .enable(
                            DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY,
                            DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
                    .build()
                    .readTree(json);
        } catch (IOException notJson) {
            throw new IllegalStateException("provisions.json is not JSON", notJson);
        }
    }

    private Provisions provisions(JsonNode root) {
        List<Provision> all = new ArrayList<>();
        root.path("provisions").forEach(node -> all.add(provision(node)));
        if (all.isEmpty()) {
            problems.add("there are no provisions");
        }
        return new Provisions(date(root.path("asOf").asText()), all);
    }

    private LocalDate date(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException notADate) {
            problems.add("asOf is not a date");
            return LocalDate.EPOCH;
        }
    }

    private Provision provision(JsonNode node) {
        String code = node.path("code").asText();
        if (!CODE.matcher(code).matches() || !codes.add(code)) {
            problems.add("\"" + code + "\" is no code of a provision, or stands twice");
        }
        node.fieldNames().forEachRemaining(name -> {
            if (!MEMBERS.contains(name)) {
                problems.add(code + ": " + name + " is not known");
            }
        });
        Kind kind = one(Kind.values(), node.path("kind").asText(), code);
        DamageTest test = one(DamageTest.values(), node.path("test").asText(), code);
        if ((kind == Kind.SECRECY) == (test == DamageTest.NONE)) {
            problems.add(code + ": only a provision that makes data secret has a test, and it always has");
        }
        Name note = name(node.path("note"), code + ": note", true);
        if (test == DamageTest.MIXED && note.sv().isEmpty()) {
            problems.add(code + ": a mixed test needs a note that tells which");
        }
        return new Provision(
                code,
                kind,
                name(node.path("area"), code + ": area", false),
                test,
                name(node.path("subject"), code + ": subject", false),
                years(node.path("years"), code),
                note);
    }

    private @Nullable Integer years(JsonNode node, String code) {
        if (node.isNull()) {
            return null;
        }
        if (!node.isInt() || node.intValue() < 1 || node.intValue() > LONGEST) {
            problems.add(code + ": years is null or 1 to " + LONGEST);
        }
        return node.intValue();
    }

    private Name name(JsonNode node, String place, boolean mayBeEmpty) {
        String sv = node.path("sv").asText();
        String en = node.path("en").asText();
        if (sv.isBlank() != en.isBlank() || (sv.isBlank() && !mayBeEmpty)) {
            problems.add(place + " is not told in both languages");
        }
        return new Name(sv, en);
    }

    private <E extends Enum<E>> E one(E[] values, String name, String code) {
        for (E value : values) {
            if (value.name().equals(name)) {
                return value;
            }
        }
        problems.add(code + ": \"" + name + "\" is not one of its values");
        return values[0];
    }
}
