package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.Shape;

/** What is common to the types that have no answer. */
interface Telling extends FieldType {

    @Override
    default boolean asks() {
        return false;
    }

    @Override
    default Reading read(Field field, List<String> raw, LocalDate today) {
        return Reading.unanswered();
    }

    @Override
    default List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of();
    }

    @Override
    default Optional<Shape> shape(Field field) {
        return Optional.empty();
    }

    @Override
    default Optional<CelType> celType(Field field) {
        return Optional.empty();
    }

    @Override
    default Object celValue(Field field, List<String> values) {
        throw new IllegalStateException("fields of the type " + code() + " have no answer");
    }
}
