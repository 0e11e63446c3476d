package se.knutpunkt.hub.representation;

import java.time.LocalDate;

/** Ages as the law counts them: a year is full at 00:00 on the birthday, in Swedish time. */
public final class Age {

    /** From this age nobody has a guardian (FB 6:2). */
    static final int OF_MAJORITY = 18;

    private Age() {}

    /**
     * Whole years on a day. Someone born on 29 February fills a year on 1 March when there is no leap day, which is
     * when the day of birth has passed.
     */
    public static int on(LocalDate today, LocalDate birth) {
        int years = today.getYear() - birth.getYear();
        boolean passed = today.getMonthValue() * 100 + today.getDayOfMonth()
                >= birth.getMonthValue() * 100 + birth.getDayOfMonth();
        return passed ? years : years - 1;
    }
}
