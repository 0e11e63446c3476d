package se.knutpunkt.hub.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class PatienceTest {

    @Example
    void growsFromTenSecondsToAnHour() {
        assertThat(Patience.pause(1, null, 0)).isEqualTo(Duration.ofSeconds(10));
        assertThat(Patience.pause(2, null, 0)).isEqualTo(Duration.ofSeconds(20));
        assertThat(Patience.pause(10_000, null, 0)).isEqualTo(Duration.ofHours(1));
    }

    @Property
    void isNeverShorterThanWhatTheReceiverAskedFor(
            @ForAll @IntRange(max = 100_000) int failures,
            @ForAll @IntRange(max = 1_000_000) int told,
            @ForAll @DoubleRange(min = 0, max = 1) double luck) {
        Duration pause = Patience.pause(failures, Duration.ofSeconds(told), luck);

        assertThat(pause)
                .isGreaterThanOrEqualTo(Duration.ofSeconds(Math.min(told, 86_400)))
                .isGreaterThanOrEqualTo(Patience.FIRST)
                .isLessThanOrEqualTo(Patience.LONGEST_TOLD.plus(Patience.LONGEST));
    }
}
