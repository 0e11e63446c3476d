package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Limits;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.NumberShape;
import se.knutpunkt.eforms.shape.Shape;

/** A number with a decimal comma, at most twelve digits before it and six after. */
final class NumberField implements FieldType {

    private static final int MOST_DECIMALS = 6;
    private static final Pattern FORM = Pattern.compile("[-−]?\\d{1,12}(?:[,.]\\d{1,6})?");
    private static final Pattern GROUPED = Pattern.compile("([-−]?\\d{1,3})((?: \\d{3})+)([,.]\\d+)?");

    @Override
    public String code() {
        return "number";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max", "decimals", "unit");
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        return new Bounds()
                .within(field.limits().decimals(), 0, MOST_DECIMALS, "decimals")
                .ordered(field.limits().min(), field.limits().max(), "min", "max")
                .faults();
    }

    /** A number in another unit is another answer. */
    @Override
    public boolean takesAllOf(Field before, Field after) {
        Limits old = before.limits();
        Limits now = after.limits();
        return decimals(after) >= decimals(before)
                && Bounds.within(now.min(), old.min(), 1)
                && Bounds.within(now.max(), old.max(), -1)
                && Objects.equals(old.unit(), now.unit());
    }

    @Override
    public Control control(Field field, Locale locale) {
        Texts unit = field.limits().unit();
        return Control.PLAIN
                .withInputMode(decimals(field) == 0 ? "numeric" : "decimal")
                .withUnit(unit == null ? "" : unit.in(locale));
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String typed = Typed.line(raw);
        if (typed.isEmpty()) {
            return Reading.unanswered();
        }
        if (GROUPED.matcher(typed).matches()) {
            typed = typed.replace(" ", "");
        }
        if (!FORM.matcher(typed).matches()) {
            return Reading.wrong("number.form");
        }
        return bounded(field, new BigDecimal(typed.replace(',', '.').replace('−', '-')));
    }

    private static Reading bounded(Field field, BigDecimal typed) {
        BigDecimal number = typed.signum() == 0 ? BigDecimal.ZERO : typed.stripTrailingZeros();
        if (number.scale() > decimals(field)) {
            return decimals(field) == 0
                    ? Reading.wrong("number.whole")
                    : Reading.wrong("number.decimals", decimals(field));
        }
        Limits limits = field.limits();
        if (limits.min() != null && number.compareTo(limits.min()) < 0) {
            return Reading.wrong("number.small", words(limits.min(), limits.unit()));
        }
        if (limits.max() != null && number.compareTo(limits.max()) > 0) {
            return Reading.wrong("number.large", words(limits.max(), limits.unit()));
        }
        return Reading.right(number.toPlainString());
    }

    private static int decimals(Field field) {
        Integer decimals = field.limits().decimals();
        return decimals == null ? 0 : decimals;
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("number.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of(
                words(new BigDecimal(values.get(0)), field.limits().unit()).in(locale));
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new NumberShape(field.limits().min(), field.limits().max(), decimals(field)));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.DOUBLE);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return Double.valueOf(values.get(0));
    }

    private static Texts words(BigDecimal number, @Nullable Texts unit) {
        String english = grouped(number, Locale.UK);
        String swedish = grouped(number, Locale.forLanguageTag("sv-SE"));
        return unit == null
                ? Texts.of(swedish, english)
                : Texts.of(swedish + " " + unit.swedish(), english + " " + unit.in(Locale.ENGLISH));
    }

    private static String grouped(BigDecimal number, Locale locale) {
        NumberFormat format = NumberFormat.getNumberInstance(locale);
        format.setMinimumFractionDigits(Math.max(0, number.scale()));
        format.setMaximumFractionDigits(MOST_DECIMALS);
        return format.format(number);
    }
}
