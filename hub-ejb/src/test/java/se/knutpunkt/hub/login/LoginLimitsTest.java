package se.knutpunkt.hub.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import se.knutpunkt.hub.party.PartyId;

class LoginLimitsTest {
    private static final Instant START = Instant.parse("2026-11-22T08:00:00Z");

    @Test
    void endsACitizensLoginAfterHalfAnHourWithoutActivity() {
        Instant seen = START.plusSeconds(600);

        assertThat(citizen().expires(START, seen)).isEqualTo(seen.plusSeconds(1800));
    }

    @Test
    void endsACitizensLoginAfterEightHoursWhateverIsDone() {
        Instant seen = START.plusSeconds(8 * 3600 - 60);

        assertThat(citizen().expires(START, seen)).isEqualTo(START.plusSeconds(8 * 3600));
    }

    @Test
    void letsIdleAndAbsoluteLimitMeet() {
        Instant seen = START.plusSeconds(8 * 3600 - 1800);

        assertThat(citizen().expires(START, seen)).isEqualTo(START.plusSeconds(8 * 3600));
        assertThat(citizen().expires(START, seen.minusSeconds(1))).isEqualTo(START.plusSeconds(8 * 3600 - 1));
    }

    @Test
    void givesStaffAWorkingDay() {
        LoginLimits staff = LoginLimits.of(new Who.Staff(new StaffId(1), Set.of(StaffRole.REGISTRAR)));

        assertThat(staff.expires(START, START)).isEqualTo(START.plusSeconds(3600));
        assertThat(staff.expires(START, START.plusSeconds(36_000))).isEqualTo(START.plusSeconds(36_000));
    }

    private static LoginLimits citizen() {
        return LoginLimits.of(new Who.Citizen(new PartyId(1)));
    }
}
