package se.knutpunkt.portal.page;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import se.knutpunkt.hub.time.SwedishTime;

/** Dates and times as people read them, by the clock of Sweden: "14 december 2026", "kl. 13.05". */
public final class Dates {
    private Dates() {}

    /** The date: "14 december 2026". */
    public static String date(Instant at, Language language) {
        return date(SwedishTime.dateOf(at), language);
    }

    /** The date: "14 december 2026". */
    public static String date(LocalDate date, Language language) {
        return DateTimeFormatter.ofPattern("d MMMM uuuu", language.locale()).format(date);
    }

    /** The day in a list whose heading tells the year: "14 dec". */
    public static String day(Instant at, Language language) {
        // The locale data ends some months, not all, with a full stop.
        return DateTimeFormatter.ofPattern("d MMM", language.locale())
                .format(local(at))
                .replace(".", "");
    }

    /** The time of day: "kl. 13.05", in English "13:05". */
    public static String time(Instant at, Language language) {
        String pattern = language == Language.SWEDISH ? "'kl.' HH.mm" : "HH:mm";
        return DateTimeFormatter.ofPattern(pattern, language.locale()).format(local(at));
    }

    /** Date and time: "14 december 2026 kl. 13.05", in English "14 December 2026 at 13:05". */
    public static String dateAndTime(Instant at, Language language) {
        return date(at, language) + (language == Language.SWEDISH ? " " : " at ") + time(at, language);
    }

    /** A month as a heading: "December 2026". */
    public static String month(YearMonth month, Language language) {
        String text =
                DateTimeFormatter.ofPattern("LLLL uuuu", language.locale()).format(month);
        return text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1);
    }

    /** The value of a {@code datetime} attribute: "2026-12-14T13:05:00+01:00". */
    public static String machine(Instant at) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(local(at).truncatedTo(ChronoUnit.MINUTES));
    }

    private static ZonedDateTime local(Instant at) {
        return at.atZone(SwedishTime.ZONE);
    }
}
