package se.knutpunkt.hub.deadletter;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.hub.source.Verdict;

/**
 * Which letters; what is empty or null leaves all through.
 *
 * @param from first refused then or later
 * @param to first refused before then
 */
public record LetterFilter(
        String source,
        @Nullable Verdict kind,
        String caseType,
        String externalId,
        @Nullable LetterState state,
        @Nullable Instant from,
        @Nullable Instant to) {

    /** The kinds of refusal that leave a letter; the others refuse a request of which no event is known. */
    public static final Set<Verdict> KINDS = Set.of(
            Verdict.INVALID,
            Verdict.UNKNOWN_CASE_TYPE,
            Verdict.NOT_AUTHORISED,
            Verdict.CONFLICT,
            Verdict.CASE_CONFLICT);

    /** All letters. */
    public static final LetterFilter ALL = new LetterFilter("", null, "", "", null, null, null);

    /** The same, for letters in that state. */
    public LetterFilter in(LetterState other) {
        return new LetterFilter(source, kind, caseType, externalId, other, from, to);
    }

    /** A condition, and what is bound to it. */
    record Condition(String sql, List<Object> values) {}

    /** As SQL over {@code dead_letter}; always a condition. */
    Condition condition() {
        List<String> parts = new ArrayList<>(List.of("TRUE"));
        List<Object> values = new ArrayList<>();
        add(parts, values, "source = ?", source);
        add(parts, values, "kind = ?", kind);
        add(parts, values, "case_type = ?", caseType);
        add(parts, values, "external_id = ?", externalId);
        add(parts, values, "state = ?", state);
        add(parts, values, "received_at >= ?", from);
        add(parts, values, "received_at < ?", to);
        return new Condition(String.join(" AND ", parts), values);
    }

    private static void add(List<String> parts, List<Object> values, String part, @Nullable Object value) {
        if (value != null && !"".equals(value)) {
            parts.add(part);
            values.add(value);
        }
    }
}
