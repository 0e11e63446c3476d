package se.knutpunkt.eforms.field;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Period;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A date limit of a definition: a fixed date, or one counted from today in days, months or years. */
final class DateBound {

    private static final Pattern RELATIVE = Pattern.compile("today(?:([+-])(\\d{1,4})([dmy]))?");

    private DateBound() {}

    static boolean relative(@Nullable String bound) {
        return bound != null && RELATIVE.matcher(bound).matches();
    }

    static boolean wellFormed(@Nullable String bound) {
        if (bound == null || relative(bound)) {
            return true;
        }
        try {
            LocalDate.parse(bound);
            return true;
        } catch (DateTimeException notADate) {
            return false;
        }
    }

    /** The date it means on a certain day; null when there is no bound. */
    static @Nullable LocalDate resolve(@Nullable String bound, LocalDate today) {
        if (bound == null) {
            return null;
        }
        Matcher relative = RELATIVE.matcher(bound);
        if (!relative.matches()) {
            return LocalDate.parse(bound);
        }
        if (relative.group(1) == null) {
            return today;
        }
        int count = Integer.parseInt(relative.group(2));
        Period period = switch (relative.group(3)) {
            case "d" -> Period.ofDays(count);
            case "m" -> Period.ofMonths(count);
            default -> Period.ofYears(count);
        };
        return "-".equals(relative.group(1)) ? today.minus(period) : today.plus(period);
    }
}
