package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.ListType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Limits;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.shape.CodesShape;
import se.knutpunkt.eforms.shape.Shape;

/** Any number of several options. */
final class ChoicesField implements FieldType {

    @Override
    public String code() {
        return "choices";
    }

    @Override
    public Set<String> limits() {
        return Set.of("minChosen", "maxChosen");
    }

    @Override
    public boolean hasOptions() {
        return true;
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        List<DefinitionFault> options = Options.faults(field, Options.MOST_BUTTONS);
        if (!options.isEmpty()) {
            return options;
        }
        Limits limits = field.limits();
        int most = field.options().size();
        return new Bounds()
                .within(limits.minChosen(), 1, most, "minChosen")
                .within(limits.maxChosen(), 1, most, "maxChosen")
                .ordered(limits.minChosen(), limits.maxChosen(), "minChosen", "maxChosen")
                .faults();
    }

    @Override
    public boolean takesAllOf(Field before, Field after) {
        return atLeast(after) <= atLeast(before) && atMost(after) >= atMost(before);
    }

    private static int atLeast(Field field) {
        Integer min = field.limits().minChosen();
        return min == null ? 1 : min;
    }

    private static int atMost(Field field) {
        Integer max = field.limits().maxChosen();
        return max == null ? Integer.MAX_VALUE : max;
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withOptions(Options.choices(field.options(), locale));
    }

    @Override
    public boolean isUnsentWhenEmpty() {
        return true;
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        Set<String> sent = Set.copyOf(raw.stream()
                .map(List::of)
                .map(Typed::line)
                .filter(value -> !value.isEmpty())
                .toList());
        if (sent.isEmpty()) {
            return Reading.unanswered();
        }
        List<String> chosen = field.options().stream()
                .map(Option::value)
                .filter(sent::contains)
                .toList();
        if (chosen.size() != sent.size()) {
            return Reading.wrong("choice.unknown");
        }
        Integer min = field.limits().minChosen();
        if (min != null && chosen.size() < min) {
            return Reading.wrong("choices.few", min);
        }
        Integer max = field.limits().maxChosen();
        if (max != null && chosen.size() > max) {
            return Reading.wrong("choices.many", max);
        }
        return new Reading.Right(chosen);
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("choices.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return Options.labels(field.options(), values, locale);
    }

    @Override
    public Optional<Shape> shape(Field field) {
        Integer min = field.limits().minChosen();
        Integer max = field.limits().maxChosen();
        return Optional.of(new CodesShape(
                field.options(),
                min == null ? 1 : min,
                max == null ? field.options().size() : max));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(ListType.create(SimpleType.STRING));
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return values;
    }
}
