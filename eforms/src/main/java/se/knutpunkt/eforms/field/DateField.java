package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.DateShape;
import se.knutpunkt.eforms.shape.Shape;

/** A date. Rules see it as the timestamp of its midnight in UTC, to be compared with {@code today}. */
final class DateField implements FieldType {

    @Override
    public String code() {
        return "date";
    }

    @Override
    public Set<String> limits() {
        return Set.of("earliest", "latest");
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        return TypedDate.check(field.limits(), new Bounds()).faults();
    }

    @Override
    public boolean takesAllOf(Field before, Field after) {
        return DateBound.within(after.limits().earliest(), before.limits().earliest(), 1)
                && DateBound.within(after.limits().latest(), before.limits().latest(), -1);
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN;
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String typed = Typed.line(raw);
        if (typed.isEmpty()) {
            return Reading.unanswered();
        }
        Optional<LocalDate> date = TypedDate.parse(typed);
        if (date.isEmpty()) {
            return Reading.wrong("date.form");
        }
        return TypedDate.outside(date.get(), field.limits(), today)
                .<Reading>map(Reading.Wrong::new)
                .orElseGet(() -> Reading.right(date.get().toString()));
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("date.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of(TypedDate.words(LocalDate.parse(values.get(0))).in(locale));
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new DateShape());
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.TIMESTAMP);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return LocalDate.parse(values.get(0)).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
