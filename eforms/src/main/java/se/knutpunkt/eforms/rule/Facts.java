package se.knutpunkt.eforms.rule;

import dev.cel.runtime.CelVariableResolver;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.field.FieldTypes;

/**
 * What rules know while a form is gone through from its beginning: today's date and the answers seen so far. Inside a row
 * of a repeating group a question's name is that row's own answer; outside, and after, it is the list of all rows'.
 */
public final class Facts implements CelVariableResolver {

    private final FieldTypes types = FieldTypes.standard();
    private final Map<String, Object> known = new HashMap<>();
    private final Map<String, Object> unanswered;
    private final @Nullable Facts around;

    private Facts(Map<String, Object> unanswered, @Nullable Facts around) {
        this.unanswered = unanswered;
        this.around = around;
    }

    /**
     * Nothing but the date.
     *
     * @param unanswered what each variable is while nothing is known of it
     */
    static Facts of(LocalDate today, Map<String, Object> unanswered) {
        Facts facts = new Facts(unanswered, null);
        Instant midnight = today.atStartOfDay(ZoneOffset.UTC).toInstant();
        facts.known.put(RuleLanguage.TODAY, midnight);
        return facts;
    }

    /** Makes the answer of a field known; a field that is not seen is unanswered. */
    public void see(Field field, List<String> values) {
        if (values.isEmpty() || types.of(field).celType(field).isEmpty()) {
            return;
        }
        Object value = types.of(field).celValue(field, values);
        known.put(field.id(), Optional.of(value));
        if (around != null) {
            around.collect(field.id(), value);
        }
    }

    private void collect(String fieldId, Object value) {
        @SuppressWarnings("unchecked")
        List<Object> all = (List<Object>) known.computeIfAbsent(fieldId, id -> new ArrayList<>());
        all.add(value);
    }

    Facts row(Map<String, Object> unansweredInRow) {
        return new Facts(unansweredInRow, this);
    }

    /** The value of a variable, for CEL. */
    @Override
    public Optional<Object> find(String name) {
        Object found = lookUp(name);
        return found == null ? Optional.ofNullable(unanswered.get(name)) : Optional.of(found);
    }

    private @Nullable Object lookUp(String name) {
        Object own = known.get(name);
        if (own != null || around == null) {
            return own;
        }
        // the lists that other rows have filled so far are not this row's answer
        Object outer = around.lookUp(name);
        return outer instanceof List ? null : outer;
    }
}
