package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.Shape;

/** A heading with a text under it: tells, asks nothing. */
final class InfoField implements FieldType {

    @Override
    public String code() {
        return "info";
    }

    @Override
    public boolean asks() {
        return false;
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        return Reading.unanswered();
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of();
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.empty();
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.empty();
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        throw new IllegalStateException("an information text has no answer");
    }
}
