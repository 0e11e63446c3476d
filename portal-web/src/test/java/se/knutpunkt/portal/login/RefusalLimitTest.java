package se.knutpunkt.portal.login;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.junit.jupiter.api.Test;

class RefusalLimitTest {
    private static final String ADDRESS = "203.0.113.7";

    private Instant now = Instant.parse("2026-11-22T10:00:00Z");
    private final RefusalLimit limit = new RefusalLimit(new Moving(), 3);

    @Test
    void isReachedByTheLastAllowedRefusal() {
        count(2);
        assertThat(limit.isReached(ADDRESS)).isFalse();

        count(1);
        assertThat(limit.isReached(ADDRESS)).isTrue();
    }

    @Test
    void concernsOneAddressAlone() {
        count(3);

        assertThat(limit.isReached("203.0.113.8")).isFalse();
    }

    @Test
    void isForgottenAfterItsMinute() {
        count(3);

        now = now.plus(RefusalLimit.WINDOW).minusMillis(1);
        assertThat(limit.isReached(ADDRESS)).isTrue();

        now = now.plus(Duration.ofMillis(1));
        assertThat(limit.isReached(ADDRESS)).isFalse();
        count(1);
        assertThat(limit.isReached(ADDRESS)).isFalse();
    }

    @Test
    void takesANetworkOfIpv6ForOne() {
        for (int i = 1; i <= 3; i++) {
            limit.count("2001:db8:1:2::" + i);
        }

        assertThat(limit.isReached("2001:db8:1:2:ffff::9")).isTrue();
        assertThat(limit.isReached("2001:db8:1:3::1")).isFalse();
    }

    private void count(int times) {
        for (int i = 0; i < times; i++) {
            limit.count(ADDRESS);
        }
    }

    private final class Moving extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
