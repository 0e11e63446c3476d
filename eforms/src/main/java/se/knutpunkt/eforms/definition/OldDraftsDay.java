package se.knutpunkt.eforms.definition;

import java.time.LocalDate;

/** The days that may be chosen as the last on which drafts on older versions may be sent. */
public final class OldDraftsDay {

    /** Days that drafts have unless the editor says another. */
    public static final int USUAL_DAYS = 30;

    private OldDraftsDay() {}

    /** What is proposed. */
    public static LocalDate usual(LocalDate today) {
        return today.plusDays(USUAL_DAYS);
    }

    /** The first that may be chosen: nobody loses a draft over night. */
    public static LocalDate first(LocalDate today) {
        return today.plusDays(1);
    }

    /** The last that may be chosen. */
    public static LocalDate last(LocalDate today) {
        return today.plusYears(1);
    }

    /** Whether it may be chosen. */
    public static boolean isFit(LocalDate day, LocalDate today) {
        return !day.isBefore(first(today)) && !day.isAfter(last(today));
    }
}
