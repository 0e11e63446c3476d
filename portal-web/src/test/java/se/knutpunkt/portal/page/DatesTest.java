package se.knutpunkt.portal.page;

import static org.assertj.core.api.Assertions.assertThat;
import static se.knutpunkt.portal.page.Language.ENGLISH;
import static se.knutpunkt.portal.page.Language.SWEDISH;

import java.time.Instant;
import java.time.YearMonth;
import org.junit.jupiter.api.Test;

class DatesTest {
    private static final Instant WINTER = Instant.parse("2026-12-14T12:05:59Z");

    @Test
    void writesDatesAndTimesTheSwedishWay() {
        assertThat(Dates.date(WINTER, SWEDISH)).isEqualTo("14 december 2026");
        assertThat(Dates.time(WINTER, SWEDISH)).isEqualTo("kl. 13.05");
        assertThat(Dates.dateAndTime(WINTER, SWEDISH)).isEqualTo("14 december 2026 kl. 13.05");
    }

    @Test
    void writesDatesAndTimesTheEnglishWay() {
        assertThat(Dates.date(WINTER, ENGLISH)).isEqualTo("14 December 2026");
        assertThat(Dates.dateAndTime(WINTER, ENGLISH)).isEqualTo("14 December 2026 at 13:05");
    }

    @Test
    void followsTheClockOfSwedenOverMidnightAndSummerTime() {
        assertThat(Dates.date(Instant.parse("2026-12-31T22:59:59Z"), SWEDISH)).isEqualTo("31 december 2026");
        assertThat(Dates.date(Instant.parse("2026-12-31T23:00:00Z"), SWEDISH)).isEqualTo("1 januari 2027");
        assertThat(Dates.time(Instant.parse("2026-07-01T12:05:00Z"), SWEDISH)).isEqualTo("kl. 14.05");
    }

    @Test
    void shortDaysHaveNoFullStopInAnyMonth() {
        for (int month = 1; month <= 12; month++) {
            Instant at = Instant.parse("2026-%02d-03T12:00:00Z".formatted(month));
            assertThat(Dates.day(at, SWEDISH)).matches("3 \\p{L}{3,4}");
            assertThat(Dates.day(at, ENGLISH)).matches("3 \\p{L}{3,4}");
        }
    }

    @Test
    void aMonthAsHeadingBeginsWithACapital() {
        assertThat(Dates.month(YearMonth.of(2026, 11), SWEDISH)).isEqualTo("November 2026");
        assertThat(Dates.month(YearMonth.of(2026, 5), ENGLISH)).isEqualTo("May 2026");
    }

    @Test
    void machinesGetTheOffset() {
        assertThat(Dates.machine(WINTER)).isEqualTo("2026-12-14T13:05:00+01:00");
    }
}
