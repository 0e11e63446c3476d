package se.knutpunkt.hub.policy;

import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import jakarta.ejb.EJB;
import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.database.Database;
import se.knutpunkt.hub.policy.PolicyChange.State;

/**
 * The policy that is shipped ({@code policy.json}), in force from the first start until the municipality changes it: the
 * access matrix of the design, each line with its ground. A hub that had the earlier rules of case types keeps them, as
 * lines of those types.
 */
@Stateless
public class FirstPolicy {
    private static final String SHIPPED_BY = "knutpunkt";

    @EJB
    PolicyTable table;

    @Inject
    Database database;

    @Inject
    Clock clock;

    /** A line as the file has it. */
    private record Shipped(
            String key,
            @Nullable String sector,
            Capacity capacity,
            @Nullable Integer from,
            @Nullable Integer below,
            @Nullable String marking,
            Degree degree,
            String law,
            String section,
            String words) {
        PolicyLine line() {
            return new PolicyLine(
                    key,
                    sector == null ? Place.MUNICIPALITY : new Place(Level.SECTOR, sector),
                    capacity,
                    new AgeBand(from, below),
                    null,
                    marking,
                    null,
                    null,
                    degree,
                    new LegalGround(law, section),
                    words);
        }
    }

    /** Puts the shipped lines in force unless there is a policy. The register is read before. */
    @TransactionAttribute(TransactionAttributeType.REQUIRES_NEW)
    public void putInForceOnce() {
        // the row of the register's reading is one: two nodes that start at once go one after the other
        database.query("SELECT id FROM register_reading WHERE id = 1 FOR UPDATE", row -> row.number("id"));
        if (table.lockVersion() > 0) {
            return;
        }
        List<PolicyLine> lines = new ArrayList<>(shipped());
        lines.addAll(earlier());
        table.insert(
                new PolicyChange(
                        0, 0, 1, State.IN_FORCE, false, "Levererade regler", SHIPPED_BY, clock.instant(), null),
                lines);
        database.update("DELETE FROM disclosure_rule");
    }

    /** The shipped lines. */
    public static List<PolicyLine> shipped() {
        JsonMapper json = JsonMapper.builder()
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
        try (InputStream file = Objects.requireNonNull(FirstPolicy.class.getResourceAsStream("policy.json"))) {
            return json.readValue(file, new TypeReference<List<Shipped>>() {}).stream()
                    .map(Shipped::line)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What a case type showed before there was a policy, and not more: what it had no rule for stays hidden. */
    private List<PolicyLine> earlier() {
        Map<String, Set<String>> rules = new HashMap<>();
        record Rule(String caseType, String rule) {}
        database.query(
                        "SELECT case_type, rule FROM disclosure_rule",
                        row -> new Rule(row.text("case_type"), row.text("rule")))
                .forEach(one -> rules.computeIfAbsent(one.caseType(), type -> new TreeSet<>())
                        .add(one.rule()));
        List<PolicyLine> lines = new ArrayList<>();
        rules.forEach((type, words) -> {
            lines.add(line(type, Capacity.SELF, null, words.contains("SELF_FULL") ? Degree.FULL : Degree.HIDDEN));
            lines.add(line(type, Capacity.PROXY, null, earlier(words, "PROXY")));
            lines.add(line(type, Capacity.CONTACT_CENTRE, null, Degree.HIDDEN));
            lines.add(line(type, Capacity.TRUSTEE, null, earlier(words, "PROXY")));
            Degree otherwise = words.contains("GUARDIAN_SUMMARY") ? Degree.SUMMARY : Degree.HIDDEN;
            lines.add(line(type, Capacity.GUARDIAN, null, words.contains("GUARDIAN_FULL") ? Degree.FULL : otherwise));
            int until = words.contains("GUARDIAN_UNTIL_16") ? 16 : words.contains("GUARDIAN_UNTIL_15") ? 15 : 0;
            if (until > 0 && !words.contains("GUARDIAN_FULL")) {
                lines.add(line(type, Capacity.GUARDIAN, until, Degree.FULL));
            }
        });
        return lines;
    }

    private static Degree earlier(Set<String> words, String who) {
        if (words.contains(who + "_FULL")) {
            return Degree.FULL;
        }
        return words.contains(who + "_SUMMARY") ? Degree.SUMMARY : Degree.HIDDEN;
    }

    private static PolicyLine line(String type, Capacity capacity, @Nullable Integer below, Degree degree) {
        return new PolicyLine(
                type + "-" + capacity.name().replace('_', '-') + (below == null ? "" : "-" + below),
                new Place(Level.CASE_TYPE, type),
                capacity,
                new AgeBand(null, below),
                null,
                null,
                null,
                null,
                degree,
                new LegalGround("OSL", "12:1-3"),
                "Så som ärendetypen var inställd tidigare.");
    }
}
