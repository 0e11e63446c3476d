package se.knutpunkt.eforms.field;

import dev.cel.common.types.CelType;
import dev.cel.common.types.SimpleType;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Field;
import se.knutpunkt.eforms.definition.Texts;
import se.knutpunkt.eforms.shape.DateShape;
import se.knutpunkt.eforms.shape.Shape;

/** A date. Rules see it as the timestamp of its midnight in UTC, to be compared with {@code today}. */
final class DateField implements FieldType {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ]?(\\d{1,2})[-/. ]?(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/. ]\\s?(\\d{1,2})[/. ]\\s?(\\d{4})");

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
        Bounds bounds = new Bounds();
        checkForm(bounds, field.limits().earliest(), "earliest");
        checkForm(bounds, field.limits().latest(), "latest");
        if (bounds.faults().isEmpty()) {
            // Any day will do to compare two relative dates; two fixed dates do not depend on it.
            LocalDate day = LocalDate.EPOCH;
            boolean sameKind = DateBound.relative(field.limits().earliest())
                    == DateBound.relative(field.limits().latest());
            if (sameKind) {
                bounds.ordered(
                        (java.time.chrono.ChronoLocalDate)
                                DateBound.resolve(field.limits().earliest(), day),
                        (java.time.chrono.ChronoLocalDate)
                                DateBound.resolve(field.limits().latest(), day),
                        "earliest",
                        "latest");
            }
        }
        return bounds.faults();
    }

    private static void checkForm(Bounds bounds, @Nullable String text, String name) {
        if (!DateBound.wellFormed(text)) {
            bounds.add(
                    name,
                    "Skriv ett datum som ÅÅÅÅ-MM-DD, ”today” eller till exempel ”today-30d”.",
                    "Write a date as YYYY-MM-DD, “today” or for instance “today-30d”.");
        }
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
        Optional<LocalDate> read = parse(typed);
        if (read.isEmpty()) {
            return Reading.wrong("date.form");
        }
        LocalDate date = read.get();
        LocalDate earliest = DateBound.resolve(field.limits().earliest(), today);
        if (earliest != null && date.isBefore(earliest)) {
            return Reading.wrong("date.early", words(earliest));
        }
        LocalDate latest = DateBound.resolve(field.limits().latest(), today);
        if (latest != null && date.isAfter(latest)) {
            return latest.equals(today) ? Reading.wrong("date.future") : Reading.wrong("date.late", words(latest));
        }
        return Reading.right(date.toString());
    }

    private static Optional<LocalDate> parse(String typed) {
        Matcher yearFirst = YEAR_FIRST.matcher(typed);
        if (yearFirst.matches()) {
            return date(yearFirst.group(1), yearFirst.group(2), yearFirst.group(3));
        }
        Matcher dayFirst = DAY_FIRST.matcher(typed);
        if (dayFirst.matches()) {
            return date(dayFirst.group(3), dayFirst.group(2), dayFirst.group(1));
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (y < 1800 || y > 2200) {
            return Optional.empty();
        }
        try {
            return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
        } catch (DateTimeException notInTheCalendar) {
            return Optional.empty();
        }
    }

    @Override
    public FieldError missing(Field field) {
        return FieldError.of("date.missing", field.label());
    }

    @Override
    public List<String> lines(Field field, List<String> values, Locale locale) {
        return List.of(words(LocalDate.parse(values.get(0))).in(locale));
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

    private static Texts words(LocalDate date) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
        return Texts.of(
                date.format(format.withLocale(Locale.forLanguageTag("sv-SE"))),
                date.format(format.withLocale(Locale.UK)));
    }
}
