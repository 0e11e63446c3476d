package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.MapType;
import dev.cel.common.types.SimpleType;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.DateShape;
import se.knutpunkt.eforms.shape.RecordShape;
import se.knutpunkt.eforms.shape.RecordShape.Member;
import se.knutpunkt.eforms.shape.Shape;

/**
 * A period: its first and its last day, both in it. Rules see a map with {@code from} and {@code to}, each a timestamp as
 * of a date.
 */
final class PeriodField implements FieldType {

    private static final String FROM = "from";
    private static final String TO = "to";
    private static final int LONGEST = 36_600;

    @Override
    public String code() {
        return "period";
    }

    @Override
    public Set<String> limits() {
        return Set.of("earliest", "latest", "maxDays");
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        return TypedDate.check(field.limits(), new Bounds())
                .within(field.limits().maxDays(), 1, LONGEST, "maxDays")
                .faults();
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withParts(List.of(new Control.Part(FROM, ""), new Control.Part(TO, "")));
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        List<String> typed = Typed.parts(raw, 2);
        if (typed.stream().allMatch(String::isEmpty)) {
            return Reading.unanswered();
        }
        List<LocalDate> dates = new ArrayList<>();
        for (String part : List.of(FROM, TO)) {
            String text = typed.get(dates.size());
            if (text.isEmpty()) {
                return Reading.wrongPart(part, "period." + part + ".missing");
            }
            Optional<LocalDate> date = TypedDate.parse(text);
            if (date.isEmpty()) {
                return Reading.wrongPart(part, "date.form");
            }
            Optional<FieldError> outside = TypedDate.outside(date.get(), field.limits(), today);
            if (outside.isPresent()) {
                return new Reading.Wrong(outside.get().at(part));
            }
            dates.add(date.get());
        }
        return bounded(field, dates.get(0), dates.get(1));
    }

    private static Reading bounded(Field field, LocalDate from, LocalDate to) {
        if (to.isBefore(from)) {
            return Reading.wrongPart(TO, "period.reversed", TypedDate.words(from));
        }
        Integer most = field.limits().maxDays();
        if (most != null && ChronoUnit.DAYS.between(from, to) + 1 > most) {
            return Reading.wrongPart(TO, "period.long", most, TypedDate.words(from.plusDays(most - 1L)));
        }
        return new Reading.Right(List.of(from.toString(), to.toString()));
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("period.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        Texts from = TypedDate.words(LocalDate.parse(values.get(0)));
        Texts to = TypedDate.words(LocalDate.parse(values.get(1)));
        return List.of(from.in(locale) + " – " + to.in(locale));
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new RecordShape(List.of(
                new Member(FROM, "Första dagen", new DateShape(), true),
                new Member(TO, "Sista dagen", new DateShape(), true))));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(MapType.create(SimpleType.STRING, SimpleType.TIMESTAMP));
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return Map.of(FROM, midnight(values.get(0)), TO, midnight(values.get(1)));
    }

    private static Instant midnight(String date) {
        return LocalDate.parse(date).atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
