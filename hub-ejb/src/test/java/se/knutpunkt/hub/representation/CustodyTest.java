package se.knutpunkt.hub.representation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import se.knutpunkt.hub.representation.Custody.State;
import se.knutpunkt.hub.time.SwedishTime;

class CustodyTest {

    private static final Instant NOW = Instant.parse("2026-11-22T12:00:00Z");
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final LocalDate CHILD = LocalDate.of(2016, 8, 12);

    /** The instant of 00:00 in Sweden: winter, summer, and the days on which the clocks are changed. */
    @ParameterizedTest
    @CsvSource({
        "2008-12-24, 2026-12-23T23:00:00Z",
        "2008-07-01, 2026-06-30T22:00:00Z",
        "2009-03-29, 2027-03-28T22:00:00Z",
        "2009-03-28, 2027-03-27T23:00:00Z",
        "2008-10-25, 2026-10-24T22:00:00Z",
        "2008-10-26, 2026-10-25T23:00:00Z",
        "2008-02-29, 2026-02-28T23:00:00Z"
    })
    void endsAtMidnightInSwedenOnTheEighteenthBirthday(LocalDate birth, Instant midnight) {
        assertThat(of(null, null, birth, midnight).at(midnight.minusNanos(1))).isEqualTo(State.STANDS);
        assertThat(of(null, null, birth, midnight).at(midnight)).isEqualTo(State.ENDED);
    }

    @Test
    void holdsFromItsFirstDayThroughItsLast() {
        assertThat(of(TODAY, TODAY, CHILD, NOW).at(NOW)).isEqualTo(State.STANDS);
        assertThat(of(TODAY.plusDays(1), null, CHILD, NOW).at(NOW)).isEqualTo(State.ENDED);
        assertThat(of(null, TODAY.minusDays(1), CHILD, NOW).at(NOW)).isEqualTo(State.ENDED);
    }

    @Test
    void closesWhenTheRegisterHasNotBeenHeardForMoreThanADay() {
        Instant dayAgo = NOW.minusSeconds(86_400);
        assertThat(of(null, null, CHILD, dayAgo).at(NOW)).isEqualTo(State.STANDS);
        assertThat(of(null, null, CHILD, dayAgo.minusNanos(1_000)).at(NOW)).isEqualTo(State.STALE);
        // what has ended is not told of as closed
        assertThat(of(null, TODAY.minusDays(1), CHILD, dayAgo.minusSeconds(1)).at(NOW))
                .isEqualTo(State.ENDED);
    }

    @Test
    void knowsNoGuardianOfSomeoneWithoutADateOfBirth() {
        assertThat(of(null, null, null, NOW).at(NOW)).isEqualTo(State.ENDED);
    }

    @Property
    void neverStandsForAnAdultOrOnOldWord(
            @ForAll @IntRange(max = 12_000) int daysOld, @ForAll @LongRange(max = 200_000) long secondsAgo) {
        LocalDate birth = TODAY.minusDays(daysOld);
        State state = of(null, null, birth, NOW.minusSeconds(secondsAgo)).at(NOW);
        boolean adult = !birth.plusYears(18).isAfter(TODAY);
        assertThat(state).isEqualTo(adult ? State.ENDED : secondsAgo > 86_400 ? State.STALE : State.STANDS);
        assertThat(SwedishTime.dateOf(NOW)).isEqualTo(TODAY);
    }

    private static Custody of(
            @Nullable LocalDate from, @Nullable LocalDate until, @Nullable LocalDate birth, Instant confirmed) {
        return new Custody(from, until, birth, confirmed);
    }
}
