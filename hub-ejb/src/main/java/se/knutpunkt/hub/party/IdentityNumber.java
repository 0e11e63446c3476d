package se.knutpunkt.hub.party;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.Month;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import se.knutpunkt.hub.party.InvalidIdentityNumber.Reason;

/**
 * An identity number in its stored form: 12 digits ({@code YYYYMMDDNNNK}; organisations {@code 16} and 10 digits), or
 * a provisional id (PRID) of an eIDAS person as it came. Sources: SKV 704 (personnummer), SKV 707
 * (samordningsnummer), SKV 709 (organisationsnummer), Sweden Connect's attribute specification (PRID).
 *
 * <p>{@link #toString} shows the masked form, so that a number never reaches a log by mistake.
 *
 * @param kind told when the number is read, never inferred later from its looks
 * @param value the stored form
 */
public record IdentityNumber(Kind kind, String value) {

    /** The kinds of number kept. */
    public enum Kind {
        /** Personal identity number of a registered resident. */
        PERSONNUMMER,
        /** Coordination number of a person who is not registered as resident; its day is 61–91. */
        SAMORDNINGSNUMMER,
        /** Number of an organisation, stored with the prefix 16. */
        ORGANISATIONSNUMMER,
        /** Provisional id of a person with a foreign e-ID; opaque and case-sensitive. */
        PRID
    }

    private static final Pattern PERSON = Pattern.compile("(?:([0-9]{8})-?|([0-9]{6})([-+])?)([0-9]{4})");
    private static final Pattern ORGANISATION = Pattern.compile("(?:16)?([0-9]{6})-?([0-9]{4})");
    private static final Pattern PRID = Pattern.compile("[A-Z]{2}:[0-9a-z][0-9a-z-]{8,28}[0-9a-z]");
    private static final int COORDINATION_DAY = 60;
    private static final int LONGEST_MONTH = 31;

    /**
     * Reads a personal or coordination number as typed or as an e-ID tells it.
     *
     * @param today the Swedish date, which decides the century of a number of 10 digits
     * @throws InvalidIdentityNumber when it is neither
     */
    public static IdentityNumber person(String text, LocalDate today) {
        Matcher matcher = PERSON.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidIdentityNumber(Reason.FORM);
        }
        String serial = matcher.group(4);
        String date = matcher.group(1);
        if (date == null) {
            date = withCentury(matcher.group(2), "+".equals(matcher.group(3)), today);
        }
        return checkedPerson(date + serial, today);
    }

    /**
     * Reads an organisation number of 10 digits, or 12 with the prefix 16.
     *
     * @throws InvalidIdentityNumber when it is none
     */
    public static IdentityNumber organisation(String text) {
        Matcher matcher = ORGANISATION.matcher(text.strip());
        if (!matcher.matches()) {
            throw new InvalidIdentityNumber(Reason.FORM);
        }
        String digits = matcher.group(1) + matcher.group(2);
        // the third digit is at least 2, so that it can't be mistaken for a month
        if (digits.charAt(0) == '0' || digits.charAt(2) < '2') {
            throw new InvalidIdentityNumber(Reason.FORM);
        }
        checkLuhn(digits);
        return new IdentityNumber(Kind.ORGANISATIONSNUMMER, "16" + digits);
    }

    /**
     * Takes a PRID as it came.
     *
     * @throws InvalidIdentityNumber when it has another form
     */
    public static IdentityNumber prid(String text) {
        if (!PRID.matcher(text).matches()) {
            throw new InvalidIdentityNumber(Reason.FORM);
        }
        return new IdentityNumber(Kind.PRID, text);
    }

    /**
     * The birth date that the number tells, if it tells a whole one; a register's date goes before it, since a nearby day
     * may have been used.
     */
    public Optional<LocalDate> birthDate() {
        return switch (kind) {
            case PERSONNUMMER, SAMORDNINGSNUMMER -> dateOf(value);
            case ORGANISATIONSNUMMER, PRID -> Optional.empty();
        };
    }

    /** For logs and for pages where the reader needs only recognise it: date and XXXX, an organisation in full. */
    public String masked() {
        return switch (kind) {
            case PERSONNUMMER, SAMORDNINGSNUMMER -> value.substring(0, 8) + "-XXXX";
            case ORGANISATIONSNUMMER -> value.substring(2, 8) + "-" + value.substring(8);
            case PRID -> value.substring(0, 3) + "XXXX";
        };
    }

    /** As written to the person itself: {@code YYYYMMDD-NNNK}. */
    public String written() {
        return switch (kind) {
            case PERSONNUMMER, SAMORDNINGSNUMMER -> value.substring(0, 8) + "-" + value.substring(8);
            case ORGANISATIONSNUMMER, PRID -> kind == Kind.PRID ? value : masked();
        };
    }

    @Override
    public String toString() {
        return kind + " " + masked();
    }

    private static String withCentury(String shortDate, boolean plus, LocalDate today) {
        int year = today.getYear() / 100 * 100 + Integer.parseInt(shortDate.substring(0, 2));
        if (year > today.getYear() || liesAfter(year, shortDate, today)) {
            year -= 100;
        }
        if (plus) {
            year -= 100;
        }
        return year + shortDate.substring(2);
    }

    private static boolean liesAfter(int year, String shortDate, LocalDate today) {
        int month = Integer.parseInt(shortDate.substring(2, 4));
        int day = calendarDay(Integer.parseInt(shortDate.substring(4, 6)));
        return year == today.getYear() && month * 100 + day > today.getMonthValue() * 100 + today.getDayOfMonth();
    }

    private static IdentityNumber checkedPerson(String digits, LocalDate today) {
        boolean coordination = Integer.parseInt(digits.substring(6, 8)) >= COORDINATION_DAY;
        checkDate(digits, coordination, today);
        if (digits.startsWith("000", 8)) {
            throw new InvalidIdentityNumber(Reason.SERIAL);
        }
        checkLuhn(digits.substring(2));
        return new IdentityNumber(coordination ? Kind.SAMORDNINGSNUMMER : Kind.PERSONNUMMER, digits);
    }

    private static void checkDate(String digits, boolean coordination, LocalDate today) {
        try {
            boolean ahead = dateOf(digits)
                    .map(birth -> birth.isAfter(today))
                    .orElseGet(() -> !coordination || yearOf(digits) > today.getYear());
            if (ahead) {
                throw new InvalidIdentityNumber(Reason.DATE);
            }
        } catch (DateTimeException noSuchDay) {
            throw new InvalidIdentityNumber(Reason.DATE);
        }
    }

    /**
     * The date in a number; empty where month or day is not known, as the tax agency's own test coordination numbers have
     * it: month 00, day 60.
     *
     * @throws DateTimeException when there is no such month or day
     */
    private static Optional<LocalDate> dateOf(String digits) {
        int month = Integer.parseInt(digits.substring(4, 6));
        int day = Integer.parseInt(digits.substring(6, 8));
        if (month != 0 && day != COORDINATION_DAY) {
            return Optional.of(LocalDate.of(yearOf(digits), month, calendarDay(day)));
        }
        if (month > Month.DECEMBER.getValue() || day != COORDINATION_DAY && calendarDay(day) > LONGEST_MONTH) {
            throw new DateTimeException("no such month or day");
        }
        return Optional.empty();
    }

    private static int yearOf(String digits) {
        return Integer.parseInt(digits.substring(0, 4));
    }

    private static int calendarDay(int day) {
        return day > COORDINATION_DAY ? day - COORDINATION_DAY : day;
    }

    /** SKV 704: weights 2, 1, 2 … and sums of digits; the century is no part of it. */
    private static void checkLuhn(String tenDigits) {
        int sum = 0;
        for (int i = 0; i < tenDigits.length(); i++) {
            int product = (tenDigits.charAt(i) - '0') * (i % 2 == 0 ? 2 : 1);
            sum += product / 10 + product % 10;
        }
        if (sum % 10 != 0) {
            throw new InvalidIdentityNumber(Reason.CHECK_DIGIT);
        }
    }
}
