package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.CodeShape;
import se.knutpunkt.eforms.shape.Shape;

/** One of several options: buttons, a list to open, or a list to search in. */
final class ChoiceField implements FieldType {

    private static final String RADIO = "radio";
    private static final Set<String> PRESENTATIONS = Set.of(RADIO, "select", "search");
    private static final int MOST_LISTED = 1000;

    @Override
    public String code() {
        return "choice";
    }

    @Override
    public Set<String> limits() {
        return Set.of("presentation");
    }

    @Override
    public boolean hasOptions() {
        return true;
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        Bounds presentation = new Bounds().oneOf(presentation(field), PRESENTATIONS, "presentation");
        if (!presentation.faults().isEmpty()) {
            return presentation.faults();
        }
        if (presentation(field).equals(RADIO)) {
            return Options.faults(field, Options.MOST_BUTTONS);
        }
        List<DefinitionFault> options = Options.faults(field, MOST_LISTED);
        return options.isEmpty() ? helps(field) : options;
    }

    /** A list has no room for them. */
    private static List<DefinitionFault> helps(Field field) {
        return IntStream.range(0, field.options().size())
                .filter(o -> field.options().get(o).help() != null)
                .mapToObj(o -> new DefinitionFault(
                        "/options/" + o + "/help",
                        Texts.of(
                                "En lista visar ingen hjälp vid alternativen.",
                                "A list shows no help at its options.")))
                .toList();
    }

    private static String presentation(Field field) {
        String presentation = field.limits().presentation();
        return presentation == null ? RADIO : presentation;
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN
                .withOptions(Options.choices(field.options(), locale))
                .withKind(presentation(field));
    }

    /** How one chooses limits nothing; the options are compared by themselves. */
    @Override
    public boolean takesAllOf(Field before, Field after) {
        return true;
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
