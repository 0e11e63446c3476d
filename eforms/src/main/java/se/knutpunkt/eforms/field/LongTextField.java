package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.Shape;

/** A text of several lines. */
final class LongTextField implements FieldType {

    private static final int DEFAULT_MAX = 4000;
    private static final int MOST = 10_000;

    @Override
    public String code() {
        return "longtext";
    }

    @Override
    public Set<String> limits() {
        return Set.of("minLength", "maxLength");
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
        return Control.PLAIN.withMaxLength(TextLength.of(field, DEFAULT_MAX).max());
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        return TextLength.of(field, DEFAULT_MAX).read(Typed.lines(raw));
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return values.get(0).lines().toList();
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
