package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Limits;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.AmountShape;
import se.knutpunkt.eforms.shape.Shape;

/**
 * An amount in kronor and öre, kept and seen by rules as whole öre. Its limits are in kronor; without a limit it is
 * nothing below 0.
 */
final class AmountField implements FieldType {

    private static final int ORE = 100;
    private static final BigDecimal MOST = new BigDecimal("999999999999");

    /** Thousands stand together, or apart by blanks; a dot is no sign of thousands, since it may be one of decimals. */
    private static final Pattern FORM = Pattern.compile(
            "([-−]?)([0-9]{1,12}|[0-9]{1,3}(?: [0-9]{3}){1,3})(?:[,.:]([0-9]{1,2}))?(?:[:,]-)? ?(?:kr|kronor|sek)?[.]?");

    @Override
    public String code() {
        return "amount";
    }

    @Override
    public Set<String> limits() {
        return Set.of("min", "max");
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        Bounds bounds = new Bounds();
        checkForm(bounds, field.limits().min(), "min");
        checkForm(bounds, field.limits().max(), "max");
        return bounds.ordered(min(field.limits()), max(field.limits()), "min", "max")
                .faults();
    }

    @Override
    public boolean takesAllOf(Field before, Field after) {
        return Bounds.within(min(after.limits()), min(before.limits()), 1)
                && Bounds.within(max(after.limits()), max(before.limits()), -1);
    }

    private static void checkForm(Bounds bounds, @Nullable BigDecimal limit, String name) {
        if (limit != null && limit.stripTrailingZeros().scale() > 2) {
            bounds.add(name, "Ett belopp har högst två decimaler.", "An amount has at most two decimals.");
        }
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withInputMode("decimal").withUnit("kr");
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String typed = Typed.line(raw).toLowerCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return Reading.unanswered();
        }
        Matcher form = FORM.matcher(typed);
        if (!form.matches()) {
            return Reading.wrong("amount.form");
        }
        String ore = form.group(3) == null ? "00" : (form.group(3) + "0").substring(0, 2);
        long whole = Long.parseLong(form.group(2).replace(" ", "") + ore);
        long amount = form.group(1).isEmpty() ? whole : -whole;
        if (amount < ore(min(field.limits()))) {
            return Reading.wrong("amount.small", words(ore(min(field.limits()))));
        }
        if (amount > ore(max(field.limits()))) {
            return Reading.wrong("amount.large", words(ore(max(field.limits()))));
        }
        return Reading.right(Long.toString(amount));
    }

    private static BigDecimal min(Limits limits) {
        BigDecimal min = limits.min();
        return min == null ? BigDecimal.ZERO : min;
    }

    private static BigDecimal max(Limits limits) {
        BigDecimal max = limits.max();
        return max == null ? MOST : max;
    }

    private static long ore(BigDecimal kronor) {
        return kronor.movePointRight(2).longValueExact();
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("amount.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of(words(Long.parseLong(values.get(0))).in(locale));
    }

    /** Öre are said where there are any; thousands stand apart by a blank that breaks no line. */
    private static Texts words(long amount) {
        long kronor = Math.abs(amount) / ORE;
        long rest = Math.abs(amount) % ORE;
        String swedish = String.format(Locale.ROOT, "%,d", kronor).replace(',', '\u00A0')
                + (rest == 0 ? "" : String.format(Locale.ROOT, ",%02d", rest));
        String english = String.format(Locale.ROOT, "%,d", kronor)
                + (rest == 0 ? "" : String.format(Locale.ROOT, ".%02d", rest));
        String sign = amount < 0 ? "−" : "";
        return Texts.of(sign + swedish + "\u00A0kr", "SEK\u00A0" + sign + english);
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new AmountShape(ore(min(field.limits())), ore(max(field.limits()))));
    }

    @Override
    public Optional<CelType> celType(Field field) {
        return Optional.of(SimpleType.INT);
    }

    @Override
    public Object celValue(Field field, List<String> values) {
        return Long.parseLong(values.get(0));
    }
}
