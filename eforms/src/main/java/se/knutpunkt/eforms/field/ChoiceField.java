package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.CodeShape;
import se.knutpunkt.eforms.shape.Shape;

/** One of several options. */
final class ChoiceField implements FieldType {

    @Override
    public String code() {
        return "choice";
    }

    @Override
    public boolean hasOptions() {
        return true;
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        return Options.faults(field);
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withOptions(Options.choices(field.options(), locale));
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String value = Typed.line(raw);
        if (value.isEmpty()) {
            return Reading.unanswered();
        }
        if (raw.size() > 1) {
            return Reading.wrong("choice.one");
        }
        return field.option(value).isPresent() ? Reading.right(value) : Reading.wrong("choice.unknown");
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("choice.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return Options.labels(field.options(), values, locale);
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new CodeShape(field.options()));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.STRING);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return values.get(0);
    }
}
