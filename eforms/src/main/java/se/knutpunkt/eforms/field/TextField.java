package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Prefill;
import se.knutpunkt.eforms.shape.Shape;

/** A line of text. */
final class TextField implements FieldType {

    private static final int DEFAULT_MAX = 200;
    private static final int MOST = 1000;

    @Override
    public String code() {
        return "text";
    }

    @Override
    public Set<String> limits() {
        return Set.of("minLength", "maxLength");
    }

    @Override
    public Set<Prefill> prefills() {
        return Set.of(Prefill.NAME);
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        return TextLength.of(field, DEFAULT_MAX).faults(field, MOST);
    }

    @Override
    public boolean takesAllOf(Field before, Field after) {
        return TextLength.of(after, DEFAULT_MAX).takesAllOf(TextLength.of(before, DEFAULT_MAX));
    }

    @Override
    public Control control(Field field, Locale locale) {
        String autocomplete = field.prefill() == Prefill.NAME ? "name" : "";
        return Control.PLAIN
                .withMaxLength(TextLength.of(field, DEFAULT_MAX).max())
                .withAutocomplete(autocomplete);
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        return TextLength.of(field, DEFAULT_MAX).read(Typed.line(raw));
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return values;
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(TextLength.of(field, DEFAULT_MAX).shape());
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.STRING);
    }

    @Override
    public int celSize(Field field) {
        return TextLength.of(field, DEFAULT_MAX).max();
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return values.get(0);
    }
}
