package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.Shape;
import se.knutpunkt.eforms.shape.TextShape;

/** A time of day, kept as {@code HH:MM}. Rules see that text, which can be compared as it stands. */
final class TimeField implements FieldType {

    private static final Pattern FORM =
            Pattern.compile("(?:kl[.]? ?)?(?:([0-9]{1,2})[:., ]([0-9]{2})|([0-9]{1,2})([0-9]{2}))");
    private static final String KEPT = "([01][0-9]|2[0-3]):[0-5][0-9]";

    @Override
    public String code() {
        return "time";
    }

    @Override
    public Set<String> limits() {
        return Set.of("earliest", "latest");
    }

    @Override
    public List<DefinitionFault> faults(Field field) {
        Bounds bounds = new Bounds();
        checkForm(bounds, field.limits().earliest(), "earliest");
        checkForm(bounds, field.limits().latest(), "latest");
        return bounds.faults().isEmpty()
                ? bounds.ordered(field.limits().earliest(), field.limits().latest(), "earliest", "latest")
                        .faults()
                : bounds.faults();
    }

    private static void checkForm(Bounds bounds, @Nullable String text, String name) {
        if (text != null && !text.matches(KEPT)) {
            bounds.add(name, "Skriv ett klockslag som TT:MM.", "Write a time as HH:MM.");
        }
    }

    @Override
    public Control control(Field field, Locale locale) {
        return Control.PLAIN.withInputMode("decimal");
    }

    @Override
    public Reading read(Field field, List<String> raw, LocalDate today) {
        String typed = Typed.line(raw);
        if (typed.isEmpty()) {
            return Reading.unanswered();
        }
        String time =
                parse(typed.toLowerCase(Locale.ROOT)).map(LocalTime::toString).orElse("");
        if (time.isEmpty()) {
            return Reading.wrong("time.form");
        }
        String earliest = field.limits().earliest();
        if (earliest != null && time.compareTo(earliest) < 0) {
            return Reading.wrong("time.early", words(earliest));
        }
        String latest = field.limits().latest();
        if (latest != null && time.compareTo(latest) > 0) {
            return Reading.wrong("time.late", words(latest));
        }
        return Reading.right(time);
    }

    private static Optional<LocalTime> parse(String typed) {
        Matcher form = FORM.matcher(typed);
        if (!form.matches()) {
            return Optional.empty();
        }
        boolean apart = form.group(1) != null;
        try {
            return Optional.of(LocalTime.of(
                    Integer.parseInt(form.group(apart ? 1 : 3)), Integer.parseInt(form.group(apart ? 2 : 4))));
        } catch (DateTimeException notOnTheClock) {
            return Optional.empty();
        }
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("time.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of(words(values.get(0)).in(locale));
    }

    private static Texts words(String time) {
        return Texts.of("kl. " + time.replace(':', '.'), time);
    }

    @Override
    public Optional<Shape> shape(Field field) {
        return Optional.of(new TextShape(5, 5, KEPT));
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
