package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.TextShape;

/**
 * A property designation as the land register has it: municipality, tract or block, and a number: {@code Alvstad Ekeby
 * 1:23}. Common land has a letter before it ({@code S:1}, {@code GA:2}), a block in a town its unit alone ({@code 4}), a
 * parcel a sign after it ({@code 1:23>2}). It is kept with one blank between words, each with a capital. Whether there is
 * such a property nobody asks here.
 */
final class PropertyField implements FieldType {

    private static final int LONGEST = 100;
    private static final String WORD = "\\p{L}[\\p{L}.'’-]*";
    private static final Pattern FORM = Pattern.compile("(" + WORD + "(?: " + WORD + "){1,5})"
            + " ((?:(?:[0-9]{1,5}|S|GA|FS|VA|F) ?: ?)?[0-9]{1,5})( ?> ?[0-9]{1,4})?");
    private static final Pattern INITIAL = Pattern.compile("(?<![\\p{L}'’])\\p{L}");

    @Override
    public String code() {
        return "property";
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String typed = Typed.line(raw).replaceAll(" +", " ").toUpperCase(Locale.ROOT);
        if (typed.isEmpty()) {
            return Reading.unanswered();
        }
        Matcher form = FORM.matcher(typed);
        if (Typed.length(typed) > LONGEST || !form.matches()) {
            return Reading.wrong("property.form");
        }
        String parcel = form.group(3) == null ? "" : form.group(3);
        return Reading.right(capitals(form.group(1)) + " " + (form.group(2) + parcel).replace(" ", ""));
    }

    private static String capitals(String names) {
        return INITIAL.matcher(names.toLowerCase(Locale.ROOT))
                .replaceAll(initial -> initial.group().toUpperCase(Locale.ROOT));
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("property.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return values;
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new TextShape(5, LONGEST, "[^0-9:>]+ [^ ]+"));
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
