package se.knutpunkt.hub.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class RetryWithPatienceTest {

    @Test
    void doublesTheWaitAfterEachFailure() {
        assertThat(RetryWithPatience.delayAfter(0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(RetryWithPatience.delayAfter(1)).isEqualTo(Duration.ofSeconds(20));
        assertThat(RetryWithPatience.delayAfter(8)).isEqualTo(Duration.ofSeconds(2560));
    }

    @Test
    void neverWaitsLongerThanAnHour() {
        assertThat(RetryWithPatience.delayAfter(9)).isEqualTo(Duration.ofHours(1));
        assertThat(RetryWithPatience.delayAfter(Integer.MAX_VALUE)).isEqualTo(Duration.ofHours(1));
    }
}
