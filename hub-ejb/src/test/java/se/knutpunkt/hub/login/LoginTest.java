package se.knutpunkt.hub.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class LoginTest {
    private static final Instant END = Instant.parse("2026-11-22T10:00:00Z");
    private static final Login LOGIN = new Login(
            1,
            new Who.Staff(new StaffId(1), Set.of(StaffRole.EDITOR)),
            "Test",
            AssuranceLevel.LOA3,
            END.minusSeconds(60),
            END);

    @Test
    void hasASecondLeftUntilItHasEnded() {
        assertThat(LOGIN.secondsLeft(END.minusMillis(1))).isEqualTo(1);
        assertThat(LOGIN.secondsLeft(END.minusSeconds(5))).isEqualTo(5);
        assertThat(LOGIN.secondsLeft(END)).isZero();
        assertThat(LOGIN.secondsLeft(END.plusSeconds(5))).isZero();
    }
}
