package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Option;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.YesNoShape;

/** Yes or no. */
final class YesNoField implements FieldType {

    private static final String YES = "yes";
    private static final List<Option> OPTIONS = List.of(
            new Option(YES, Texts.of("Ja", "Yes"), null, null), new Option("no", Texts.of("Nej", "No"), null, null));

    @Override
    public String code() {
        return "yesno";
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withOptions(Options.choices(OPTIONS, locale));
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
        boolean known = OPTIONS.stream().anyMatch(option -> option.value().equals(value));
        return known ? Reading.right(value) : Reading.wrong("choice.unknown");
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("yesno.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return Options.labels(OPTIONS, values, locale);
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new YesNoShape(YES));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.BOOL);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return YES.equals(values.get(0));
    }
}
