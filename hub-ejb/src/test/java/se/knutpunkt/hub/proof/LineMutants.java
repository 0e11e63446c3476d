package se.knutpunkt.hub.proof;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import se.knutpunkt.hub.policy.Degree;
import se.knutpunkt.hub.register.Sector;

/** Each shipped line left out, and changed in each way that a slip of the hand or of the mind could change it. */
final class LineMutants {
    private static final Path FILE = Path.of("se/knutpunkt/hub/policy/policy.json");
    private static final JsonMapper JSON = new JsonMapper();
    private static final String FROM = "from";
    private static final String BELOW = "below";
    private static final String SECTOR = "sector";
    private static final String MARKING = "marking";
    private static final int OF_MAJORITY = 18;

    private final ArrayNode shipped;
    private final List<Mutant> mutants = new ArrayList<>();

    private LineMutants(ArrayNode shipped) {
        this.shipped = shipped;
    }

    static List<Mutant> all(Path resources) {
        try {
            LineMutants made = new LineMutants((ArrayNode) JSON.readTree(Files.readString(resources.resolve(FILE))));
            IntStream.range(0, made.shipped.size()).forEach(made::ofLine);
            return made.mutants;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void ofLine(int at) {
        ArrayNode without = shipped.deepCopy();
        without.remove(at);
        add(at, "left out", true, without);
        degrees(at);
        ages(at);
        places(at);
        markings(at);
        change(at, "another ground", false, line -> line.put("law", "OSL").put("section", "8:3"));
    }

    private void degrees(int at) {
        for (Degree degree : Degree.values()) {
            if (!shipped.get(at).get("degree").asText().equals(degree.name())) {
                change(at, "shows " + degree, true, line -> line.put("degree", degree.name()));
            }
        }
    }

    private void ages(int at) {
        for (String limit : List.of(FROM, BELOW)) {
            if (shipped.get(at).has(limit)) {
                int years = shipped.get(at).get(limit).asInt();
                change(at, limit + " one year later", true, line -> line.put(limit, years + 1));
                change(at, limit + " one year sooner", true, line -> line.put(limit, years - 1));
                change(at, limit + " no age", true, line -> line.remove(limit));
            }
        }
        if (!shipped.get(at).has(FROM) && !shipped.get(at).has(BELOW)) {
            change(at, "of minors alone", true, line -> line.put(BELOW, OF_MAJORITY));
            change(at, "of grown-ups alone", true, line -> line.put(FROM, OF_MAJORITY));
        }
    }

    private void places(int at) {
        if (shipped.get(at).has(SECTOR)) {
            change(at, "everywhere", true, line -> line.remove(SECTOR));
        }
        for (Sector sector : Sector.values()) {
            if (!shipped.get(at).path(SECTOR).asText().equals(sector.name())) {
                change(at, "in " + sector, true, line -> line.put(SECTOR, sector.name()));
            }
        }
    }

    private void markings(int at) {
        if (shipped.get(at).has(MARKING)) {
            change(at, "marked or not", true, line -> line.remove(MARKING));
        } else {
            change(at, "of marked alone", true, line -> line.put(MARKING, "*"));
        }
        change(at, "of one provision alone", true, line -> line.put(MARKING, "OSL 26:1"));
    }

    private void change(int at, String name, boolean sees, Consumer<ObjectNode> how) {
        ArrayNode changed = shipped.deepCopy();
        how.accept((ObjectNode) changed.get(at));
        add(at, name, sees, changed);
    }

    private void add(int at, String name, boolean sees, ArrayNode changed) {
        try {
            mutants.add(new Mutant(
                    shipped.get(at).get("key").asText(), name, sees, FILE, JSON.writeValueAsString(changed)));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
