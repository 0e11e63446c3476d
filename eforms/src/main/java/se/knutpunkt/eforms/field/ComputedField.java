package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Result;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.Shape;

/** A value that the form works out of other answers; shown to the sender, or only kept. */
final class ComputedField implements FieldType {

    private static final Map<Result, FieldType> LIKE =
            Map.of(Result.NUMBER, new NumberField(), Result.TEXT, new TextField(), Result.DATE, new DateField());
    private static final int MOST_CHARACTERS = 200;
    private static final BigDecimal MOST = new BigDecimal("999999999999");

    private final String code;
    private final boolean shown;

    private ComputedField(String code, boolean shown) {
        this.code = code;
        this.shown = shown;
    }

    /** A sum, a fee, a last day: shown where it stands and at the review. */
    static ComputedField computed() {
        return new ComputedField("computed", true);
    }

    /** Something that only the municipality's systems need. */
    static ComputedField hidden() {
        return new ComputedField("hidden", false);
    }

    @Override
    public String code() {
        return code;
    }

    @Override
    public Set<String> limits() {
        return Set.of("result", "decimals", "unit");
    }

    @Override
    public boolean asks() {
        return false;
    }

    @Override
    public boolean shown() {
        return shown;
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        if (field.compute() == null) {
            return List.of(new DefinitionFault(
                    "/compute", Texts.of("Fältet behöver ett uttryck.", "The field needs an expression.")));
        }
        return like(field).faults(field);
    }

    @Override
    public Control control(Field field, Locale locale) {
        Texts unit = field.limits().unit();
        return Control.PLAIN.withUnit(unit == null ? "" : unit.in(locale));
    }

    /** What is posted under its name is nobody's answer. */
    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        return Reading.unanswered();
    }

    @Override
    public Optional<CelType> computes(Field field) {
        return Optional.of(
                switch (result(field)) {
                    case NUMBER -> SimpleType.DOUBLE;
                    case TEXT -> SimpleType.STRING;
                    case DATE -> SimpleType.TIMESTAMP;
                });
    }

    @Override
    public Reading computed(Field field, Object value) {
        return switch (result(field)) {
            case NUMBER -> number(field, (Double) value);
            case TEXT -> text((String) value);
            case DATE -> date(((Instant) value).atZone(ZoneOffset.UTC).toLocalDate());
        };
    }

    /** A year is written with four digits, here and in documents. */
    private static Reading date(LocalDate date) {
        boolean writable = date.getYear() >= 1 && date.getYear() <= 9999;
        return writable ? Reading.right(date.toString()) : Reading.unanswered();
    }

    private static Reading number(Field field, double value) {
        if (!Double.isFinite(value)) {
            return Reading.unanswered();
        }
        Integer decimals = field.limits().decimals();
        BigDecimal number =
                new BigDecimal(Double.toString(value)).setScale(decimals == null ? 0 : decimals, RoundingMode.HALF_UP);
        return number.abs().compareTo(MOST) > 0 ? Reading.unanswered() : Reading.right(number.toPlainString());
    }

    private static Reading text(String value) {
        String line = Typed.line(List.of(value));
        boolean fits = !line.isEmpty() && Typed.length(line) <= MOST_CHARACTERS && !Typed.unreadable(line);
        return fits ? Reading.right(line) : Reading.unanswered();
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return like(field).lines(field, values, locale);
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return like(field).shape(field);
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return like(field).celType(field);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return like(field).celValue(field, values);
    }

    @Override
    public int celSize(Field field) {
        return result(field) == Result.TEXT ? MOST_CHARACTERS : 1;
    }

    private static FieldType like(Field field) {
        return LIKE.get(result(field));
    }

    private static Result result(Field field) {
        Result result = field.limits().result();
        return result == null ? Result.NUMBER : result;
    }
}
