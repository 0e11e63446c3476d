package se.knutpunkt.eforms.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.chrono.ChronoLocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import se.knutpunkt.eforms.definition.Limits;
import se.knutpunkt.eforms.definition.Texts;

/** Dates as people write and read them, and their limits: what the types that ask for dates share. */
final class TypedDate {

    private static final Pattern YEAR_FIRST = Pattern.compile("(\\d{4})[-/. ]?(\\d{1,2})[-/. ]?(\\d{1,2})");
    private static final Pattern DAY_FIRST = Pattern.compile("(\\d{1,2})[/. ]\\s?(\\d{1,2})[/. ]\\s?(\\d{4})");

    private TypedDate() {}

    /** Checks the limits {@code earliest} and {@code latest} of a definition. */
    static Bounds check(Limits limits, Bounds bounds) {
        checkForm(bounds, limits.earliest(), "earliest");
        checkForm(bounds, limits.latest(), "latest");
        boolean sameKind = DateBound.relative(limits.earliest()) == DateBound.relative(limits.latest());
        if (bounds.faults().isEmpty() && sameKind) {
            // Any day will do to compare two relative dates; two fixed dates do not depend on it.
            ChronoLocalDate earliest = DateBound.resolve(limits.earliest(), LocalDate.EPOCH);
            ChronoLocalDate latest = DateBound.resolve(limits.latest(), LocalDate.EPOCH);
            bounds.ordered(earliest, latest, "earliest", "latest");
        }
        return bounds;
    }

    private static void checkForm(Bounds bounds, @Nullable String text, String name) {
        if (!DateBound.wellFormed(text)) {
            bounds.add(
                    name,
                    "Skriv ett datum som ÅÅÅÅ-MM-DD, ”today” eller till exempel ”today-30d”.",
                    "Write a date as YYYY-MM-DD, “today” or for instance “today-30d”.");
        }
    }

    /** The date that was typed; empty when it is none. */
    static Optional<LocalDate> parse(String typed) {
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

    /** What is wrong when the date lies outside its limits; empty when it does not. */
    static Optional<FieldError> outside(LocalDate date, Limits limits, LocalDate today) {
        LocalDate earliest = DateBound.resolve(limits.earliest(), today);
        if (earliest != null && date.isBefore(earliest)) {
            return Optional.of(FieldError.of("date.early", words(earliest)));
        }
        LocalDate latest = DateBound.resolve(limits.latest(), today);
        if (latest != null && date.isAfter(latest)) {
            return Optional.of(
                    latest.equals(today) ? FieldError.of("date.future") : FieldError.of("date.late", words(latest)));
        }
        return Optional.empty();
    }

    static Texts words(LocalDate date) {
        DateTimeFormatter format = DateTimeFormatter.ofLocalizedDate(FormatStyle.LONG);
        return Texts.of(
                date.format(format.withLocale(Locale.forLanguageTag("sv-SE"))),
                date.format(format.withLocale(Locale.UK)));
    }
}
