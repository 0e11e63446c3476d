package se.knutpunkt.portal.policy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.policy.PolicyLine;

/**
 * A rule that one set has otherwise than another.
 *
 * @param what how it differs, in a word
 * @param before the rule as a sentence; empty when it is new
 * @param after the rule as a sentence; empty when it is removed
 * @param ground what the rule rests on, that of the later when both are there
 * @param words the municipality's words; empty when both are there, since {@link #parts} tells
 * @param parts what is changed in it; empty unless both are there
 */
public record Difference(
        String key,
        String what,
        String mark,
        String place,
        String before,
        String after,
        String ground,
        String words,
        List<Part> parts) {

    /** A part of the rule, before and after; empty for nothing said. */
    public record Part(String name, String before, String after) {}

    /** The rules that differ, by key. */
    static List<Difference> between(List<PolicyLine> before, List<PolicyLine> after, PolicyWords words) {
        Map<String, PolicyLine> old = byKey(before);
        Map<String, PolicyLine> fresh = byKey(after);
        TreeSet<String> keys = new TreeSet<>(old.keySet());
        keys.addAll(fresh.keySet());
        List<Difference> differences = new ArrayList<>();
        for (String key : keys) {
            PolicyLine was = old.get(key);
            PolicyLine is = fresh.get(key);
            if (was == null && is != null) {
                differences.add(whole(is, "added", "done", words));
            } else if (was != null && is == null) {
                differences.add(whole(was, "removed", "fail", words));
            } else if (was != null && is != null && !was.equals(is)) {
                differences.add(changed(was, is, words));
            }
        }
        return differences;
    }

    private static Map<String, PolicyLine> byKey(List<PolicyLine> lines) {
        Map<String, PolicyLine> byKey = new TreeMap<>();
        lines.forEach(line -> byKey.put(line.key(), line));
        return byKey;
    }

    private static Difference whole(PolicyLine line, String how, String mark, PolicyWords words) {
        String sentence = words.sentence(line);
        boolean added = how.equals("added");
        return new Difference(
                line.key(),
                words.text("policy.difference." + how),
                mark,
                words.places().title(line.place()),
                added ? "" : sentence,
                added ? sentence : "",
                line.ground().toString(),
                line.words(),
                List.of());
    }

    private static Difference changed(PolicyLine was, PolicyLine is, PolicyWords words) {
        Map<String, String> before = words.facts(was);
        List<Part> parts = new ArrayList<>();
        words.facts(is).forEach((name, text) -> {
            @Nullable String earlier = before.get(name);
            if (!text.equals(earlier)) {
                parts.add(new Part(name, earlier == null ? "" : earlier, text));
            }
        });
        return new Difference(
                is.key(),
                words.text("policy.difference.changed"),
                "wait",
                words.places().title(is.place()),
                words.sentence(was),
                words.sentence(is),
                is.ground().toString(),
                "",
                parts);
    }
}
