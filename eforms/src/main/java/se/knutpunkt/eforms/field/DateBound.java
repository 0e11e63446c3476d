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

    /**
     * Whether a bound lets through all that an earlier one did, on every day; two that are counted from today in different
     * units can't be compared.
     *
     * @param side 1 for the first date, -1 for the last
     */
    static boolean within(@Nullable String now, @Nullable String before, int side) {
        if (now == null || now.equals(before)) {
            return true;
        }
        if (before == null || relative(now) != relative(before)) {
            return false;
        }
        if (!relative(now)) {
            return LocalDate.parse(before).compareTo(LocalDate.parse(now)) * side >= 0;
        }
        String unit = unit(now).isEmpty() ? unit(before) : unit(now);
        boolean sameUnit = unit(before).isEmpty() || unit(before).equals(unit);
        return sameUnit && Integer.compare(count(before), count(now)) * side >= 0;
    }

    private static String unit(String bound) {
        return bound.equals("today") ? "" : bound.substring(bound.length() - 1);
    }

    private static int count(String bound) {
        Matcher relative = RELATIVE.matcher(bound);
        if (!relative.matches() || relative.group(1) == null) {
            return 0;
        }
        int count = Integer.parseInt(relative.group(2));
        return "-".equals(relative.group(1)) ? -count : count;
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
